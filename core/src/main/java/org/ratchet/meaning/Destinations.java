package org.ratchet.meaning;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A set of destinations as a text names it: countries, Country Groups, all destinations, less what
 * it excludes; or a column of the Country Chart.
 *
 * @param countries by the names of the table of Country Groups
 * @param words how the text says it, without references to other provisions
 * @param source the table that the set rests on
 */
record Destinations(Set<String> countries, String words, String source) {

  private static final Pattern REFERENCES =
      Pattern.compile(
          "(?i)\\(?\\bsee (?:also )?§+[^.;]*(?:\\.\\d[^.;]*)*(?:of the"
              + " EAR)?\\)?\\.?|\\((?:see|hereafter)[^)]*\\)|,? ?(?:of|in|to|see)"
              + " supp(?:lement|\\.) no\\. ?\\d+ to (?:part \\d+|this part)(?: of the EAR)?|,? see § [\\w.()]+(?:"
              + " of the EAR)?|\\bof the EAR\\b");
  private static final Pattern UNION =
      Pattern.compile(
          "(?i)(?:,|;)?(?<!\\bto) (?:and|or) (?:also )?(?=to |within )|(?:,|;)? as well as |; ");
  private static final Pattern LESS =
      Pattern.compile(
          "(?i),? (?:excluding|except(?: for)?|other than|but not|that (?:is|are) not also|not"
              + " also|unless also)\\b");
  private static final Pattern GROUP = Pattern.compile("\\b([A-E](?::\\d)?)(?![\\w:])");
  private static final Pattern WORLD =
      Pattern.compile(
          "(?i)\\b(?:any|all) (?:other )?destinations?(?: worldwide)?\\s*$|\\bworldwide\\b");
  private static final Pattern COLUMN = Pattern.compile("([A-Z]{2}) Column (\\d)");
  private static final Pattern LINKS =
      Pattern.compile(
          "(?i)\\b(?:to|or|within|and|the|an?|any|all|other|also|destinations?|countr(?:y|ies)|specified|listed|identified|in|groups?|that|is|are|of|items?|which)\\b|[\\s,.;()]");

  Destinations {
    countries = Set.copyOf(countries);
  }

  /** The set that a text names, if the whole text is understood. */
  static Optional<Destinations> of(String text, CountryTables tables) {
    CountryGroups groups = tables.groups();
    String plain =
        REFERENCES
            .matcher(ThresholdText.normalise(text))
            .replaceAll("")
            .replaceAll("\\s+", " ")
            .strip();
    plain = plain.replaceFirst("[.;,]+$", "");
    Matcher column = COLUMN.matcher(plain);
    if (column.matches()) {
      String words = plain;
      return tables
          .chart()
          .marked(column.group(1), column.group(2))
          .map(marked -> new Destinations(marked, words, tables.chart().source()));
    }
    Set<String> all = new TreeSet<>();
    for (String piece : UNION.split(plain, -1)) {
      Matcher less = LESS.matcher(piece);
      boolean excludes = less.find();
      Optional<Set<String>> named =
          named(excludes ? piece.substring(0, less.start()) : piece, groups);
      Optional<Set<String>> without =
          excludes ? named(piece.substring(less.end()), groups) : Optional.of(Set.of());
      if (named.isEmpty() || without.isEmpty()) {
        return Optional.empty();
      }
      Set<String> members = new TreeSet<>(named.get());
      members.removeAll(without.get());
      all.addAll(members);
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Destinations(all, plain, groups.source()));
  }

  private static Optional<Set<String>> named(String text, CountryGroups groups) {
    Set<String> members = new TreeSet<>();
    String rest = text;
    if (WORLD.matcher(rest).find() && !rest.toLowerCase(Locale.ROOT).contains("group")) {
      return Optional.of(Countries.standard().world());
    }
    Matcher country = Countries.standard().names().matcher(rest);
    StringBuilder left = new StringBuilder();
    while (country.find()) {
      Countries.standard().country(country.group()).ifPresent(members::add);
      country.appendReplacement(left, " ");
    }
    rest = country.appendTail(left).toString();
    if (rest.toLowerCase(Locale.ROOT).contains("country group")) {
      Matcher group = GROUP.matcher(rest);
      StringBuilder without = new StringBuilder();
      while (group.find()) {
        members.addAll(groups.members(group.group(1)));
        group.appendReplacement(without, " ");
      }
      rest = group.appendTail(without).toString();
    }
    boolean understood = LINKS.matcher(rest).replaceAll("").isBlank() && !members.isEmpty();
    return understood ? Optional.of(members) : Optional.empty();
  }
}
