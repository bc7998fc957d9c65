package org.ratchet.amend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ratchet.amend.Amendment.Extent;
import org.ratchet.amend.LedgerLine.Status;
import org.ratchet.amend.State.Knowledge;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Clauses;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Definition;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.EccnPart;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Note;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Part;
import org.ratchet.clause.Section;
import org.ratchet.clause.Step;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.Subpart;
import org.ratchet.clause.Supplement;
import org.ratchet.document.StatusNote;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/**
 * One instruction at work on a copy of the state before it: either all its operations are carried
 * out, or the copy is thrown away.
 */
final class Execution {

  private static final Pattern RESERVED =
      Pattern.compile("(?is).{0,60}\\[\\s*Reserved\\s*\\]\\.?\\s*");

  private final Tree tree;
  private final Set<Citation> touchedBefore;
  private final Map<Citation, Citation> origins;
  private final SetOut setOut;
  private final Pending asked;
  private final Span span;
  private final Stays stays;
  private final Set<Citation> touched = new LinkedHashSet<>();

  /** Nothing is done yet of what is asked for. */
  Execution(State before, Pending asked) {
    this.tree = new Tree(before.clauses());
    this.touchedBefore = before.causes().keySet();
    this.origins = new HashMap<>(before.origins());
    this.stays = new Stays(before.status());
    this.setOut = asked.setOut();
    this.asked = asked;
    this.span = asked.reading().instruction().span();
  }

  List<Clause> roots() {
    return tree.roots();
  }

  Map<Citation, Citation> origins() {
    return origins;
  }

  List<StatusNote> status() {
    return stays.notes();
  }

  /** The citations that were changed, those of everything set out among them. */
  Set<Citation> touched() {
    return touched;
  }

  void run(List<Amendment> operations) throws Refusal {
    List<Amendment.Redesignate> moves = new ArrayList<>();
    for (Amendment operation : operations) {
      if (operation instanceof Amendment.Redesignate move) {
        moves.add(move);
      } else {
        redesignate(moves);
        moves.clear();
        run(operation);
      }
    }
    redesignate(moves);
  }

  private void run(Amendment operation) throws Refusal {
    if (operation instanceof Amendment.Revise revise) {
      revise(revise.target(), revise.extent());
    } else if (operation instanceof Amendment.Add add) {
      add(add.target(), add.extent());
    } else if (operation instanceof Amendment.Remove remove) {
      remove(remove.target());
    } else if (operation instanceof Amendment.RemoveAndReserve reserve) {
      if (knowledge(reserve.target()) == Knowledge.ABSENT) {
        throw new Refusal("there is no " + reserve.target() + " to remove");
      }
      reserve(reserve.target());
    } else if (operation instanceof Amendment.Reserve reserve) {
      addReserved(reserve.target());
    } else if (operation instanceof Amendment.ReplaceWords words) {
      text().replace(words, standing(words.target()));
      rename(words);
    } else if (operation instanceof Amendment.InsertWords words) {
      text().insert(words, standing(words.target()));
    } else if (operation instanceof Amendment.ReviseSentences sentences) {
      text().revise(sentences, standing(sentences.target()));
    } else if (operation instanceof Amendment.RemoveSentences sentences) {
      text().remove(sentences, standing(sentences.target()));
    } else if (operation instanceof Amendment.AddSentences sentences) {
      text().add(sentences, standing(sentences.target()));
    } else if (operation instanceof Amendment.MoveBehind move) {
      moveBehind(move);
    } else if (operation instanceof Amendment.Correct correct) {
      run(correct.operation());
    } else if (operation instanceof Amendment.CorrectInstruction correct) {
      correct(correct);
    } else if (operation instanceof Amendment.ReviseRows rows) {
      reviseRows(rows);
    } else if (operation instanceof Amendment.Transfer transfer) {
      transfer(transfer);
    } else if (operation instanceof Amendment.ChangeForce force) {
      changeForce(force);
    }
  }

  /** The text stays as it is; what changes is whether it applies. */
  private void changeForce(Amendment.ChangeForce change) throws Refusal {
    Citation target = change.target();
    Optional<Clause> standing = standing(target);
    Citation unit = standing.map(Clause::citation).orElse(target);
    if (standing.isEmpty() && knowledge(target) == Knowledge.ABSENT) {
      throw new Refusal(
          "there is no " + target + " whose force may change; the text before shows its place");
    }
    String extent = StayedText.inWords(change.extent(), change.sentences());
    String until = change.until().isEmpty() ? Period.end(asked.effective()) : change.until();
    switch (change.force()) {
      case STAYED -> stays.stay(unit, extent, until, asked);
      case RESTORED -> stays.lift(unit, extent);
      case WITHDRAWN, DELAYED ->
          throw new Refusal(
              "what is pending is withdrawn or delayed on a day; ask for the text of a day"
                  + " (--as-of) and give the rule that amends "
                  + target
                  + " before this one");
    }
  }

  /** The rows under a row that heads them are replaced, if there are as many as it says. */
  private void reviseRows(Amendment.ReviseRows revise) throws Refusal {
    Clause head = shown(revise.target());
    List<Clause> rows = RowGroups.under(head, setOut.siblings(head.citation()));
    if (rows.isEmpty() || (revise.added() > 0 && rows.size() != revise.added())) {
      throw new Refusal("the text set out shows " + rows.size() + " rows under " + revise.target());
    }
    Optional<Clause> standing = standing(revise.target());
    if (standing.isEmpty()) {
      setOutRows(head, rows);
      return;
    }
    Clause old = standing.get();
    List<Clause> siblings = tree.siblings(old.citation());
    List<Clause> now = RowGroups.replaced(revise, old, siblings, rows);
    tree.edit(old.citation(), (list, at) -> now);
    siblings.stream().map(Clause::citation).filter(at -> !holds(now, at)).forEach(touched::add);
    now.stream().filter(row -> !siblings.contains(row)).forEach(this::touch);
  }

  /** Where nothing of the table is known, the rows set out are all that is. */
  private void setOutRows(Clause head, List<Clause> rows) throws Refusal {
    Citation table = head.citation().parent();
    List<Clause> above = setOut.around(head.citation());
    if (knowledge(head.citation()) == Knowledge.ABSENT
        || standing(table).isPresent()
        || above.isEmpty()) {
      throw new Refusal(
          "there is no "
              + head.citation()
              + " whose rows may be replaced; the text before shows "
              + "its place without it");
    }
    Clause holder = above.get(above.size() - 1);
    List<Clause> shown = holder.children();
    int from = shown.indexOf(head);
    List<Clause> children = new ArrayList<>(shown.subList(0, from + rows.size() + 1));
    children.removeIf(row -> !(row instanceof Ellipsis) && shown.indexOf(row) < from);
    if (from + rows.size() + 1 < shown.size()) {
      children.add(stars(table, 2));
    }
    insert(table, holder.withContent(holder.content().withChildren(children)));
  }

  private static boolean holds(List<Clause> clauses, Citation citation) {
    return clauses.stream().anyMatch(clause -> clause.citation().equals(citation));
  }

  /** The unit is taken out of what groups it and stands under another heading of its part. */
  private void transfer(Amendment.Transfer transfer) throws Refusal {
    Optional<Clause> unit = standing(transfer.target());
    if (unit.isEmpty() && knowledge(transfer.target()) == Knowledge.ABSENT) {
      throw new Refusal("there is no " + transfer.target() + " to transfer");
    }
    Citation part = transfer.to().upTo(Kind.PART);
    boolean group =
        transfer.to().last().kind() == Kind.HEADING
            && transfer.target().upTo(Kind.PART).equals(part);
    if (!group) {
      throw new Refusal(transfer.target() + " would need another designation in " + transfer.to());
    }
    Optional<Clause> holder = standing(transfer.to());
    if (holder.isEmpty() && (unit.isPresent() || knowledge(transfer.to()) == Knowledge.ABSENT)) {
      throw new Refusal(
          "the place of " + transfer.to() + " is not known; a text that shows it is needed");
    }
    if (unit.isPresent() && holder.isPresent()) {
      Citation heading = holder.get().citation();
      tree.remove(unit.get().citation());
      tree.place(unit.get(), tree.find(heading).orElse(holder.get()), heading);
      touched.add(unit.get().citation());
    }
  }

  private TextOperations text() {
    return new TextOperations(tree, setOut, touched, origins);
  }

  /** A definition whose term is replaced is known by the new one from then on. */
  private void rename(Amendment.ReplaceWords words) throws Refusal {
    Optional<Clause> definition = standing(words.target());
    boolean term =
        definition.isPresent()
            && definition.get().citation().last().kind() == Kind.DEFINITION
            && Tree.folded(definition.get().citation().last().label())
                .equals(Tree.folded(words.words()));
    if (term) {
      Citation from = definition.get().citation();
      Citation to = from.parent().then(Kind.DEFINITION, words.replacement());
      tree.replace(from, Clauses.rebase(definition.get(), from, to));
      origins.put(to, from);
      stays.moved(List.of(from), List.of(to));
      touched.add(from);
      touched.add(to);
    }
  }

  /** The unit is taken out and stands behind the other, which must be its neighbour in one list. */
  private void moveBehind(Amendment.MoveBehind move) throws Refusal {
    Optional<Clause> unit = standing(move.target());
    Optional<Clause> other = standing(move.other());
    if (unit.isEmpty() || other.isEmpty()) {
      Citation missing = unit.isEmpty() ? move.target() : move.other();
      throw new Refusal(
          "the place of " + missing + " is not known; a text that shows it is needed");
    }
    tree.remove(unit.get().citation());
    boolean moved =
        tree.edit(
            other.get().citation(),
            (siblings, at) -> {
              List<Clause> copy = new ArrayList<>(siblings);
              copy.add(at + 1, unit.get());
              return copy;
            });
    if (!moved) {
      throw new Refusal(move.other() + " stands within what is moved");
    }
    touched.add(unit.get().citation());
  }

  /**
   * What a corrected instruction asks for was done by the document, but for what is set out here.
   */
  private void correct(Amendment.CorrectInstruction correct) throws Refusal {
    boolean any = false;
    for (Amendment operation : correct.operations()) {
      boolean shown =
          setOut
              .find(operation.target())
              .filter(clause -> clause.content().shown() == Shown.WHOLE)
              .isPresent();
      if (shown) {
        boolean there = standing(operation.target()).isPresent();
        run(there ? new Amendment.Revise(operation.target(), Extent.WHOLE) : operation);
        any = true;
      }
    }
    if (!any) {
      throw new Refusal("the correction sets out nothing of what the instruction now asks for");
    }
  }

  private Optional<Clause> standing(Citation target) throws Refusal {
    List<Clause> meant = tree.meant(target);
    if (meant.size() > 1) {
      throw new Refusal(Status.AMBIGUOUS, target + " may be any of " + meant.size() + " units");
    }
    return meant.stream().findFirst();
  }

  private Knowledge knowledge(Citation target) throws Refusal {
    Optional<Clause> clause = standing(target);
    Citation at = clause.map(Clause::citation).orElse(target);
    Set<Citation> all = new HashSet<>(touchedBefore);
    all.addAll(touched);
    return State.knowledge(at, tree::find, all, origins);
  }

  private Clause shown(Citation target) throws Refusal {
    return setOut
        .find(target)
        .orElseThrow(() -> new Refusal("the text set out does not show " + target));
  }

  private void revise(Citation target, Extent extent) throws Refusal {
    Optional<Clause> standing = standing(target);
    if (standing.isEmpty() && knowledge(target) == Knowledge.ABSENT) {
      throw new Refusal(
          "there is no " + target + " to revise; the text before shows its place without it");
    }
    switch (extent) {
      case WHOLE -> reviseWhole(target, standing);
      case INTRODUCTORY_TEXT -> reviseIntroduction(target, standing);
      case HEADING -> reviseHeading(target, standing);
      case FOLLOWING_TEXT -> throw new Refusal("what follows " + target + " is not carried out");
    }
  }

  private void reviseWhole(Citation target, Optional<Clause> standing) throws Refusal {
    Clause now = withoutStarsBehind(shown(target));
    if (now.content().shown() == Shown.CONTEXT) {
      throw new Refusal(
          "the text set out shows " + target + " with asterisks in place of its text");
    }
    if (standing.isEmpty()) {
      insert(target, now);
      return;
    }
    Clause old = standing.get();
    Clause placed = Clauses.rebase(now, now.citation(), old.citation());
    guard(target, placed, old);
    tree.replace(old.citation(), Merge.of(placed, old));
    old.stream()
        .filter(clause -> !(clause instanceof Ellipsis) && tree.find(clause.citation()).isEmpty())
        .forEach(clause -> touched.add(clause.citation()));
    touch(placed);
    touched.add(old.citation());
  }

  /**
   * Asterisks behind a part of an entry that is set out stand for the parts that follow, not for
   * more lines of it. The items are the last part: behind them, more items may follow.
   */
  private static Clause withoutStarsBehind(Clause now) {
    boolean items = now instanceof EccnPart part && part.role() == EccnPart.Role.ITEMS;
    List<Clause> children = now.children();
    int last = children.size() - 1;
    boolean behind =
        now instanceof EccnPart
            && !items
            && last >= 0
            && children.get(last) instanceof Ellipsis
            && children.subList(0, last).stream().noneMatch(Ellipsis.class::isInstance)
            && (last > 0 || !now.text().isEmpty());
    return behind ? now.withContent(now.content().withChildren(children.subList(0, last))) : now;
  }

  /**
   * A text that ends in a colon leads to what stands under it. Where nothing is set out under it,
   * it is not said whether what stands there stays.
   */
  private static void guard(Citation target, Clause now, Clause old) throws Refusal {
    boolean leads = Runs.text(now.text()).strip().matches("(?s).*[:—]");
    boolean keeps = now.children().stream().anyMatch(Ellipsis.class::isInstance);
    long labelled =
        old.children().stream()
            .filter(child -> child.citation().last().kind() == Kind.PARAGRAPH)
            .count();
    if (leads && !keeps && now.children().isEmpty() && labelled > 0) {
      throw new Refusal(
          Status.AMBIGUOUS,
          "the new text of "
              + target
              + " ends in a colon and shows none of the "
              + labelled
              + " paragraphs under it; whether they stay is not said");
    }
  }

  private void reviseIntroduction(Citation target, Optional<Clause> standing) throws Refusal {
    Clause now = shown(target);
    boolean unit = isSectionLike(now);
    List<Clause> introduction = unit ? TextScope.introduction(now) : List.of();
    boolean shows = now.content().shown() == Shown.WHOLE && !now.content().ownText().isEmpty();
    if (unit ? introduction.isEmpty() : !shows) {
      throw new Refusal("the text set out shows no introductory text of " + target);
    }
    if (standing.isEmpty()) {
      Clause alone = now.withContent(now.content().withChildren(List.of(stars(now.citation(), 1))));
      insert(target, unit ? contextOf(now, introduction) : alone);
      introduction.forEach(clause -> touched.add(clause.citation()));
      return;
    }
    Clause old = standing.get();
    if (unit) {
      List<Clause> children = new ArrayList<>(introduction);
      old.children().stream().skip(TextScope.introduction(old).size()).forEach(children::add);
      dropLeadingStars(introduction, children);
      tree.replace(old.citation(), old.withContent(old.content().withChildren(children)));
      introduction.forEach(clause -> touched.add(clause.citation()));
    } else {
      Content content = old.content().withText(now.text());
      List<Run> heading = now.heading().isEmpty() ? content.heading() : now.heading();
      tree.replace(old.citation(), old.withContent(content.withHeading(heading)));
    }
    touched.add(old.citation());
  }

  /** Asterisks that stood for the introductory text still stand for what follows it. */
  private static void dropLeadingStars(List<Clause> introduction, List<Clause> children) {
    int at = introduction.size();
    if (at < children.size() && !(children.get(at) instanceof Ellipsis)) {
      return;
    }
    while (at + 1 < children.size()
        && children.get(at) instanceof Ellipsis
        && children.get(at + 1) instanceof Ellipsis) {
      children.remove(at);
    }
  }

  private static boolean isSectionLike(Clause clause) {
    return clause instanceof Section || clause instanceof Supplement;
  }

  private Clause contextOf(Clause section, List<Clause> shown) {
    List<Clause> children = new ArrayList<>(shown);
    children.add(stars(section.citation(), 1));
    Content content = section.content();
    return section.withContent(
        new Content(content.heading(), List.of(), children, Shown.CONTEXT, content.span()));
  }

  private void reviseHeading(Citation target, Optional<Clause> standing) throws Refusal {
    Clause now = shown(target);
    if (now.heading().isEmpty()) {
      throw new Refusal("the text set out shows no heading of " + target);
    }
    if (standing.isEmpty()) {
      insert(target, contextOf(now, List.of()));
      return;
    }
    Clause old = standing.get();
    Clause headed = old.withContent(old.content().withHeading(now.heading()));
    touched.add(old.citation());
    if (old instanceof Subpart) {
      headed = headed.withCitation(old.citation().parent().then(now.citation().last()));
      origins.put(headed.citation(), old.citation());
      stays.moved(List.of(old.citation()), List.of(headed.citation()));
      touched.add(headed.citation());
    }
    tree.replace(old.citation(), headed);
  }

  private void add(Citation target, Extent extent) throws Refusal {
    if (extent != Extent.WHOLE) {
      revise(target, extent);
      return;
    }
    Clause now = Merge.withoutTrailingStars(shown(target));
    for (Clause unit : now.children()) {
      if (!now.citation().isPrefixOf(unit.citation()) && tree.find(unit.citation()).isPresent()) {
        throw new Refusal(unit.citation() + " is already there, outside of " + target);
      }
    }
    if (now.content().shown() == Shown.CONTEXT) {
      throw new Refusal(
          "the text set out shows " + target + " with asterisks in place of its text");
    }
    Optional<Clause> standing = standing(target);
    if (standing.isPresent()) {
      Clause old = standing.get();
      if (addedWith(old, now)) {
        return;
      }
      if (!isReserved(old)) {
        throw new Refusal(
            old.citation() + " is already there; a text before without it would be needed");
      }
      Clause placed = Clauses.rebase(now, now.citation(), old.citation());
      tree.replace(old.citation(), placed);
      touch(placed);
    } else {
      insert(target, now);
    }
  }

  /** {@code Add paragraphs (c) and (c)(1)}: the second was added with the first. */
  private boolean addedWith(Clause standing, Clause now) {
    return touched.contains(standing.citation())
        && Clauses.text(standing).equals(Clauses.text(now));
  }

  static boolean isReserved(Clause clause) {
    return clause.children().isEmpty() && RESERVED.matcher(clause.content().ownText()).matches();
  }

  private void addReserved(Citation target) throws Refusal {
    Optional<Clause> standing = standing(target);
    if (standing.isPresent() && !isReserved(standing.get())) {
      throw new Refusal(
          standing.get().citation() + " is there; to reserve it would remove its text unnamed");
    }
    reserve(target);
  }

  private void reserve(Citation target) throws Refusal {
    Optional<Clause> standing = standing(target);
    Citation at = standing.map(Clause::citation).orElse(target);
    Clause reserved = reserved(at);
    if (standing.isPresent()) {
      tree.replace(at, reserved);
      touched.add(at);
    } else {
      insert(target, setOut.find(target).filter(Execution::isReserved).orElse(reserved));
    }
  }

  private Clause reserved(Citation at) {
    List<Run> word = Runs.of("[Reserved]");
    Content text = Content.of(word, span);
    Content heading = new Content(word, List.of(), List.of(), Shown.WHOLE, span);
    return switch (at.last().kind()) {
      case PART -> new Part(at, heading);
      case SECTION -> new Section(at, heading);
      case SUPPLEMENT, APPENDIX -> new Supplement(at, heading);
      case ECCN -> new EccnEntry(at, heading);
      case NOTE -> new Note(at, text);
      case DEFINITION -> new Definition(at, text);
      default -> new Paragraph(at, text);
    };
  }

  private void remove(Citation target) throws Refusal {
    Optional<Clause> standing = standing(target);
    if (standing.isEmpty() && knowledge(target) == Knowledge.ABSENT) {
      throw new Refusal("there is no " + target + " to remove");
    }
    Citation at = standing.map(Clause::citation).orElse(target);
    if (standing.isPresent()) {
      tree.remove(at);
    }
    origins.keySet().removeIf(at::isPrefixOf);
    stays.removed(at);
    touched.add(at);
  }

  /** Puts a unit where nothing stands, under the units around it, as far as they are known. */
  private void insert(Citation target, Clause now) throws Refusal {
    if (now.citation().last().kind() == Kind.PART) {
      tree.addRoot(now);
      touch(now);
      return;
    }
    if (now.citation().upTo(Kind.PART).steps().isEmpty()) {
      throw new Refusal(now.citation() + " stands in no part, and only parts are held");
    }
    List<Clause> around = setOut.around(now.citation());
    Citation above = target.parent();
    Optional<Clause> parent =
        above.steps().isEmpty() || above.last().kind() == Kind.COUNTRY
            ? Optional.empty()
            : standing(above);
    Citation at = now.citation();
    if (parent.isPresent()) {
      at = parent.get().citation().then(now.citation().last());
    } else {
      frame(now, around);
    }
    Clause placed = Clauses.rebase(now, now.citation(), at);
    Clause holder = holder(at.parent());
    tree.place(placed, holder, group(around, holder));
    if (touchedBefore.contains(at) || origins.containsKey(at)) {
      origins.put(at, Citation.ROOT);
    }
    touch(placed);
  }

  /** The nearest clause around a citation, which stands by now. */
  private Clause holder(Citation citation) throws Refusal {
    for (Citation at = citation; !at.steps().isEmpty(); at = at.parent()) {
      Optional<Clause> clause = tree.find(at);
      if (clause.isPresent()) {
        return clause.get();
      }
    }
    throw new Refusal("it is not known where " + citation + " stands");
  }

  /** The group under a parent, such as the items of an entry, in which a unit is set out. */
  private Citation group(List<Clause> around, Clause parent) {
    if (around.isEmpty()) {
      return parent.citation();
    }
    Clause group = around.get(around.size() - 1);
    if (group.citation().last().kind() != Kind.ECCN_PART) {
      return parent.citation();
    }
    if (tree.find(group.citation()).isEmpty()) {
      tree.place(skeleton(group), parent, parent.citation());
    }
    return group.citation();
  }

  /** Stands up the units around one that is set out, with asterisks for what they do not show. */
  private void frame(Clause now, List<Clause> above) throws Refusal {
    Map<Citation, Clause> frames = new LinkedHashMap<>();
    Citation part = now.citation().upTo(Kind.PART);
    frames.put(part, new Part(part, Content.of(List.of(), span)));
    for (Clause around : above) {
      boolean groups = around.citation().last().kind() == Kind.HEADING && isSectionLike(now);
      if (!groups && around.citation().isPrefixOf(now.citation())) {
        frames.put(around.citation(), around);
      }
    }
    for (Citation at = now.citation().parent();
        part.steps().size() < at.steps().size();
        at = at.parent()) {
      if (at.last().kind() != Kind.COUNTRY && !frames.containsKey(at)) {
        frames.put(at, bare(at));
      }
    }
    List<Citation> order =
        frames.keySet().stream()
            .sorted((a, b) -> Integer.compare(a.steps().size(), b.steps().size()))
            .toList();
    for (Citation at : order) {
      if (tree.find(at).isEmpty()) {
        stand(at, skeleton(Objects.requireNonNull(frames.get(at))));
      }
    }
  }

  private void stand(Citation at, Clause frame) throws Refusal {
    if (at.last().kind() == Kind.PART) {
      tree.addRoot(frame);
      return;
    }
    if (knowledge(at) == Knowledge.ABSENT) {
      throw new Refusal(
          "there is no " + at + " to hold it; the text before shows its place without it");
    }
    Clause holder = holder(at.parent());
    tree.place(frame, holder, holder.citation());
  }

  private Clause bare(Citation at) {
    Content nothing = Content.of(List.of(), span);
    return switch (at.last().kind()) {
      case SECTION -> new Section(at, nothing);
      case SUPPLEMENT, APPENDIX -> new Supplement(at, nothing);
      case ECCN -> new EccnEntry(at, nothing);
      case ECCN_PART ->
          new EccnPart(
              at, EccnPart.Role.named(at.last().label()).orElse(EccnPart.Role.OTHER), nothing);
      case NOTE -> new Note(at, nothing);
      case DEFINITION -> new Definition(at, nothing);
      default -> new Paragraph(at, nothing);
    };
  }

  private Clause skeleton(Clause clause) {
    Content content = clause.content();
    return clause.withContent(
        new Content(
            content.heading(),
            List.of(),
            List.of(stars(clause.citation(), 1)),
            Shown.CONTEXT,
            content.span()));
  }

  private Clause stars(Citation parent, int ordinal) {
    return new Ellipsis(
        parent.then(new Step(Kind.ELLIPSIS, "", ordinal)), Content.of(Runs.of("* * *"), span));
  }

  private void touch(Clause clause) {
    clause.stream()
        .filter(c -> !(c instanceof Ellipsis) && c.content().shown() == Shown.WHOLE)
        .forEach(c -> touched.add(c.citation()));
    touched.add(clause.citation());
  }

  /**
   * One unit on its way.
   *
   * @param group what holds it now, such as the items of an entry, if it only changes its label
   */
  private record Move(
      Citation from, Citation to, Optional<Clause> clause, Optional<Citation> group) {}

  /** All at once: each unit is taken out before any is put in. */
  private void redesignate(List<Amendment.Redesignate> operations) throws Refusal {
    List<Move> moves = new ArrayList<>();
    Set<Citation> leaving = new HashSet<>();
    for (Amendment.Redesignate operation : operations) {
      Optional<Clause> clause = standing(operation.target());
      if (clause.isEmpty() && knowledge(operation.target()) == Knowledge.ABSENT) {
        throw new Refusal("there is no " + operation.target() + " to redesignate");
      }
      Citation from = clause.map(Clause::citation).orElse(operation.target());
      Citation to =
          operation.to().parent().equals(operation.target().parent())
              ? from.parent().then(operation.to().last())
              : operation.to();
      boolean stays = to.parent().equals(from.parent());
      moves.add(new Move(from, to, clause, stays ? tree.holding(from) : Optional.empty()));
      leaving.add(from);
    }
    for (Move move : moves) {
      Optional<Clause> occupied = tree.find(move.to());
      if (occupied.isPresent() && !leaving.contains(move.to())) {
        if (!isReserved(occupied.get())) {
          throw new Refusal(move.to() + " is already there; nothing may be lost under it");
        }
        tree.remove(move.to());
      }
    }
    Map<Citation, Citation> births = new HashMap<>();
    moves.forEach(move -> births.put(move.to(), birth(move.from())));
    moves.forEach(move -> tree.remove(move.from()));
    for (Move move : moves) {
      origins.keySet().removeIf(move.from()::isPrefixOf);
    }
    stays.moved(moves.stream().map(Move::from).toList(), moves.stream().map(Move::to).toList());
    for (Move move : moves) {
      origins.put(move.to(), births.getOrDefault(move.to(), move.from()));
      touched.add(move.from());
      touched.add(move.to());
      if (move.clause().isPresent()) {
        Clause clause = move.clause().get();
        Clause moved = renamed(Clauses.rebase(clause, move.from(), move.to()), move);
        Clause holder = holder(move.to().parent());
        Optional<Citation> group = move.group().filter(g -> tree.find(g).isPresent());
        tree.place(moved, holder, group.orElse(holder.citation()));
      }
    }
  }

  /** A note prints its designation in its heading, {@code Note 2 to 3A090}, or opens with it. */
  private static Clause renamed(Clause clause, Move move) {
    String from = move.from().last().label();
    boolean note = clause instanceof Note && !from.isEmpty();
    boolean headed = !clause.heading().isEmpty();
    List<Run> runs = headed ? clause.heading() : clause.text();
    String text = Phrase.joined(runs);
    boolean opens = text.regionMatches(true, 0, from, 0, from.length());
    if (!note || !opens) {
      return clause;
    }
    String label = move.to().last().label();
    boolean capitals = text.startsWith(from.toUpperCase(Locale.ROOT));
    String printed = capitals ? label.toUpperCase(Locale.ROOT) : label;
    List<Run> now = Runs.tidy(Phrase.splice(runs, 0, from.length(), Runs.of(printed)));
    Content content = clause.content();
    return clause.withContent(headed ? content.withHeading(now) : content.withText(now));
  }

  private Citation birth(Citation citation) {
    for (Citation at = citation; !at.steps().isEmpty(); at = at.parent()) {
      Citation origin = origins.get(at);
      if (origin != null && !origin.steps().isEmpty()) {
        return citation.rebase(at, origin);
      }
    }
    return citation;
  }
}
