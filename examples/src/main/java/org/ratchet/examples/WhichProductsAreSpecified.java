package org.ratchet.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ratchet.Classification;
import org.ratchet.Ratchet;
import org.ratchet.clause.Citation;
import org.ratchet.document.Document;
import org.ratchet.meaning.Verdict;
import org.ratchet.source.Source;

/** Which products of a table does each rule specify in ECCN 3A090? */
public final class WhichProductsAreSpecified {

  private WhichProductsAreSpecified() {}

  /** Takes a table of products and the rules. */
  public static void main(String[] args) throws IOException {
    Ratchet ratchet = Ratchet.standard();
    List<Document> rules = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      rules.add(ratchet.read(Source.of(Path.of(args[i]))));
    }
    Classification classification =
        ratchet.classify(
            ratchet.products(Source.of(Path.of(args[0]))),
            Optional.empty(),
            rules,
            List.of(Citation.parse("3A090")));
    for (Verdict verdict : classification.verdicts()) {
      System.out.println(
          verdict.release()
              + " | "
              + verdict.product()
              + " | "
              + verdict.outcome()
              + " | "
              + verdict.governing().map(Citation::toString).orElse("-"));
    }
  }
}
