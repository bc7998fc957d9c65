package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.Amendment.Extent;
import org.ratchet.amend.Amendment.Position;
import org.ratchet.amend.Amendment.ReplaceWords;
import org.ratchet.amend.Amendment.Sentences;
import org.ratchet.amend.LedgerLine.Status;
import org.ratchet.amend.SentenceBreaks.Range;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content.Shown;
import org.ratchet.text.NormalText;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/** Operations on the words and sentences of a text. What is not surely meant is refused. */
final class TextOperations {

  private static final Pattern STARS =
      Pattern.compile("^(?:\\s*\\*){3,5}\\s*|\\s*(?:\\*\\s*){3,5}$");
  private static final Pattern ANY_STARS = Pattern.compile("\\*\\s*\\*\\s*\\*(?:\\s*\\*)*");

  private final Tree tree;
  private final SetOut setOut;
  private final Set<Citation> touched;
  private final Map<Citation, Citation> origins;

  TextOperations(Tree tree, SetOut setOut, Set<Citation> touched, Map<Citation, Citation> origins) {
    this.tree = tree;
    this.setOut = setOut;
    this.touched = touched;
    this.origins = origins;
  }

  void replace(ReplaceWords words, Optional<Clause> standing) throws Refusal {
    Clause unit = known(words.target(), standing);
    Phrase phrase = new Phrase(words.words());
    List<Clause> headings = List.of();
    List<Clause> texts;
    if (words.sentences().all()) {
      TextScope scope = TextScope.of(unit, words.extent(), tree.siblings(unit.citation()));
      headings = scope.headings();
      texts = scope.texts();
    } else {
      texts = List.of(sentences(words.target(), unit, words.extent()));
    }
    int found = 0;
    for (Clause clause : headings) {
      found += phrase.places(clause.heading()).size();
    }
    for (Clause clause : texts) {
      for (List<Run> text : CellTexts.of(clause)) {
        found += places(text, phrase, words).size();
      }
    }
    count(words, found);
    for (Clause clause : headings) {
      List<Range> places = phrase.places(clause.heading());
      if (!places.isEmpty()) {
        Clause now = tree.find(clause.citation()).orElse(clause);
        List<Run> runs = changed(now.heading(), places, words.replacement());
        put(now.citation(), now.withContent(now.content().withHeading(runs)));
      }
    }
    for (Clause clause : texts) {
      change(clause, phrase, words);
    }
    touched.add(unit.citation());
  }

  private void change(Clause clause, Phrase phrase, ReplaceWords words) throws Refusal {
    List<List<Run>> now = new ArrayList<>();
    boolean any = false;
    for (List<Run> text : CellTexts.of(clause)) {
      List<Range> places = places(text, phrase, words);
      now.add(places.isEmpty() ? text : changed(text, places, words.replacement()));
      any |= !places.isEmpty();
    }
    if (any) {
      Clause standing = tree.find(clause.citation()).orElse(clause);
      put(clause.citation(), CellTexts.with(standing, now));
    }
  }

  private static List<Run> changed(List<Run> runs, List<Range> places, String replacement) {
    List<Range> cut =
        replacement.isEmpty() ? Phrase.withSpace(places, Phrase.joined(runs)) : places;
    return Phrase.replace(runs, cut, replacement);
  }

  private static List<Range> places(List<Run> runs, Phrase phrase, ReplaceWords words)
      throws Refusal {
    String text = Phrase.joined(runs);
    List<Range> places = phrase.places(runs);
    if (words.times() == ReplaceWords.AT_THE_END) {
      int end = text.stripTrailing().length();
      return places.stream().filter(place -> place.to() == end).toList();
    }
    if (words.sentences().all()) {
      return places;
    }
    List<Range> named = SentenceBreaks.named(SentenceBreaks.of(text), words.sentences());
    return places.stream()
        .filter(p -> named.stream().anyMatch(s -> s.from() <= p.from() && p.to() <= s.to()))
        .toList();
  }

  private static void count(ReplaceWords words, int found) throws Refusal {
    String phrase = "“" + words.words() + "”";
    String place = words.inWords().replaceFirst("(?s)^.* in (?=\\S.*$)", "");
    String target = words.sentences().all() ? words.target().toString() : place;
    if (found == 0) {
      throw new Refusal(
          phrase + " is not there in " + target + "; another amendment may lie between");
    }
    int times = Math.abs(words.times());
    if (times > 0 && found != times) {
      throw new Refusal(
          Status.AMBIGUOUS,
          phrase + " is there " + found + " times in " + target + ", not " + times);
    }
  }

  private void put(Clause clause, List<Run> runs) {
    put(clause.citation(), clause.withContent(clause.content().withText(runs)));
  }

  private void put(Citation at, Clause changed) {
    Citation now = changed.citation();
    boolean named = !now.equals(at) && tree.find(now).isEmpty();
    tree.replace(at, named ? changed : changed.withCitation(at));
    touched.add(at);
    if (named) {
      origins.put(now, at);
      touched.add(now);
    }
  }

  void insert(Amendment.InsertWords words, Optional<Clause> standing) throws Refusal {
    Clause unit = known(words.target(), standing);
    boolean besideWords = words.position().sentence() == 0 && !words.position().words().isEmpty();
    boolean inCell = words.extent() == Extent.WHOLE && besideWords && !CellTexts.isOne(unit);
    Clause clause = inCell ? unit : sentences(words.target(), unit, words.extent());
    List<List<Run>> cells = new ArrayList<>(CellTexts.of(clause));
    int cell = inCell ? cell(words.position(), cells, words.target()) : 0;
    int at = place(words.position(), cells.get(cell), words.target());
    cells.set(cell, inserted(words.words(), cells.get(cell), at));
    put(clause.citation(), CellTexts.with(clause, cells));
    touched.add(unit.citation());
  }

  /** The one cell that holds the words beside which something is inserted. */
  private static int cell(Position position, List<List<Run>> cells, Citation target)
      throws Refusal {
    List<Integer> holding = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      if (!new Phrase(position.words()).places(cells.get(cell)).isEmpty()) {
        holding.add(cell);
      }
    }
    if (holding.size() > 1) {
      throw new Refusal(
          Status.AMBIGUOUS,
          "“" + position.words() + "” is there in " + holding.size() + " cells of " + target);
    }
    return holding.isEmpty() ? 0 : holding.get(0);
  }

  private static List<Run> inserted(String words, List<Run> runs, int at) {
    String text = Phrase.joined(runs);
    boolean mark = words.length() == 1 && !Character.isLetterOrDigit(words.charAt(0));
    boolean spaceBefore = at > 0 && !Character.isWhitespace(text.charAt(at - 1)) && !mark;
    boolean spaceAfter = at < text.length() && !Character.isWhitespace(text.charAt(at));
    boolean markAfter = spaceAfter && !Character.isLetterOrDigit(text.charAt(at));
    String spaced = (spaceBefore ? " " : "") + words + (spaceAfter && !markAfter ? " " : "");
    return Runs.tidy(Phrase.splice(runs, at, at, Phrase.runs(spaced)));
  }

  /** Where in a text something is inserted. */
  private static int place(Position position, List<Run> runs, Citation target) throws Refusal {
    String text = Phrase.joined(runs);
    if (position.sentence() != 0) {
      Sentences one = new Sentences(List.of(position.sentence()));
      Range sentence = SentenceBreaks.named(SentenceBreaks.of(text), one).get(0);
      return position.where() == Position.Where.BEFORE ? sentence.from() : sentence.to();
    }
    return switch (position.where()) {
      case BEGINNING -> 0;
      case END -> text.stripTrailing().length();
      case BEFORE -> once(position.words(), runs, target).from();
      case AFTER -> once(position.words(), runs, target).to();
      case BETWEEN -> {
        String both = position.words() + " " + position.second();
        Range pair = once(both, runs, target);
        List<Range> second = new Phrase(position.second()).places(runs);
        yield second.stream()
            .filter(range -> range.to() == pair.to())
            .findFirst()
            .map(Range::from)
            .orElse(pair.to());
      }
    };
  }

  private static Range once(String words, List<Run> runs, Citation target) throws Refusal {
    List<Range> places = new Phrase(words).places(runs);
    if (places.isEmpty()) {
      throw new Refusal(
          "“" + words + "” is not there in " + target + "; another amendment may lie between");
    }
    if (places.size() > 1) {
      throw new Refusal(
          Status.AMBIGUOUS,
          "“" + words + "” is there " + places.size() + " times in " + target + ", not 1");
    }
    return places.get(0);
  }

  void remove(Amendment.RemoveSentences remove, Optional<Clause> standing) throws Refusal {
    Clause unit = known(remove.target(), standing);
    Clause clause = sentences(remove.target(), unit, remove.extent());
    String text = Phrase.joined(clause.text());
    List<Range> named = SentenceBreaks.named(SentenceBreaks.of(text), remove.sentences());
    put(clause, Phrase.replace(clause.text(), Phrase.withSpace(named, text), ""));
    touched.add(unit.citation());
  }

  void revise(Amendment.ReviseSentences revise, Optional<Clause> standing) throws Refusal {
    Clause unit = known(revise.target(), standing);
    Clause clause = sentences(revise.target(), unit, revise.extent());
    String text = Phrase.joined(clause.text());
    List<Range> all = SentenceBreaks.of(text);
    List<Range> named = SentenceBreaks.named(all, revise.sentences());
    Side side =
        named.get(0).equals(all.get(0))
            ? Side.BEGINNING
            : named.get(named.size() - 1).equals(all.get(all.size() - 1)) ? Side.END : Side.AMID;
    List<Run> shown = shown(revise.target(), revise.extent(), side);
    String now = Phrase.joined(shown);
    if (!stars(revise.target(), revise.extent())) {
      shown = among(revise, all, text, shown);
      now = Phrase.joined(shown);
    }
    boolean together =
        named.stream().noneMatch(a -> all.stream().anyMatch(b -> between(a, b, named)));
    if (!together || ANY_STARS.matcher(now).find()) {
      throw new Refusal("sentences that do not stand side by side are not revised at once");
    }
    int from = named.get(0).from();
    int to = named.get(named.size() - 1).to();
    put(clause, Runs.tidy(Phrase.splice(clause.text(), from, to, shown)));
    touched.add(unit.citation());
  }

  private static boolean between(Range first, Range other, List<Range> named) {
    Range last = named.get(named.size() - 1);
    return other.from() > first.from() && other.to() < last.to() && !named.contains(other);
  }

  /** The whole text is set out: only the sentences that are named may differ from what stands. */
  private static List<Run> among(
      Amendment.ReviseSentences revise, List<Range> all, String text, List<Run> shown)
      throws Refusal {
    String now = Phrase.joined(shown);
    List<Range> fresh = SentenceBreaks.of(now);
    List<Range> named = SentenceBreaks.named(all, revise.sentences());
    int before = all.indexOf(named.get(0));
    int after = all.size() - 1 - all.indexOf(named.get(named.size() - 1));
    if (fresh.size() <= named.size()) {
      return shown;
    }
    for (int i = 0; i < all.size(); i++) {
      int other = i < before ? i : i >= all.size() - after ? fresh.size() - (all.size() - i) : -1;
      if (other >= fresh.size() || (other >= 0 && !same(text, all.get(i), now, fresh.get(other)))) {
        throw new Refusal(
            "the text set out for "
                + revise.target()
                + " also differs from what stands in sentences that the instruction does not name");
      }
    }
    int from = fresh.get(before).from();
    int to = fresh.get(fresh.size() - 1 - after).to();
    List<Run> cut = Phrase.splice(shown, to, now.length(), List.of());
    return Runs.tidy(Phrase.splice(cut, 0, from, List.of()));
  }

  private static boolean same(String left, Range a, String right, Range b) {
    return NormalText.of(left.substring(a.from(), a.to()))
        .text()
        .equals(NormalText.of(right.substring(b.from(), b.to())).text());
  }

  void add(Amendment.AddSentences add, Optional<Clause> standing) throws Refusal {
    Clause unit = known(add.target(), standing);
    Clause clause = sentences(add.target(), unit, add.extent());
    if (!stars(add.target(), add.extent())) {
      throw new Refusal(
          "the text set out for " + add.target() + " does not show by asterisks what is added");
    }
    Side side =
        switch (add.position().where()) {
          case BEGINNING -> Side.BEGINNING;
          case END -> Side.END;
          default -> Side.AMID;
        };
    List<Run> shown = shown(add.target(), add.extent(), side);
    int count = SentenceBreaks.of(Phrase.joined(shown)).size();
    if (ANY_STARS.matcher(Phrase.joined(shown)).find()
        || (add.count() > 0 && count != add.count())) {
      throw new Refusal("the text set out shows " + count + " sentences, not " + add.count());
    }
    int at = place(add.position(), clause.text(), add.target());
    List<Run> inserted = new ArrayList<>();
    if (at > 0) {
      inserted.add(Run.plain(" "));
    }
    inserted.addAll(shown);
    if (at == 0) {
      inserted.add(Run.plain(" "));
    }
    put(clause, Runs.tidy(Phrase.splice(clause.text(), at, at, inserted)));
    touched.add(unit.citation());
  }

  private boolean stars(Citation target, Extent extent) throws Refusal {
    Clause now = setOutText(target, extent);
    return now.content().shown() == Shown.CONTEXT
        || ANY_STARS.matcher(Phrase.joined(now.text())).find();
  }

  /** Where in a text its sentences stand. */
  private enum Side {
    BEGINNING,
    AMID,
    END
  }

  /**
   * The sentences set out, without the asterisks around them. Of those before and behind asterisks,
   * the ones of the side that is asked for.
   */
  private List<Run> shown(Citation target, Extent extent, Side side) throws Refusal {
    List<Run> runs = setOutText(target, extent).text();
    String text = Phrase.joined(runs);
    String bare = STARS.matcher(text).replaceAll("");
    int from = text.indexOf(bare);
    int to = from + bare.length();
    if (bare.isBlank()) {
      throw new Refusal("the text set out shows no sentence of " + target);
    }
    boolean first = side == Side.BEGINNING && from == 0;
    boolean last = side == Side.END && to == text.length();
    Matcher amid = ANY_STARS.matcher(bare);
    if (first && amid.find()) {
      to = amid.start();
    }
    while (last && amid.find()) {
      from = text.length() - bare.length() + amid.end();
    }
    List<Run> cut = Phrase.splice(runs, to, text.length(), List.of());
    return Runs.tidy(Phrase.splice(cut, 0, from, List.of()));
  }

  private Clause setOutText(Citation target, Extent extent) throws Refusal {
    Clause now =
        setOut
            .find(target)
            .orElseThrow(() -> new Refusal("the text set out does not show " + target));
    return TextScope.sentences(now, extent, List.of()).orElse(now);
  }

  private Clause sentences(Citation target, Clause unit, Extent extent) throws Refusal {
    return TextScope.sentences(unit, extent, tree.siblings(unit.citation()))
        .filter(CellTexts::isOne)
        .orElseThrow(
            () ->
                new Refusal(
                    target + " has no text of its own, or more than one, in which to find it"));
  }

  private static Clause known(Citation target, Optional<Clause> standing) throws Refusal {
    return standing.orElseThrow(
        () ->
            new Refusal(
                "the text of "
                    + target
                    + " is not known; a text before that shows it would be needed"));
  }
}
