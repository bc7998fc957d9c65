package org.ratchet.amend;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ratchet.amend.Amendment.Extent;
import org.ratchet.amend.Amendment.Sentences;
import org.ratchet.amend.Token.Kind;
import org.ratchet.clause.Citation;
import org.ratchet.clause.EccnPart;
import org.ratchet.clause.Step;

/**
 * Reads the units that a stretch of an instruction names, relative to the place inherited from the
 * words and the instructions around it. Every word must be understood.
 */
final class TargetReader {

  private static final Pattern SUPPLEMENTS =
      Pattern.compile(
          "([\\d, andthroug]+?)(?: to (?:15 CFR )?part (\\d+[a-z]?))?", Pattern.CASE_INSENSITIVE);
  private static final Pattern APPENDIX =
      Pattern.compile(
          "(?:appendix|supplement) ([A-Z]{1,2}|[IVX]+) to (?:part|subpart [A-Z]+ of part)"
              + " (\\d+[a-z]?)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TABLE =
      Pattern.compile(
          "(?:(?:the|this) )?(?:[Tt]ables?)?(?: (\\d+(?:\\.\\d+)?))?(?: (?:to|in|of) paragraph"
              + " ((?:\\(\\w+\\))+))?");
  private static final Pattern QUOTED = Pattern.compile("«(\\d+)»");
  private static final Pattern COMMENT =
      Pattern.compile("((\\d+[a-z]?)(?:\\(\\w+\\))+)(?:-(\\S+))?");
  private static final Pattern KEY_TERM = Pattern.compile("keyterm\\((.*)\\)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** What names a unit. */
  private static final Set<Kind> NAMING =
      EnumSet.of(
          Kind.SECTION,
          Kind.ECCN,
          Kind.CHAIN,
          Kind.ITEM,
          Kind.NUMBERED,
          Kind.NOTE,
          Kind.ROLE,
          Kind.QUOTE,
          Kind.TERM,
          Kind.SUPPLEMENT,
          Kind.EXCEPTION);

  /**
   * A unit that is named, and how much of it.
   *
   * @param sentences which sentences of it
   * @param count how many sentences; negative if no sentences are meant
   */
  record Target(Citation citation, Extent extent, Sentences sentences, int count) {

    static Target of(Citation citation) {
      return new Target(citation, Extent.WHOLE, Sentences.ALL, -1);
    }

    boolean isSentences() {
      return count >= 0;
    }
  }

  private static final class Item {
    Citation citation;
    final Citation base;
    Extent extent;
    Sentences sentences = Sentences.ALL;
    int count = -1;
    boolean placed;

    /** Whether a comma parts it from what follows. */
    boolean comma;

    /** Whether it is named by a bare letter, as only the items of an entry are. */
    boolean letter;

    /** Whether {@code and} stands behind it: then what follows is another unit, not one of it. */
    boolean conjoined;

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

  /** Whether nothing but small words stands behind the last section or entry. */
  private boolean open;

  private boolean through;
  private boolean entry;
  private boolean definition;

  /** Whether what was named before is of the definition. */
  private boolean ofDefinition;

  private boolean position;
  private boolean reserved;
  private Extent listExtent = Extent.WHOLE;
  private Sentences listSentences = Sentences.ALL;
  private int listCount = -1;
  private final List<Integer> ordinals = new ArrayList<>();
  private int count = -1;
  private String form = "";
  private String authorityAt = "";
  private boolean partBefore;
  private final List<String> groups = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

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
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (position && named()) {
        beyond(tokens.subList(at, tokens.size()));
        break;
      }
      if (!position) {
        read(token);
      } else if (token.is(Kind.FILLER) && token.value().equals(",")) {
        position = false;
      }
    }
    if (position && !named()) {
      unknown.add("a place before or after something, and no unit");
    }
    if (!ordinals.isEmpty()) {
      unknown.add(AmendmentWords.ordinal(ordinals.get(0)));
    }
    name();
  }

  /**
   * {@code after paragraph (b), and paragraph (e)}: what is named behind the unit beside which
   * something stands is not read, so it must not be there.
   */
  private void beyond(List<Token> tokens) {
    boolean joined = false;
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (token.is(Kind.BEFORE) || token.is(Kind.BETWEEN) || token.is(Kind.PREPOSITION)) {
        joined = false;
      } else if (joined && NAMING.contains(token.kind())) {
        unknown.add(
            tokens.subList(at, tokens.size()).stream()
                .filter(rest -> !rest.is(Kind.FILLER))
                .map(this::printed)
                .collect(Collectors.joining(" ")));
        return;
      }
      joined |= token.is(Kind.FILLER) && (token.value().equals(",") || token.lower().equals("and"));
    }
  }

  private String printed(Token token) {
    return token.is(Kind.QUOTE)
        ? "“" + wording.quotes().get(Integer.parseInt(token.value())) + "”"
        : token.value();
  }

  /** Whether a unit is named that is no place for others. */
  private boolean named() {
    return items.stream().anyMatch(item -> !item.place) || items.size() == 1;
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
        targets.add(new Target(grouped(item.citation), item.extent, item.sentences, item.count));
      }
    }
    return targets;
  }

  /** Notes of a category or product group stand under its heading. */
  private Citation grouped(Citation citation) {
    boolean note =
        !groups.isEmpty()
            && citation.last().kind() == Step.Kind.NOTE
            && citation.parent().last().kind() == Step.Kind.SUPPLEMENT;
    if (!note) {
      return citation;
    }
    return headed(citation.parent()).then(citation.last());
  }

  private boolean leads(Item item) {
    return item.place
        && !item.conjoined
        && item.extent == Extent.WHOLE
        && item.count < 0
        && items.stream()
            .anyMatch(
                other ->
                    other != item
                        && item.citation.isPrefixOf(other.citation)
                        && (!other.place || !other.citation.equals(item.citation)));
  }

  /** The last place that only led to other units. */
  Optional<Citation> ledTo() {
    return items.stream().filter(this::leads).map(item -> item.citation).reduce((a, b) -> b);
  }

  /** The place after these words: the last unit named, or the one inherited. */
  Citation place() {
    boolean supplement = !place.steps().isEmpty() && place.last().kind() == Step.Kind.SUPPLEMENT;
    return supplement ? headed(place) : place;
  }

  private Citation headed(Citation supplement) {
    Citation under = supplement;
    for (String group : groups) {
      under = under.then(Step.Kind.HEADING, group);
    }
    return under;
  }

  private void read(Token token) {
    boolean itemBefore = afterItem;
    boolean prepositionBefore = preposition;
    afterItem = false;
    boolean partBeforeThis = partBefore;
    partBefore = false;
    if (!token.is(Kind.UNKNOWN)) {
      name();
    }
    switch (token.kind()) {
      case SECTION -> sections(token.value(), prepositionBefore);
      case PART -> {
        place(Citation.part(title(), token.value()), prepositionBefore);
        partBefore = true;
      }
      case SUPPLEMENT -> supplements(token.value(), prepositionBefore);
      case APPENDIX -> appendix(token.value(), prepositionBefore);
      case CHAPTER -> chapter(token.value(), prepositionBefore);
      case ECCN -> entries(token.value(), prepositionBefore);
      case ORDER -> place(unit(place).then(Step.Kind.HEADING, token.value()), prepositionBefore);
      case COUNTRY -> country(token.value());
      case CHAIN -> chain(token.value(), prepositionBefore);
      case ITEM -> item(token.value());
      case NUMBERED -> numbered(token.value());
      case COMMENT -> comment(token.value(), prepositionBefore);
      case FORM -> form = token.lower().startsWith("title") ? "Title " : "Model Form ";
      case FORM_LABEL -> form(token.value());
      case LABEL -> label(token.value());
      case TERM -> {
        ofDefinition = prepositionBefore;
        definition(token.value());
      }
      case DIRECTIVE -> add(place.then(Step.Kind.HEADING, token.value()), place, Extent.WHOLE);
      case TABLE -> tables(token.value(), prepositionBefore);
      case FOOTNOTE ->
          add(place.then(Step.Kind.NOTE, "Footnote " + token.value()), place, Extent.WHOLE);
      case THROUGH -> through = true;
      case NOTE -> notes(token.value());
      case INTRO -> extent(Extent.INTRODUCTORY_TEXT, itemBefore || ofSentence(prepositionBefore));
      case HEADING_WORD -> extent(Extent.HEADING, itemBefore || ofSentence(prepositionBefore));
      case SECTION_HEADING -> {
        item(section(place), Extent.HEADING);
        items.get(items.size() - 1).placed = true;
      }
      case FOLLOWING -> extent(Extent.FOLLOWING_TEXT, false);
      case ORDINAL -> ordinal(Ordinals.of(token));
      case COUNT -> count = Ordinals.count(token);
      case SENTENCE -> sentences(token, itemBefore);
      case AUTHORITY -> authority();
      case ROLE -> role(token.lower(), prepositionBefore);
      case EXCEPTION -> exception(token.value(), prepositionBefore);
      case QUOTE -> quote(Integer.parseInt(token.value()), prepositionBefore);
      case ENTRY_WORD -> entry = true;
      case DEFINITION_WORD -> {
        definition = true;
        ofDefinition = prepositionBefore;
      }
      case RESERVED -> reserved = true;
      case BEFORE, AFTER, BETWEEN -> beside(token);
      case SUBPART -> subpart(token.value(), prepositionBefore, partBeforeThis);
      case GROUP -> group(token.value());
      case PREPOSITION, PARAGRAPH_WORD, SECTION_WORD, SECTION_TITLE, END, BEGINNING, FILLER -> {}
      default -> unknown(token);
    }
    if (token.is(Kind.FILLER) && !items.isEmpty()) {
      Item last = items.get(items.size() - 1);
      last.comma |= token.value().equals(",");
      last.conjoined |= token.lower().equals("and") && open && isWithinPart(last.citation);
    }
    open = token.is(Kind.FILLER) ? open : token.is(Kind.SECTION) || token.is(Kind.ECCN);
    if (token.is(Kind.PARAGRAPH_WORD) && !prepositionBefore) {
      listExtent = Extent.WHOLE;
      listSentences = Sentences.ALL;
      listCount = -1;
    }
    joining = token.is(Kind.PREPOSITION) ? token.value() : joining;
    partBefore |= partBeforeThis && token.is(Kind.FILLER);
    boolean keeps =
        token.is(Kind.PARAGRAPH_WORD)
            || token.is(Kind.FILLER)
            || token.is(Kind.DEFINITION_WORD)
            || token.is(Kind.GROUP);
    preposition =
        token.is(Kind.PREPOSITION)
            || token.is(Kind.END)
            || token.is(Kind.BEGINNING)
            || token.is(Kind.FOLLOWING)
            || (prepositionBefore
                && keeps
                && !token.value().equals(",")
                && !token.value().equals(";"));
  }

  /** {@code the first sentence of the introductory text}. */
  private boolean ofSentence(boolean prep) {
    Item last = items.isEmpty() ? null : items.get(items.size() - 1);
    return prep && last != null && last.count >= 0 && !last.placed && last.extent == Extent.WHOLE;
  }

  private void unknown(Token token) {
    boolean name = entry && Character.isUpperCase(token.value().charAt(0));
    if (name) {
      names.add(token.value());
    } else {
      unknown.add(token.value());
    }
  }

  /** {@code the entries for Pakistan and South Sudan}: names of rows without quotes. */
  private void name() {
    if (!names.isEmpty()) {
      row(String.join(" ", names));
      names.clear();
    }
  }

  private void ordinal(int ordinal) {
    int last = ordinals.isEmpty() ? 0 : ordinals.get(ordinals.size() - 1);
    if (through && last > 0) {
      for (int between = last + 1; between < ordinal; between++) {
        ordinals.add(between);
      }
    }
    through = false;
    ordinals.add(ordinal);
  }

  private void sentences(Token token, boolean afterThat) {
    Sentences which = new Sentences(ordinals);
    int many = count >= 0 ? count : token.lower().equals("sentence") ? 1 : 0;
    ordinals.clear();
    count = -1;
    if (!afterThat || items.isEmpty()) {
      item(place, Extent.WHOLE);
    }
    Item last = items.get(items.size() - 1);
    last.sentences = which;
    last.count = many;
  }

  /**
   * What stands beside something is named before or behind it; only an authority citation within a
   * section is known by the paragraph beside it.
   */
  private void beside(Token token) {
    boolean authority =
        !items.isEmpty()
            && items.get(items.size() - 1).citation.last().kind() == Step.Kind.AUTHORITY;
    if (authority) {
      authorityAt = token.is(Kind.BEFORE) ? "before " : "after ";
    } else {
      position = true;
    }
  }

  private void group(String value) {
    if (value.startsWith("Category") || value.startsWith("Product")) {
      groups.add(value);
    }
  }

  private int title() {
    return part.steps().isEmpty() ? 15 : Integer.parseInt(part.steps().get(0).label());
  }

  private void sections(String value, boolean prep) {
    String[] both = value.replaceAll("[‐‑–]", "-").split("\\|", 2);
    Citation supplement = place.upTo(Step.Kind.SUPPLEMENT);
    if (isInterpretation(supplement)) {
      place(supplement.then(Step.Kind.HEADING, "Section " + both[0]), prep);
      return;
    }
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
    Matcher matcher = APPENDIX.matcher(value);
    if (!matcher.matches()) {
      unknown.add(value);
      return;
    }
    boolean supplement = value.toLowerCase(Locale.ROOT).startsWith("supp");
    Step.Kind kind = supplement ? Step.Kind.SUPPLEMENT : Step.Kind.APPENDIX;
    place(Citation.part(title(), matcher.group(2)).then(kind, matcher.group(1)), prep);
  }

  /** {@code part 1003 is added to chapter X}: what belongs to a chapter says so by its number. */
  private void chapter(String value, boolean prep) {
    boolean holds = prep && items.stream().anyMatch(item -> item.place);
    if (!holds) {
      String label = Character.toUpperCase(value.charAt(0)) + value.substring(1);
      place(Citation.ROOT.then(Step.Kind.HEADING, label), prep);
    }
  }

  private void entries(String value, boolean prep) {
    String[] steps = value.split("\\.", -1);
    Citation entry = Citation.eccn(steps[0]);
    for (int i = 1; i < steps.length; i++) {
      entry = entry.then(Step.Kind.PARAGRAPH, steps[i]);
    }
    if (!prep && noteOfMore(entry)) {
      Item note = items.get(items.size() - 1);
      note.citation = common(note.citation.parent(), entry).then(note.citation.last());
    } else {
      place(entry, prep);
    }
  }

  /** {@code Note 2 to 3A090.a and 3A090.b} is one note, which stands under what holds both. */
  private boolean noteOfMore(Citation entry) {
    Item last = items.isEmpty() ? null : items.get(items.size() - 1);
    return last != null
        && last.conjoined
        && !last.comma
        && last.citation.last().kind() == Step.Kind.NOTE
        && entry.upTo(Step.Kind.ECCN).equals(last.citation.upTo(Step.Kind.ECCN));
  }

  private static Citation common(Citation left, Citation right) {
    Citation common = left;
    while (!common.isPrefixOf(right)) {
      common = common.parent();
    }
    return common;
  }

  /**
   * Where the list is not named, as behind a paragraph that a file lost, the state must tell. The
   * country may stand behind the entry: {@code the entry for “x” under CHINA}.
   */
  private void country(String name) {
    Citation list = unit(place);
    place = list.then(Step.Kind.COUNTRY, name.strip().toUpperCase(Locale.ROOT));
    for (Item item : items) {
      Step entry = item.citation.last();
      if (entry.kind() == Step.Kind.ROW && item.citation.parent().equals(list)) {
        item.citation = place.then(Step.Kind.ENTITY, entry.label());
      }
    }
  }

  /** {@code In paragraphs (a) and (b) of § 744.6}: places that wait for their unit. */
  private boolean holdPlaces(Citation at) {
    List<Item> waiting = items.stream().filter(item -> isBare(item.citation)).toList();
    if (isBare(at) || waiting.stream().noneMatch(item -> item.place || item.placed)) {
      return false;
    }
    for (Item item : waiting) {
      item.citation = item.citation.rebase(unit(item.citation), at);
      item.placed = true;
      place = item.citation;
      chain = paragraphs(place);
    }
    return true;
  }

  /** Whether it names a paragraph and not the section, supplement or entry that holds it. */
  private static boolean isBare(Citation citation) {
    Citation unit = unit(citation);
    boolean within = unit.steps().isEmpty() || unit.last().kind() == Step.Kind.PART;
    return within
        && citation.steps().size() > unit.steps().size()
        && citation.steps().get(unit.steps().size()).kind() == Step.Kind.PARAGRAPH;
  }

  /** A place: of what was named before it if a preposition joins them, else for what follows. */
  private void place(Citation at, boolean prep) {
    if (prep && holdPlaces(at)) {
      return;
    }
    List<Item> pending = items.stream().filter(item -> !item.placed && !item.place).toList();
    boolean joins = prep && !pending.isEmpty();
    if (joins) {
      doubt(pending);
    }
    for (Item item : pending) {
      if (joins && item.base.isPrefixOf(item.citation)) {
        item.citation = item.citation.rebase(item.base, at);
        listExtent = item.extent;
        listSentences = item.sentences;
        listCount = item.count;
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

  /** {@code the heading, the first sentence of paragraph (a)}: the heading of which unit? */
  private void doubt(List<Item> pending) {
    Item last = pending.get(pending.size() - 1);
    for (Item item : pending) {
      boolean like = item.extent == last.extent && item.sentences.equals(last.sentences);
      if (item.comma && !like) {
        unknown.add(
            item.extent.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " (of which unit?)");
      }
    }
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
      boolean noted = !authorityAt.isEmpty();
      if (noted) {
        authorityBeside(value);
      } else {
        add(citation, unit, listExtent);
      }
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
    Item item = new Item(citation, base, extent, false);
    if (extent == listExtent && citation.steps().size() > base.steps().size()) {
      item.sentences = listSentences;
      item.count = listCount;
    }
    items.add(item);
  }

  private void authority() {
    boolean ofSection = !section(place).equals(place) || isSection(place);
    Citation base = ofSection ? section(place) : part(place);
    add(base.then(Step.Kind.AUTHORITY, ""), base, Extent.WHOLE);
  }

  private static boolean isWithinPart(Citation citation) {
    return !citation.upTo(Step.Kind.SECTION).steps().isEmpty()
        || !citation.upTo(Step.Kind.ECCN).steps().isEmpty();
  }

  private static boolean isSection(Citation citation) {
    return !citation.steps().isEmpty() && citation.last().kind() == Step.Kind.SECTION;
  }

  private void authorityBeside(String value) {
    Item last = items.get(items.size() - 1);
    last.citation = last.citation.parent().then(Step.Kind.AUTHORITY, authorityAt + value);
    authorityAt = "";
  }

  /** A part of an entry: behind a preposition a place for the paragraphs named, else a unit. */
  private void role(String name, boolean prep) {
    Citation entry = place.upTo(Step.Kind.ECCN);
    if (entry.steps().isEmpty()) {
      unknown.add(name);
    } else if (!prep) {
      add(entry.then(Step.Kind.ECCN_PART, partName(name)), entry, Extent.WHOLE);
    }
  }

  /** {@code the LVS paragraph}: a line of the license exceptions of an entry. */
  private void exception(String name, boolean prep) {
    Citation entry = place.upTo(Step.Kind.ECCN);
    if (entry.steps().isEmpty()) {
      unknown.add(name + " (of which entry?)");
    } else {
      Citation lines = entry.then(Step.Kind.ECCN_PART, EccnPart.Role.LICENSE_EXCEPTIONS.label());
      place(lines.then(Step.Kind.PARAGRAPH, name), prep);
    }
  }

  /** The name that a part of an entry has in citations: entries print some of them in full. */
  private static String partName(String printed) {
    String name =
        printed
            .replaceFirst("(?i)^list[- ]based ", "")
            .replaceFirst("(?i)^license exception$", "license exceptions")
            .replaceFirst("(?i)^reasons ", "reason ");
    return EccnPart.Role.named(name).map(EccnPart.Role::label).orElse(printed);
  }

  private void quote(int index, boolean prep) {
    String text = term(wording.quotes().get(index));
    boolean listed = has(Step.Kind.COUNTRY);
    if (definition) {
      definition(text);
    } else if (entry && listed) {
      Citation country = place.upTo(Step.Kind.COUNTRY);
      add(country.then(Step.Kind.ENTITY, text), country, Extent.WHOLE);
    } else if (entry || !place.upTo(Step.Kind.TABLE).steps().isEmpty()) {
      row(text);
    } else if (prep && joining.equalsIgnoreCase("under")) {
      place(unit(place).then(Step.Kind.HEADING, text), false);
    } else {
      unknown.add("“" + text + "”");
    }
  }

  private boolean has(Step.Kind kind) {
    return !place.upTo(kind).steps().isEmpty();
  }

  /** In the official interpretations of a part, definitions are headings of comments. */
  private void definition(String term) {
    Citation section = section(place);
    boolean pending = items.stream().anyMatch(item -> !item.placed && !item.place);
    if (ofDefinition && pending) {
      place(section.then(Step.Kind.DEFINITION, term), true);
    } else if (isInterpretation(place.upTo(Step.Kind.SUPPLEMENT))) {
      place(headed().then(Step.Kind.HEADING, term), false);
    } else {
      add(section.then(Step.Kind.DEFINITION, term), section, Extent.WHOLE);
    }
  }

  /** Supplement I of a part holds the official interpretations of its sections. */
  private static boolean isInterpretation(Citation supplement) {
    return !supplement.steps().isEmpty() && !Character.isDigit(supplement.last().label().charAt(0));
  }

  private void row(String name) {
    Citation table = table();
    add(table.then(Step.Kind.ROW, name), table, Extent.WHOLE);
  }

  private Citation table() {
    Citation table = place.upTo(Step.Kind.TABLE);
    boolean row = has(Step.Kind.ROW);
    return !table.steps().isEmpty() ? table : row ? place.upTo(Step.Kind.ROW).parent() : place;
  }

  private void tables(String value, boolean prep) {
    Citation inTable = place.upTo(Step.Kind.TABLE);
    Citation base = inTable.steps().isEmpty() ? place : inTable.parent();
    Matcher quoted = QUOTED.matcher(value);
    List<String> names = new ArrayList<>();
    while (quoted.find()) {
      names.add(term(wording.quotes().get(Integer.parseInt(quoted.group(1)))));
    }
    Matcher numbered = TABLE.matcher(value);
    if (numbered.matches()) {
      if (numbered.group(2) != null) {
        base = paragraphs(unit(place), Designations.labels(numbered.group(2)));
      }
      names.add(numbered.group(1) == null ? "" : numbered.group(1));
    } else if (names.isEmpty()) {
      names.add(value.replaceFirst("^the ", "").replaceFirst(" tables?$", ""));
    }
    for (String name : names) {
      place(base.then(Step.Kind.TABLE, name), prep);
    }
  }

  /** {@code comment 33(c)-6}: a comment of the official interpretations, and its number. */
  private void comment(String value, boolean prep) {
    Matcher matcher = COMMENT.matcher(value);
    if (!matcher.matches()) {
      unknown.add(value);
      return;
    }
    Citation supplement = place.upTo(Step.Kind.SUPPLEMENT);
    Citation interpretation =
        isInterpretation(supplement) ? supplement : part(place).then(Step.Kind.SUPPLEMENT, "I");
    String section = part(place).steps().isEmpty() ? "" : part(place).last().label();
    Citation heading =
        interpretation
            .then(Step.Kind.HEADING, "Section " + section + "." + matcher.group(2))
            .then(Step.Kind.HEADING, matcher.group(1));
    if (matcher.group(3) == null) {
      place(heading, prep);
    } else {
      add(paragraphs(heading, List.of(matcher.group(3).split("\\.", -1))), heading, listExtent);
    }
  }

  /** The heading of the official interpretations under which comments are numbered. */
  private Citation headed() {
    Citation heading = place.upTo(Step.Kind.HEADING);
    return heading.steps().isEmpty() ? unit(place) : heading;
  }

  /** {@code paragraph 2.ii} of a comment or a list. */
  private void numbered(String value) {
    Citation base = headed();
    List<String> labels = List.of(value.split("\\.", -1));
    if (through) {
      through = false;
      letters(labels, base);
      return;
    }
    add(paragraphs(base, labels), base, listExtent);
    chain = labels;
    afterItem = true;
  }

  private void form(String label) {
    Citation unit = unit(place);
    if (through) {
      through = false;
      forms(label, unit);
    } else {
      add(unit.then(Step.Kind.HEADING, form + label), unit, listExtent);
      afterItem = true;
    }
  }

  private void forms(String to, Citation unit) {
    String from =
        items.isEmpty()
            ? ""
            : items.get(items.size() - 1).citation.last().label().substring(form.length());
    Optional<List<String>> more = Designations.formsUpTo(from, to);
    if (more.isEmpty()) {
      unknown.add("through " + to);
    } else {
      more.get().forEach(next -> add(unit.then(Step.Kind.HEADING, form + next), unit, listExtent));
    }
  }

  /**
   * {@code 478-103-e-p2}, {@code 478-11-keyterm(Director)}: a label of the regulations-parser tool,
   * which some files carry in place of the words.
   */
  private void label(String value) {
    String[] steps = value.split("-", 3);
    if (steps.length < 3) {
      unknown.add(value);
      return;
    }
    Citation at = Citation.section(title(), steps[0] + "." + steps[1]);
    Matcher term = KEY_TERM.matcher(steps[2]);
    if (term.matches()) {
      add(at.then(Step.Kind.DEFINITION, term.group(1)), at, Extent.WHOLE);
      return;
    }
    Citation unit = at;
    for (String step : steps[2].split("-", -1)) {
      boolean unlabelled = step.matches("p\\d+");
      at =
          unlabelled
              ? at.then(new Step(Step.Kind.UNLABELLED, "", Integer.parseInt(step.substring(1))))
              : at.then(Step.Kind.PARAGRAPH, step);
    }
    add(at, unit, Extent.WHOLE);
  }

  private static String term(String text) {
    return text.replaceFirst("[;,]+$", "").strip();
  }

  /**
   * A subpart. To which one a section is added is seen from its number, so there it is no target;
   * the authority citation of a part may be that of a subpart.
   */
  /** A subpart, {@code B}, or {@code B|745} where its part is named with it. */
  private void subpart(String value, boolean prep, boolean ofPart) {
    boolean sections =
        !items.isEmpty()
            && items.stream()
                .allMatch(i -> i.place && i.citation.last().kind() == Step.Kind.SECTION);
    if (sections && joining.equalsIgnoreCase("to")) {
      return;
    }
    String[] labels = value.split("\\|", -1);
    Citation of = labels.length > 1 ? Citation.part(title(), labels[1]) : part(place);
    Citation subpart = of.then(Step.Kind.HEADING, "Subpart " + labels[0]);
    if (ofPart && !items.isEmpty() && items.get(items.size() - 1).placed) {
      Item last = items.get(items.size() - 1);
      last.citation = last.citation.rebase(of, subpart);
    } else {
      place(subpart, prep);
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
          case PARAGRAPH, NOTE, UNLABELLED, COUNTRY, ENTITY, TABLE, ROW -> true;
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
