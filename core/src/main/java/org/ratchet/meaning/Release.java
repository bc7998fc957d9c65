package org.ratchet.meaning;

import java.util.List;
import org.ratchet.clause.Citation;

/**
 * What the control list says of products in one state of the regulation.
 *
 * @param name what the state is called: the document after which it stands
 * @param examined the entries, or paragraphs of entries, that the verdicts are about, in the order
 *     of the list
 * @param verdicts one for each product, in the order of the products
 */
public record Release(String name, List<Citation> examined, List<Verdict> verdicts) {

  /** Copies the lists. */
  public Release {
    examined = List.copyOf(examined);
    verdicts = List.copyOf(verdicts);
  }
}
