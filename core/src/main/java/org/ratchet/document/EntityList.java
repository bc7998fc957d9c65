package org.ratchet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.EntityEntry;
import org.ratchet.clause.Note;
import org.ratchet.clause.Step.Kind;
import org.ratchet.source.TableText;
import org.ratchet.source.TableText.Row;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;
import org.ratchet.text.Style.Rise;

/**
 * A table of entities as entries: the Entity List, the Unverified List, and the military end-user
 * list (supplements no. 4, 6 and 7 to 15 CFR part 744). The country is printed on the first row of
 * its group and carried forward.
 */
final class EntityList {

  private static final Pattern CONTINUED = Pattern.compile("(?i)\\s*[—–-]+\\s*continued\\.?$");
  private static final Pattern ALIASES =
      Pattern.compile(
          "(?i),?\\s+(?:a\\.k\\.a\\s*[.,]*\\s*)?(?:(?:and|as)\\s+)?(?:the following )?the following"
              + " (?<count>[\\w-]+) alias(?:es)?(?:[^:—]{0,80}:|[,:]?)\\s*|,?\\s+a\\.k\\.a\\s*[.,:]+\\s*");
  private static final Pattern NEXT_ALIAS =
      Pattern.compile("\\s*[;,]?\\s*(?:and\\s*)?—\\s*|\\s*;\\s*(?:and\\s+)?-?\\s*");
  private static final Pattern SUFFIX =
      Pattern.compile(
          "\\s*(?:Ltd|Limited|Inc|Incorporated|LLC|L\\.L\\.C|LLP|Co|Corp|Corporation|Company|OOO|OAO"
              + "|ZAO|PAO|AO|JSC|PJSC|S\\.A|SA|SARL|GmbH|AG|KG|BV|B\\.V|NV|N\\.V|FZE|FZC|FZCO|FZ-LLC"
              + "|FZ LLC|L\\.L\\.C|Pvt|Pte|PTE|PLC|Sdn|Bhd|SRL|S\\.R\\.L|S\\.p\\.A|A\\.S|AS|OY|Oy|LTD|INC"
              + "|Jr|Sr)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Map<String, Integer> COUNTS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12));

  /** Which column holds what; -1 for none. */
  private record Columns(int country, int entity, int requirement, int policy, int register) {}

  private final Citation list;
  private final Columns columns;
  private final Labels labels;

  private EntityList(Citation list, Columns columns, Labels labels) {
    this.list = list;
    this.columns = columns;
    this.labels = labels;
  }

  /** The entries of a table, if its head says that it lists entities by country. */
  static Optional<List<Clause>> of(Citation list, TableText table, Labels labels) {
    return columns(table).map(columns -> new EntityList(list, columns, labels).entries(table));
  }

  private static Optional<Columns> columns(TableText table) {
    int country = -1;
    int entity = -1;
    int requirement = -1;
    int policy = -1;
    int register = -1;
    for (Row row : table.head()) {
      int at = 0;
      for (TableText.Cell cell : row.cells()) {
        String head = cell.text().toLowerCase(Locale.ROOT);
        country = head.startsWith("country") ? at : country;
        entity = head.startsWith("entity") || head.startsWith("listed person") ? at : entity;
        requirement = head.contains("requirement") ? at : requirement;
        policy = head.contains("policy") ? at : policy;
        register = head.contains("federal register") ? at : register;
        at += cell.columns();
      }
    }
    return country == 0 && entity > 0
        ? Optional.of(new Columns(country, entity, requirement, policy, register))
        : Optional.empty();
  }

  private List<Clause> entries(TableText table) {
    List<Clause> entries = new ArrayList<>();
    String country = "";
    for (int at = 0; at < table.rows().size(); at++) {
      Row row = table.rows().get(at);
      String printed = cell(row, columns.country());
      if (!printed.isEmpty() && !row.ellipsis()) {
        country = CONTINUED.matcher(printed).replaceFirst("").strip();
      }
      Citation under = country.isEmpty() ? list : list.then(Kind.COUNTRY, country);
      if (row.ellipsis()) {
        entries.add(ellipsis(under, row));
      } else if (!cell(row, columns.entity()).isEmpty()) {
        List<Run> text = new ArrayList<>(runs(row, columns.entity()));
        while (at + 1 < table.rows().size() && goesOn(table.rows().get(at + 1))) {
          at++;
          text.add(Run.plain(" "));
          text.addAll(runs(table.rows().get(at), columns.entity()));
        }
        entries.add(entity(under, country, row, Runs.tidy(text)));
      }
    }
    table.notes().forEach(note -> entries.add(footnote(note, table)));
    return entries;
  }

  private Clause ellipsis(Citation under, Row row) {
    return new Ellipsis(
        labels.unlabelled(under, Kind.ELLIPSIS), Content.of(Runs.of("* * *"), row.span()));
  }

  /** A row with nothing but text in the entity's column goes on with the entity above. */
  private boolean goesOn(Row row) {
    int filled = 0;
    for (TableText.Cell cell : row.cells()) {
      filled += cell.runs().isEmpty() ? 0 : 1;
    }
    return columns.requirement() > 0
        && !row.ellipsis()
        && filled == 1
        && !cell(row, columns.entity()).isEmpty();
  }

  private Clause entity(Citation under, String country, Row row, List<Run> runs) {
    String text = Runs.text(runs);
    Matcher intro = ALIASES.matcher(text);
    boolean known = intro.find();
    String name = known ? text.substring(0, intro.start()).strip() : name(text);
    return new EntityEntry(
        labels.labelled(under, Kind.ENTITY, name),
        country,
        name,
        known ? aliases(text.substring(intro.end()), count(intro.group("count"))) : List.of(),
        cell(row, columns.requirement()),
        cell(row, columns.policy()),
        cell(row, columns.register()),
        Content.of(runs, row.span()));
  }

  private static int count(@Nullable String word) {
    return word == null ? 1 : COUNTS.getOrDefault(word.toLowerCase(Locale.ROOT), Integer.MAX_VALUE);
  }

  /** What stands before the address: up to a comma or full stop that belongs to no name. */
  private static String name(String text) {
    return text.substring(0, endOfName(text, true)).strip();
  }

  private static int endOfName(String text, boolean commaEnds) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean spaceBehind = at + 1 < text.length() && text.charAt(at + 1) == ' ';
      if (c == ','
          && commaEnds
          && !SUFFIX.matcher(text).region(at + 1, text.length()).lookingAt()) {
        return at;
      }
      if (c == '.' && spaceBehind && endsName(text, at)) {
        return wordBefore(text, at).length() > 4 || !isSuffix(wordBefore(text, at)) ? at : at + 1;
      }
    }
    return text.endsWith(".") && !isSuffix(wordBefore(text, text.length() - 1))
        ? text.length() - 1
        : text.length();
  }

  private static boolean isSuffix(String word) {
    return SUFFIX.matcher(word).matches();
  }

  /** Whether a full stop ends the name: not behind an initial, {@code Co.} before Ltd., or No. */
  private static boolean endsName(String text, int stop) {
    String word = wordBefore(text, stop);
    boolean initial = word.length() == 1 || word.matches("(?:[A-Z][a-z]?\\.)+[A-Z][a-z]?|St|Dr|Mr");
    boolean suffixBehind = SUFFIX.matcher(text).region(stop + 2, text.length()).lookingAt();
    boolean number = word.equals("No") && Character.isDigit(text.charAt(stop + 2));
    return !initial && !number && !suffixBehind;
  }

  private static String wordBefore(String text, int end) {
    int start = end;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  private static List<String> aliases(String text, int count) {
    List<String> aliases = new ArrayList<>();
    Matcher next = NEXT_ALIAS.matcher(text);
    int start = next.lookingAt() ? next.end() : 0;
    boolean listed = start > 0 || count > 1;
    while (aliases.size() < count && start < text.length()) {
      boolean more = listed && next.find(start) && aliases.size() + 1 < count;
      if (!more) {
        String last = text.substring(start);
        aliases.add(last.substring(0, endOfName(last, !listed)).strip());
        break;
      }
      aliases.add(text.substring(start, next.start()).strip());
      start = next.end();
    }
    return aliases.stream().filter(alias -> !alias.isEmpty()).toList();
  }

  /** A footnote of the table, named by its number, which the requirements refer to. */
  private Clause footnote(List<Run> note, TableText table) {
    Run first = note.get(0);
    boolean numbered =
        first.style().rise() == Rise.SUPER && first.text().strip().matches("\\d{1,3}");
    String label = numbered ? "Footnote " + first.text().strip() : "Footnote";
    int length = numbered ? first.text().length() : 0;
    return new Note(
        labels.labelled(list, Kind.NOTE, label),
        new Content(
            numbered ? Runs.tidy(List.of(first)) : List.of(),
            Runs.from(note, length),
            List.of(),
            Shown.WHOLE,
            table.rows().isEmpty() ? table.head().get(0).span() : lastSpan(table)));
  }

  private static Span lastSpan(TableText table) {
    return table.rows().get(table.rows().size() - 1).span();
  }

  private static String cell(Row row, int column) {
    return Runs.text(runs(row, column));
  }

  private static List<Run> runs(Row row, int column) {
    int at = 0;
    for (TableText.Cell cell : row.cells()) {
      if (at == column) {
        return cell.runs();
      }
      at += cell.columns();
    }
    return List.of();
  }
}
