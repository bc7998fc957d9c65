package org.ratchet;

import java.util.List;
import org.ratchet.meaning.Product;
import org.ratchet.meaning.Release;
import org.ratchet.meaning.Verdict;
import org.ratchet.text.Diagnostic;

/**
 * What successive releases of the control list say of products.
 *
 * @param products the products, in the order given
 * @param releases the state after each document, in legal order
 * @param diagnostics remarks on the documents
 */
public record Classification(
    List<Product> products, List<Release> releases, List<Diagnostic> diagnostics) {

  /** Copies the lists. */
  public Classification {
    products = List.copyOf(products);
    releases = List.copyOf(releases);
    diagnostics = List.copyOf(diagnostics);
  }

  /** The verdicts of all releases, release by release, each in the order of the products. */
  public List<Verdict> verdicts() {
    return releases.stream().flatMap(release -> release.verdicts().stream()).toList();
  }
}
