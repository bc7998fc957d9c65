package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.Amendment.Extent;
import org.ratchet.amend.Token.Kind;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Step;

/**
 * Reads the units that a stretch of an instruction names, relative to the place inherited from the
 * words and the instructions around it. Every word must be understood.
 */
final class TargetReader {

  private static final Pattern SUPPLEMENTS =
      Pattern.compile(
          "([\\d, andthroug]+?)(?: to (?:15 CFR )?part (\\d+[a-z]?))?", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** A unit that is named, and how much of it. */
  record Target(Citation citation, Extent extent) {}

  private static final class Item {
    Citation citation;
    final Citation base;
    Extent extent;
    boolean placed;

    /** Whether it is named by a bare letter, as only the items of an entry are. */
    boolean letter;

    final boolean place;

    Item(Citation citation, Citation base, Extent extent, boolean place) {
      this.citation = citation;
      this.base = base;
      this.extent = extent;
      this.place = place;
    }
  }

  private final Wording wording;
  private final Citation part;
  private final List<Item> items = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();

  private Citation place;
  private List<String> chain;
  private boolean under = true;
  private boolean preposition;
  private String joining = "";
  private boolean afterItem;
  private boolean through;
  private boolean entry;
  private boolean definition;
  private boolean position;
  private boolean reserved;
  private Extent listExtent = Extent.WHOLE;

  /**
   * A reader at a place.
   *
   * @param part the part of the CFR that the instruction stands under
   * @param place the place inherited
   */
  TargetReader(Wording wording, Citation part, Citation place) {
    this.wording = wording;
    this.part = part;
    this.place = place;
    this.chain = paragraphs(place);
  }

  void read(List<Token> tokens) {
    for (Token token : tokens) {
      if (!position) {
        read(token);
      }
    }
  }

  /** What was not understood, in the words of the instruction. */
  List<String> unknown() {
    List<String> all = new ArrayList<>(unknown);
    items.stream()
        .filter(item -> item.letter && item.citation.upTo(Step.Kind.ECCN).steps().isEmpty())
        .forEach(item -> all.add(item.citation.last().label()));
    return all;
  }

  boolean reserved() {
    return reserved;
  }

  /** The units named, in order; a place that only leads to others is none. */
  List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (Item item : items) {
      if (!leads(item)) {
        targets.add(new Target(item.citation, item.extent));
      }
    }
    return targets;
  }

  private boolean leads(Item item) {
    return item.place
        && item.extent == Extent.WHOLE
        && items.stream()
            .anyMatch(
                other ->
                    other != item
                        && item.citation.isPrefixOf(other.citation)
                        && (!other.place || !other.citation.equals(item.citation)));
  }

  /** The place after these words: the last unit named, or the one inherited. */
  Citation place() {
    return place;
  }

  private void read(Token token) {
    boolean itemBefore = afterItem;
    boolean prepositionBefore = preposition;
    afterItem = false;
    switch (token.kind()) {
      case SECTION -> sections(token.value(), prepositionBefore);
      case PART -> place(Citation.part(title(), token.value()), prepositionBefore);
      case SUPPLEMENT -> supplements(token.value(), prepositionBefore);
      case APPENDIX -> appendix(token.value(), prepositionBefore);
      case ECCN -> entries(token.value(), prepositionBefore);
      case ORDER -> place(unit(place).then(Step.Kind.HEADING, token.value()), prepositionBefore);
      case COUNTRY -> country(token.value());
      case CHAIN -> chain(token.value(), prepositionBefore);
      case ITEM -> item(token.value());
      case THROUGH -> through = true;
      case NOTE -> notes(token.value());
      case INTRO -> extent(Extent.INTRODUCTORY_TEXT, itemBefore);
      case HEADING_WORD -> extent(Extent.HEADING, itemBefore);
      case SECTION_HEADING -> item(section(place), Extent.HEADING);
      case AUTHORITY -> authority();
      case ROLE -> role(token.lower(), prepositionBefore);
      case QUOTE -> quote(Integer.parseInt(token.value()));
      case ENTRY_WORD -> entry = true;
      case DEFINITION_WORD -> definition = true;
      case RESERVED -> reserved = true;
      case POSITION -> position = true;
      case SUBPART -> subpart(token.value());
      case PREPOSITION, PARAGRAPH_WORD, SECTION_WORD, GROUP, FILLER -> {}
      default -> unknown.add(token.value());
    }
    if (token.is(Kind.PARAGRAPH_WORD)) {
      listExtent = Extent.WHOLE;
    }
    joining = token.is(Kind.PREPOSITION) ? token.value() : joining;
    boolean keeps =
        token.is(Kind.PARAGRAPH_WORD)
            || token.is(Kind.FILLER)
            || token.is(Kind.DEFINITION_WORD)
            || token.is(Kind.GROUP);
    preposition =
        token.is(Kind.PREPOSITION)
            || (prepositionBefore
                && keeps
                && !token.value().equals(",")
                && !token.value().equals(";"));
  }

  private int title() {
    return part.steps().isEmpty() ? 15 : Integer.parseInt(part.steps().get(0).label());
  }

  private void sections(String value, boolean prep) {
    String[] both = value.split("\\|", 2);
    Citation section = Citation.section(title(), both[0]);
    if (both.length > 1) {
      for (String label : Designations.labels(both[1])) {
        section = section.then(Step.Kind.PARAGRAPH, label);
      }
    }
    place(section, prep);
  }

  private void supplements(String value, boolean prep) {
    Matcher matcher = SUPPLEMENTS.matcher(value);
    if (!matcher.matches()) {
      unknown.add(value);
      return;
    }
    Citation of = matcher.group(2) == null ? part(place) : Citation.part(title(), matcher.group(2));
    if (of.steps().isEmpty()) {
      unknown.add("supplement no. " + value + " (of which part?)");
      return;
    }
    Matcher number = NUMBER.matcher(matcher.group(1));
    while (number.find()) {
      place(of.then(Step.Kind.SUPPLEMENT, number.group()), prep);
    }
  }

  private void appendix(String value, boolean prep) {
    String[] both = value.split("\\|", 2);
    place(Citation.part(title(), both[1]).then(Step.Kind.APPENDIX, both[0]), prep);
  }

  private void entries(String value, boolean prep) {
    String[] steps = value.split("\\.", -1);
    Citation entry = Citation.eccn(steps[0]);
    for (int i = 1; i < steps.length; i++) {
      entry = entry.then(Step.Kind.PARAGRAPH, steps[i]);
    }
    place(entry, prep);
  }

  private void country(String name) {
    Citation unit = unit(place);
    if (unit.steps().isEmpty() || unit.last().kind() != Step.Kind.SUPPLEMENT) {
      unknown.add(name);
    } else {
      place = unit.then(Step.Kind.COUNTRY, name.strip());
    }
  }

  /** A place: of what was named before it if a preposition joins them, else for what follows. */
  private void place(Citation at, boolean prep) {
    List<Item> pending = items.stream().filter(item -> !item.placed && !item.place).toList();
    boolean joins = prep && !pending.isEmpty();
    for (Item item : pending) {
      if (joins && item.base.isPrefixOf(item.citation)) {
        item.citation = item.citation.rebase(item.base, at);
        listExtent = item.extent;
      }
      item.placed = true;
    }
    if (!joins) {
      items.add(new Item(at, at, Extent.WHOLE, true));
      place = at;
      under = true;
    }
    chain = paragraphs(at);
    afterItem = true;
    definition = false;
    entry = false;
  }

  private void chain(String value, boolean prep) {
    List<String> labels = Designations.labels(value);
    Citation unit = unit(place);
    boolean pending = prep && items.stream().anyMatch(item -> !item.placed && !item.place);
    if (through) {
      through = false;
      range(labels, unit);
      return;
    }
    boolean free = unit.steps().isEmpty() || unit.last().kind() != Step.Kind.SECTION;
    Optional<List<String>> path =
        free && chain.isEmpty()
            ? Optional.of(labels)
            : Designations.resolve(chain, labels, under && !pending);
    if (path.isEmpty()) {
      unknown.add(value);
      return;
    }
    Citation citation = paragraphs(unit, path.get());
    if (prep) {
      place(citation, true);
    } else {
      add(citation, unit, listExtent);
    }
    chain = path.get();
    under = false;
    afterItem = true;
  }

  private void range(List<String> labels, Citation unit) {
    int level = chain.size() - 1;
    Optional<List<String>> more =
        level < 0 || items.isEmpty()
            ? Optional.empty()
            : Designations.upTo(chain.get(level), labels.get(labels.size() - 1), level);
    if (more.isEmpty()) {
      unknown.add("through " + String.join(" ", labels));
      return;
    }
    Item last = items.get(items.size() - 1);
    for (String label : more.get()) {
      List<String> path = new ArrayList<>(chain.subList(0, level));
      path.add(label);
      Item next = new Item(paragraphs(unit, path), unit, last.extent, last.place);
      next.placed = last.placed;
      items.add(next);
      chain = path;
    }
    afterItem = true;
  }

  private void item(String value) {
    Citation unit = unit(place);
    List<String> labels = List.of(value.replaceFirst("^\\.", "").split("\\.", -1));
    if (through) {
      through = false;
      letters(labels, unit);
      return;
    }
    letter(paragraphs(unit, labels), unit);
    chain = labels;
    afterItem = true;
  }

  private void letters(List<String> labels, Citation unit) {
    int level = chain.size() - 1;
    Optional<List<String>> more =
        level < 0
            ? Optional.empty()
            : Designations.upTo(
                chain.get(level),
                labels.get(labels.size() - 1),
                Character.isDigit(chain.get(level).charAt(0)) ? 1 : 0);
    if (more.isEmpty()) {
      unknown.add("through " + String.join(".", labels));
      return;
    }
    for (String label : more.get()) {
      List<String> path = new ArrayList<>(chain.subList(0, level));
      path.add(label);
      letter(paragraphs(unit, path), unit);
      chain = path;
    }
    afterItem = true;
  }

  private void letter(Citation citation, Citation unit) {
    add(citation, unit, listExtent);
    items.get(items.size() - 1).letter = true;
  }

  private void notes(String value) {
    String name = value.replaceFirst("\\s*\\d.*$", "").replaceFirst("(?i)^(.*)notes$", "$1Note");
    name = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    Matcher number = NUMBER.matcher(value);
    boolean numbered = false;
    int before = 0;
    while (number.find()) {
      int value2 = Integer.parseInt(number.group());
      boolean range = numbered && value.substring(0, number.start()).endsWith("through ");
      for (int n = range ? before + 1 : value2; n <= value2; n++) {
        add(place.then(Step.Kind.NOTE, name + " " + n), place, Extent.WHOLE);
      }
      before = value2;
      numbered = true;
    }
    if (!numbered) {
      add(place.then(Step.Kind.NOTE, name), place, Extent.WHOLE);
    }
  }

  private void extent(Extent extent, boolean afterThat) {
    if (afterThat && !items.isEmpty()) {
      items.get(items.size() - 1).extent = extent;
    } else {
      item(place, extent);
    }
  }

  private void item(Citation citation, Extent extent) {
    items.add(new Item(citation, citation, extent, false));
  }

  private void add(Citation citation, Citation base, Extent extent) {
    items.add(new Item(citation, base, extent, false));
  }

  private void authority() {
    Citation base = part(place);
    if (!place.steps().isEmpty() && place.last().kind() == Step.Kind.SECTION) {
      unknown.add("authority citation");
    } else {
      add(base.then(Step.Kind.AUTHORITY, ""), base, Extent.WHOLE);
    }
  }

  /** A part of an entry: a place for the paragraphs named with it, else what is meant itself. */
  private void role(String name, boolean prep) {
    Citation entry = place.upTo(Step.Kind.ECCN);
    boolean named = items.stream().anyMatch(item -> !item.place);
    if (entry.steps().isEmpty()) {
      unknown.add(name);
    } else if (!named && !prep) {
      add(entry.then(Step.Kind.ECCN_PART, name), entry, Extent.WHOLE);
    }
  }

  private void quote(int index) {
    String text = wording.quotes().get(index);
    if (definition) {
      add(section(place).then(Step.Kind.DEFINITION, term(text)), section(place), Extent.WHOLE);
    } else if (entry && !place.steps().isEmpty() && place.last().kind() == Step.Kind.COUNTRY) {
      add(place.then(Step.Kind.ENTITY, term(text)), place, Extent.WHOLE);
    } else {
      unknown.add("“" + text + "”");
    }
  }

  private static String term(String text) {
    return text.replaceFirst("[;,]+$", "").strip();
  }

  /** To which subpart a section is added is seen from its number; a subpart is no target. */
  private void subpart(String label) {
    boolean sections =
        !items.isEmpty()
            && items.stream()
                .allMatch(i -> i.place && i.citation.last().kind() == Step.Kind.SECTION);
    if (!joining.equalsIgnoreCase("to") || !sections) {
      unknown.add("subpart " + label);
    }
  }

  private static Citation paragraphs(Citation unit, List<String> labels) {
    Citation citation = unit;
    for (String label : labels) {
      citation = citation.then(Step.Kind.PARAGRAPH, label);
    }
    return citation;
  }

  /** The labels of the paragraphs at the end of a citation. */
  private static List<String> paragraphs(Citation citation) {
    List<String> labels = new ArrayList<>();
    for (Step step : citation.steps()) {
      if (step.kind() == Step.Kind.PARAGRAPH) {
        labels.add(step.label());
      } else {
        labels.clear();
      }
    }
    return labels;
  }

  /** The citation without the paragraphs at its end. */
  static Citation unit(Citation citation) {
    Citation unit = citation;
    while (!unit.steps().isEmpty()
        && switch (unit.last().kind()) {
          case PARAGRAPH, NOTE, UNLABELLED, COUNTRY, ENTITY -> true;
          default -> false;
        }) {
      unit = unit.parent();
    }
    return unit;
  }

  private static Citation section(Citation citation) {
    Citation section = citation.upTo(Step.Kind.SECTION);
    return section.steps().isEmpty() ? citation : section;
  }

  private Citation part(Citation citation) {
    Citation of = citation.upTo(Step.Kind.PART);
    return of.steps().isEmpty() ? part : of;
  }
}
