package org.ratchet.meaning;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;
import org.ratchet.meaning.Finding.Evidence;
import org.ratchet.text.Runs;

/** How checks write down what they found. */
final class Findings {

  private static final int ID_LENGTH = 12;

  private final String check;
  private final Citation citation;
  private final List<Change> changes = new ArrayList<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<Witness> witnesses = new ArrayList<>();
  private Facet facet = Facet.SCOPE;
  private Optional<Facet> dimension = Optional.empty();
  private Direction direction = Direction.UNDETERMINED;
  private Certainty certainty = Certainty.UNKNOWN;
  private String reason = "";

  private Findings(String check, Citation citation) {
    this.check = check;
    this.citation = citation;
  }

  static Findings by(String check, Citation citation) {
    return new Findings(check, citation);
  }

  Findings on(Facet that) {
    this.facet = that;
    return this;
  }

  Findings dimension(Facet that) {
    this.dimension = Optional.of(that);
    return this;
  }

  Findings explaining(Collection<? extends Change> those) {
    changes.addAll(those);
    return this;
  }

  Findings towards(Direction that, Certainty sure) {
    this.direction = that;
    this.certainty = sure;
    return this;
  }

  Findings because(String why) {
    this.reason = why;
    return this;
  }

  Findings showing(String side, Optional<Clause> clause) {
    clause.ifPresent(c -> evidence.add(evidence(side, c)));
    return this;
  }

  /** Both sides of a change. */
  Findings showing(Change change) {
    return showing("before", change.before()).showing("after", change.after());
  }

  Findings witness(Witness witness) {
    witnesses.add(witness);
    return this;
  }

  private static Evidence evidence(String side, Clause clause) {
    String text = clause.content().ownText();
    if (text.isBlank()) {
      text = Runs.text(clause.heading());
    }
    return new Evidence(side, clause.citation(), text, clause.span());
  }

  Finding saying(String statement) {
    String id =
        hash(
            String.join(
                "|", check, citation.toString(), facet.name(), direction.name(), statement));
    return new Finding(
        id,
        check,
        changes.stream().map(Change::id).distinct().toList(),
        citation,
        facet,
        dimension,
        direction,
        statement,
        evidence.stream().distinct().toList(),
        witnesses,
        causes(line -> line.instruction() + " of " + line.document()),
        causes(line -> line.effective()),
        id,
        certainty,
        reason,
        Optional.empty());
  }

  private String causes(java.util.function.Function<org.ratchet.amend.LedgerLine, String> what) {
    return changes.stream()
        .flatMap(change -> change.cause().stream())
        .map(what)
        .filter(text -> !text.isBlank())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String hash(String content) {
    return Hashing.sha256()
        .hashString(content, StandardCharsets.UTF_8)
        .toString()
        .substring(0, ID_LENGTH);
  }
}
