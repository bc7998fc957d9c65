package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Table;
import org.ratchet.clause.TableRow;
import org.ratchet.text.Run;
import org.ratchet.text.Style.Rise;

/**
 * A table with a row for each country and a mark where a column applies to it.
 *
 * @param columns the labels of the columns behind that of the country, blank for one without label;
 *     none if the table is no grid
 * @param rows its countries
 */
record CountryGrid(List<String> columns, List<Row> rows) {

  private static final Pattern MARK = Pattern.compile("(?i)x[\\s\\d*]*");

  /**
   * A country.
   *
   * @param country by the name of the table of Country Groups, or as printed if it is not there
   * @param cells what stands in the columns
   * @param note text in place of marks, such as "see part 746"; empty for none
   */
  record Row(String country, List<String> cells, String note) {}

  /**
   * The grid of a table whose columns have labels of a kind.
   *
   * @param label with the label as its first groups, which are joined by a space
   */
  static CountryGrid of(Table table, Pattern label) {
    List<String> columns = List.of();
    List<Row> rows = new ArrayList<>();
    for (Clause clause : table.children()) {
      List<List<Run>> cells = clause instanceof TableRow row ? row.cells() : List.of();
      List<String> labels = cells.stream().map(cell -> label(plain(cell), label)).toList();
      if (labels.stream().anyMatch(name -> !name.isEmpty())) {
        // The head of the countries may stand in a row above.
        columns = labels.get(0).isEmpty() ? labels.subList(1, labels.size()) : labels;
      } else if (!columns.isEmpty() && !cells.isEmpty() && !plain(cells.get(0)).isEmpty()) {
        rows.add(row(cells));
      }
    }
    return new CountryGrid(columns, rows);
  }

  private static String label(String cell, Pattern label) {
    Matcher matcher = label.matcher(cell);
    if (!matcher.matches()) {
      return "";
    }
    return matcher.groupCount() == 1 ? matcher.group(1) : matcher.group(1) + " " + matcher.group(2);
  }

  private static Row row(List<List<Run>> cells) {
    String printed = plain(cells.get(0));
    List<String> marks = cells.subList(1, cells.size()).stream().map(CountryGrid::plain).toList();
    String note =
        marks.stream()
            .filter(cell -> !cell.isEmpty() && !MARK.matcher(cell).matches())
            .findFirst()
            .orElse("");
    return new Row(Countries.standard().country(printed).orElse(printed), marks, note);
  }

  /** The columns marked for a country. */
  List<String> marked(Row row) {
    List<String> marked = new ArrayList<>();
    for (int at = 0; at < Math.min(columns.size(), row.cells().size()); at++) {
      if (!columns.get(at).isEmpty() && MARK.matcher(row.cells().get(at)).matches()) {
        marked.add(columns.get(at));
      }
    }
    return marked;
  }

  /** Takes in the countries of a table that only lists them; false if it holds something else. */
  static boolean listed(Table table, Set<String> countries) {
    for (Clause clause : table.children()) {
      for (List<Run> cell : clause instanceof TableRow row ? row.cells() : List.<List<Run>>of()) {
        String name = plain(cell);
        Optional<String> country = Countries.standard().country(name);
        country.ifPresent(countries::add);
        if (country.isEmpty() && !name.isEmpty() && !name.matches("(?i)countr(?:y|ies)")) {
          return false;
        }
      }
    }
    return !countries.isEmpty();
  }

  /** A cell without the numbers of its footnotes, which may be raised or stand close behind. */
  private static String plain(List<Run> cell) {
    StringBuilder text = new StringBuilder();
    cell.stream()
        .filter(run -> run.style().rise() != Rise.SUPER)
        .forEach(run -> text.append(run.text()));
    String plain = text.toString().replaceAll("\\s+", " ").strip();
    return plain.replaceFirst("(?<=\\p{Ll}|\\))\\s?\\d$", "");
  }
}
