package org.ratchet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ratchet.document.Document;
import org.ratchet.document.Rule;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Diagnostic.Severity;

/** The order in which rules were published. */
final class Order {

  /** As in the running head of the register, and in its XML; a formatter would start slowly. */
  private static final Pattern PRINTED =
      Pattern.compile("(?:\\p{L}+, )?(\\p{L}+) (\\d{1,2}), (\\d{4})");

  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Order() {}

  /** Rules by the day of their publication if all tell it, other documents as they are given. */
  static List<Document> legal(List<Document> documents) {
    if (!documents.stream().allMatch(document -> published(document).isPresent())) {
      return documents;
    }
    return documents.stream()
        .sorted(Comparator.comparing(document -> published(document).orElseThrow()))
        .toList();
  }

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
    String date = rule.metadata().publicationDate();
    Matcher printed = PRINTED.matcher(date);
    if (ISO.matcher(date).matches()) {
      return date(date.substring(0, 4), date.substring(5, 7), date.substring(8));
    }
    if (!printed.matches()) {
      return Optional.empty();
    }
    String name = printed.group(1).toUpperCase(Locale.ROOT);
    return Stream.of(Month.values())
        .filter(month -> month.name().equals(name))
        .findFirst()
        .flatMap(m -> date(printed.group(3), "" + m.getValue(), printed.group(2)));
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
