package org.ratchet.meaning;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ratchet.clause.Clause;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.Note;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;

/** Signs that the list of items of an entry does not stand as it was meant. */
final class ItemList {

  private static final Pattern OPENS =
      Pattern.compile("(?i)\\b(?:as follows|(?:any|all|either|both)(?: of)? the following)\\W*$");

  private ItemList() {}

  /**
   * Why the list of items of an entry is not to be compared; empty if nothing speaks against it.
   */
  static Optional<String> doubt(EccnEntry entry) {
    return entry.stream()
        .filter(clause -> clause instanceof Paragraph || clause instanceof Note)
        .flatMap(clause -> doubt(clause, item(clause, entry)).stream())
        .findFirst();
  }

  private static Optional<String> doubt(Clause clause, boolean item) {
    String name = Entries.name(clause.citation());
    if (item && clause.citation().last().kind() == Kind.HEADING) {
      return Optional.of("headings group the items, and what they group is not compared");
    }
    if (item && clause.citation().last().ordinal() > 0) {
      return Optional.of(
          "two items of the entry bear the label of "
              + name.replaceFirst("#\\d+$", "")
              + ", so that the order of its lists is not certain");
    }
    boolean open = clause.children().isEmpty() && OPENS.matcher(clause.content().ownText()).find();
    return open
        ? Optional.of("the list that " + name + " announces is not under it")
        : Optional.empty();
  }

  private static boolean item(Clause clause, EccnEntry entry) {
    return clause.citation().steps().stream()
        .skip(entry.citation().steps().size())
        .noneMatch(step -> step.kind() == Kind.NOTE);
  }
}
