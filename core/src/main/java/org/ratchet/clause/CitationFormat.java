package org.ratchet.clause;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Step.Kind;

/** How citations are written, read and ordered. */
final class CitationFormat {

  private static final Pattern NOTE =
      Pattern.compile("((?:Technical Notes?|Notes?|N\\.B\\.|Nota Bene)[^(),\"]*?) to (.+)");
  private static final Pattern ECCN = Pattern.compile("(?:ECCN )?(\\d[A-E]\\d{3})(?=[.,\\s]|$)");
  private static final Pattern SUPPLEMENT =
      Pattern.compile(
          "(?i)Supp(?:\\.|lement) No\\. (\\w+) to (?:(\\d+) CFR )?part (\\d+[a-z]?)(?=[,\\s(]|$)");
  private static final Pattern APPENDIX =
      Pattern.compile("(?i)Appendix (\\w+) to (?:(\\d+) CFR )?part (\\d+[a-z]?)(?=[,\\s(]|$)");
  private static final Pattern PART =
      Pattern.compile("(?i)(?:(\\d+) CFR )?part (\\d+[a-z]?)(?=[,\\s]|$)");
  private static final Pattern SECTION =
      Pattern.compile(
          "(?:(\\d+) CFR )?(?:§ ?)?(\\d+[a-z]?\\.\\d+[a-z]?(?:-\\d+[a-z]?)?)(?=[,\\s(]|$)");
  private static final Pattern REST =
      Pattern.compile(
          "\\((?<para>[^()]+)\\)|\\.(?<item>[A-Za-z0-9#]+)|(?:, )?\"(?<term>(?:[^\"\\\\]|\\\\.)*)\"(?<termno>#\\d+)?"
              + "|, ¶ (?<plain>\\d+)|, \\((?<inner>[^()]+)\\)|, table ?(?<table>[^,\"]*)"
              + "|, row \"(?<row>(?:[^\"\\\\]|\\\\.)*)\"(?<rowno>#\\d+)?|, heading \"(?<head>(?:[^\"\\\\]|\\\\.)*)\"(?<headno>#\\d+)?"
              + "|, (?<auth>authority)|, ellipsis (?<stars>\\d+)|, note (?<note>[^,\"]+)|, (?<word>[^,\"]+(?:, [^,\"¶(]+?)*?)(?=, ¶|, \\(|, row|, table|, ellipsis|, note|, heading|, \"|$|\\.[a-z])");

  private static final Set<Kind> ANCHORS =
      EnumSet.of(Kind.TITLE, Kind.PART, Kind.SECTION, Kind.SUPPLEMENT, Kind.APPENDIX, Kind.ECCN);

  private CitationFormat() {}

  static String print(Citation citation) {
    List<Step> steps = citation.steps();
    if (steps.isEmpty()) {
      return "";
    }
    int anchor = anchorLength(steps);
    StringBuilder out = new StringBuilder(anchor(steps.subList(0, anchor)));
    for (int i = anchor; i < steps.size(); i++) {
      append(out, steps, i);
    }
    return out.toString();
  }

  private static int anchorLength(List<Step> steps) {
    int length = 0;
    while (length < steps.size() && ANCHORS.contains(steps.get(length).kind())) {
      length++;
    }
    return length;
  }

  private static String anchor(List<Step> steps) {
    if (steps.isEmpty()) {
      return "";
    }
    Step last = steps.get(steps.size() - 1);
    String title = steps.get(0).label();
    String part = steps.size() > 1 ? steps.get(1).label() : "";
    return switch (last.kind()) {
      case TITLE -> title + " CFR";
      case PART -> title + " CFR part " + part;
      case SECTION -> title + " CFR " + label(last);
      case SUPPLEMENT ->
          "Supp. No. "
              + label(last)
              + " to "
              + (title.equals("15") ? "Part " : title + " CFR part ")
              + part;
      case APPENDIX -> "Appendix " + label(last) + " to " + title + " CFR part " + part;
      default -> "ECCN " + label(last);
    };
  }

  private static void append(StringBuilder out, List<Step> steps, int at) {
    Step step = steps.get(at);
    Kind before = at == 0 ? Kind.TITLE : steps.get(at - 1).kind();
    boolean inEntry = steps.stream().limit(at).anyMatch(s -> s.kind() == Kind.ECCN);
    switch (step.kind()) {
      case PARAGRAPH -> {
        boolean chained = before == Kind.PARAGRAPH || ANCHORS.contains(before);
        if (inEntry && chained && steps.stream().limit(at).noneMatch(s -> s.kind() == Kind.NOTE)) {
          out.append('.').append(label(step));
        } else {
          out.append(chained ? "(" : ", (").append(label(step)).append(')');
        }
      }
      case NOTE -> {
        if (out.indexOf(",") < 0 && out.indexOf("\"") < 0) {
          String target = out.toString().replaceFirst("^ECCN ", "");
          out.setLength(0);
          out.append(label(step)).append(" to ").append(target);
        } else {
          out.append(", note ").append(label(step));
        }
      }
      case DEFINITION -> out.append(' ').append(quoted(step));
      case ENTITY -> out.append(", ").append(quoted(step));
      case UNLABELLED -> out.append(", ¶ ").append(step.ordinal());
      case ELLIPSIS -> out.append(", ellipsis ").append(step.ordinal());
      case TABLE ->
          out.append(", table")
              .append(step.label().isEmpty() && step.ordinal() == 0 ? "" : " ")
              .append(label(step));
      case ROW -> out.append(", row ").append(quoted(step));
      case HEADING -> out.append(", heading ").append(quoted(step));
      case AUTHORITY -> out.append(", authority");
      default -> out.append(", ").append(label(step));
    }
  }

  private static String label(Step step) {
    return step.ordinal() == 0 ? step.label() : step.label() + "#" + (step.ordinal() + 1);
  }

  private static String quoted(Step step) {
    String escaped = step.label().replace("\\", "\\\\").replace("\"", "\\\"");
    return '"' + escaped + '"' + (step.ordinal() == 0 ? "" : "#" + (step.ordinal() + 1));
  }

  static Citation parse(String text) {
    String source = text.strip();
    if (source.isEmpty()) {
      return Citation.ROOT;
    }
    Matcher note = NOTE.matcher(source);
    if (note.matches()) {
      String target = note.group(2);
      int comma = target.indexOf(", ");
      String place = comma < 0 ? target : target.substring(0, comma);
      Citation noted = parse(place).then(step(Kind.NOTE, note.group(1)));
      return comma < 0 ? noted : rest(noted, target.substring(comma), text);
    }
    return anchored(source, text);
  }

  private static Citation anchored(String source, String whole) {
    Matcher eccn = ECCN.matcher(source);
    if (eccn.lookingAt()) {
      return rest(Citation.eccn(eccn.group(1)), source.substring(eccn.end()), whole);
    }
    Matcher supplement = SUPPLEMENT.matcher(source);
    if (supplement.lookingAt()) {
      Citation part = Citation.part(title(supplement.group(2)), supplement.group(3));
      return rest(
          part.then(step(Kind.SUPPLEMENT, supplement.group(1))),
          source.substring(supplement.end()),
          whole);
    }
    Matcher appendix = APPENDIX.matcher(source);
    if (appendix.lookingAt()) {
      Citation part = Citation.part(title(appendix.group(2)), appendix.group(3));
      return rest(
          part.then(step(Kind.APPENDIX, appendix.group(1))),
          source.substring(appendix.end()),
          whole);
    }
    Matcher part = PART.matcher(source);
    if (part.lookingAt()) {
      return rest(
          Citation.part(title(part.group(1)), part.group(2)), source.substring(part.end()), whole);
    }
    Matcher section = SECTION.matcher(source);
    if (section.lookingAt()) {
      return rest(
          Citation.section(title(section.group(1)), section.group(2)),
          source.substring(section.end()),
          whole);
    }
    throw new IllegalArgumentException("not a citation: " + whole);
  }

  /** The EAR are title 15; people who write {@code 744.23} mean that. */
  private static int title(String printed) {
    return printed == null ? 15 : Integer.parseInt(printed);
  }

  private static Citation rest(Citation start, String rest, String whole) {
    Citation citation = start;
    String left = rest.strip().startsWith("\"") ? rest.strip() : rest;
    while (!left.isBlank()) {
      Matcher matcher = REST.matcher(left);
      if (!matcher.lookingAt() || matcher.end() == 0) {
        throw new IllegalArgumentException("not a citation: " + whole);
      }
      citation = citation.then(step(matcher, citation));
      left = left.substring(matcher.end());
      left = left.startsWith(" \"") ? left.substring(1) : left;
    }
    return citation;
  }

  private static Step step(Matcher m, Citation before) {
    if (m.group("para") != null) {
      return step(Kind.PARAGRAPH, m.group("para"));
    }
    if (m.group("item") != null) {
      return step(Kind.PARAGRAPH, m.group("item"));
    }
    if (m.group("inner") != null) {
      return step(Kind.PARAGRAPH, m.group("inner"));
    }
    if (m.group("term") != null) {
      boolean entity = m.group().startsWith(",");
      return quotedStep(entity ? Kind.ENTITY : Kind.DEFINITION, m.group("term"), m.group("termno"));
    }
    if (m.group("plain") != null) {
      return new Step(Kind.UNLABELLED, "", Integer.parseInt(m.group("plain")));
    }
    if (m.group("stars") != null) {
      return new Step(Kind.ELLIPSIS, "", Integer.parseInt(m.group("stars")));
    }
    if (m.group("row") != null) {
      return quotedStep(Kind.ROW, m.group("row"), m.group("rowno"));
    }
    if (m.group("head") != null) {
      return quotedStep(Kind.HEADING, m.group("head"), m.group("headno"));
    }
    if (m.group("auth") != null) {
      return Step.of(Kind.AUTHORITY, "");
    }
    if (m.group("note") != null) {
      return step(Kind.NOTE, m.group("note"));
    }
    if (m.group("table") != null) {
      return step(Kind.TABLE, m.group("table"));
    }
    Kind kind = before.last().kind() == Kind.ECCN ? Kind.ECCN_PART : Kind.COUNTRY;
    return step(kind, m.group("word"));
  }

  private static Step step(Kind kind, String printed) {
    int hash = printed.lastIndexOf('#');
    if (hash >= 0 && printed.substring(hash + 1).matches("\\d+")) {
      return new Step(
          kind, printed.substring(0, hash), Integer.parseInt(printed.substring(hash + 1)) - 1);
    }
    return Step.of(kind, printed);
  }

  private static Step quotedStep(Kind kind, String label, String ordinal) {
    String plain = label.replaceAll("\\\\(.)", "$1");
    return new Step(kind, plain, ordinal == null ? 0 : Integer.parseInt(ordinal.substring(1)) - 1);
  }

  static int compare(Citation left, Citation right) {
    List<Step> a = left.steps();
    List<Step> b = right.steps();
    int depth = 0;
    boolean entry = false;
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = compare(a.get(i), b.get(i), entry ? -1 : depth);
      if (order != 0) {
        return order;
      }
      depth += a.get(i).kind() == Kind.PARAGRAPH ? 1 : 0;
      entry |= a.get(i).kind() == Kind.ECCN;
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int compare(Step a, Step b, int depth) {
    if (a.kind() != b.kind()) {
      return a.kind().compareTo(b.kind());
    }
    boolean roman = a.kind() == Kind.PARAGRAPH && (depth == 2 || depth == 5);
    int order = roman ? romanOrder(a.label(), b.label()) : natural(a.label(), b.label());
    return order != 0 ? order : Integer.compare(a.ordinal(), b.ordinal());
  }

  private static int romanOrder(String a, String b) {
    int left = Designator.roman(a);
    int right = Designator.roman(b);
    return left > 0 && right > 0 ? Integer.compare(left, right) : natural(a, b);
  }

  /** Digits by value, single and doubled letters by length, the rest by character. */
  private static int natural(String a, String b) {
    List<String> left = chunks(a);
    List<String> right = chunks(b);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      String x = left.get(i);
      String y = right.get(i);
      boolean numbers = Character.isDigit(x.charAt(0)) && Character.isDigit(y.charAt(0));
      boolean letters = a.matches("[a-z]+") && b.matches("[a-z]+") && a.length() + b.length() < 5;
      int order =
          numbers || letters
              ? x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y)
              : x.compareTo(y);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static List<String> chunks(String label) {
    List<String> chunks = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\d+|\\D+").matcher(label.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      String chunk = matcher.group().replaceFirst("^0+(?=\\d)", "");
      chunks.add(chunk);
    }
    if (chunks.isEmpty()) {
      return chunks;
    }
    // Equal but for case: keep a total order that agrees with equality.
    chunks.add(" " + label);
    return chunks;
  }
}
