package org.ratchet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ratchet.document.Document;
import org.ratchet.document.Rule;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Diagnostic.Severity;

/** Whether two rules are given in the order in which they were published. */
final class Order {

  /** As in the running head of the register, and in its XML. */
  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.ENGLISH),
          DateTimeFormatter.ISO_LOCAL_DATE);

  private Order() {}

  /** A remark if the rule that is executed second was published before the first. */
  static Optional<Diagnostic> doubt(Document before, Document after) {
    Optional<LocalDate> first = published(before);
    Optional<LocalDate> second = published(after);
    if (first.isEmpty() || second.isEmpty() || !second.get().isBefore(first.get())) {
      return Optional.empty();
    }
    return Optional.of(
        new Diagnostic(
            "published-before",
            Severity.WARNING,
            after.provenance().name()
                + " was published before "
                + before.provenance().name()
                + " and is executed after it all the same; exchange the two if that is not meant",
            Optional.empty()));
  }

  private static Optional<LocalDate> published(Document document) {
    if (!(document instanceof Rule rule)) {
      return Optional.empty();
    }
    for (DateTimeFormatter form : FORMS) {
      try {
        return Optional.of(LocalDate.parse(rule.metadata().publicationDate(), form));
      } catch (DateTimeException e) {
        // not of this form
      }
    }
    return Optional.empty();
  }
}
