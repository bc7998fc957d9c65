package org.ratchet.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step;
import org.ratchet.clause.Step.Kind;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/**
 * A random edit script on a state, and which clause then answers to which. Every clause is edited
 * at most once; what stands after an inserted or removed paragraph is renumbered.
 */
final class Mutation {

  /** What the script does. */
  enum Edit {
    INSERT,
    DELETE,
    REVISE_A_FIFTH,
    REVISE_A_HALF,
    RENUMBER,
    MOVE,
    TRANSFER,
    SPLIT,
    MERGE
  }

  /** A clause before and one after that answer to each other. */
  record Answer(Citation before, Citation after) {}

  private static final int WORDS = 12;

  private static final class Draft {
    final Clause clause;
    final List<Citation> origins = new ArrayList<>();
    final List<Draft> children = new ArrayList<>();
    final List<Step> labels = new ArrayList<>();
    final boolean item;
    final boolean list;
    @Nullable Draft parent;
    @Nullable String text;
    boolean touched;

    Draft(Clause clause, @Nullable Draft parent) {
      this.clause = clause;
      this.parent = parent;
      this.item = isItem(clause);
      for (Clause child : clause.children()) {
        children.add(new Draft(child, this));
        if (isItem(child)) {
          labels.add(child.citation().last());
        }
      }
      origins.add(clause.citation());
      this.list =
          !labels.isEmpty()
              && children.stream()
                  .filter(child -> child.item)
                  .allMatch(child -> child.clause.citation().parent().equals(clause.citation()));
    }

    String words() {
      return text == null ? Runs.text(clause.text()) : text;
    }

    List<Draft> items() {
      return children.stream().filter(child -> child.item).toList();
    }

    boolean free() {
      for (Draft at = this; at != null; at = at.parent) {
        if (at.touched) {
          return false;
        }
      }
      return fresh();
    }

    private boolean fresh() {
      return !touched && children.stream().allMatch(Draft::fresh);
    }
  }

  private final Random random;
  private final List<Draft> roots = new ArrayList<>();
  private final List<Draft> lists = new ArrayList<>();
  private final List<String> vocabulary = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final Set<Citation> moved = new HashSet<>();
  private final Map<Edit, Integer> done = new HashMap<>();
  private final State after;

  private Mutation(State before, long seed, int edits) {
    this.random = new Random(seed);
    before.clauses().forEach(clause -> roots.add(new Draft(clause, null)));
    roots.forEach(this::collect);
    for (int i = 0; i < edits; i++) {
      Edit edit = Edit.values()[i % Edit.values().length];
      for (int attempt = 0; attempt < 50; attempt++) {
        if (apply(edit)) {
          done.merge(edit, 1, Integer::sum);
          break;
        }
      }
    }
    this.after =
        new State(
            roots.stream().map(root -> render(root, root.clause.citation())).toList(), Map.of());
  }

  static Mutation of(State before, long seed, int edits) {
    return new Mutation(before, seed, edits);
  }

  State after() {
    return after;
  }

  List<Answer> answers() {
    return answers;
  }

  /** Clauses before that were moved or transferred, with all under them. */
  Set<Citation> moved() {
    return moved;
  }

  Map<Edit, Integer> done() {
    return done;
  }

  private static boolean isItem(Clause clause) {
    return clause instanceof Paragraph && clause.citation().last().kind() == Kind.PARAGRAPH;
  }

  private void collect(Draft draft) {
    if (draft.list) {
      lists.add(draft);
    }
    vocabulary.addAll(Arrays.asList(draft.words().split(" ", -1)));
    draft.children.forEach(this::collect);
  }

  private Draft list() {
    return lists.get(random.nextInt(lists.size()));
  }

  private Draft item(Draft list) {
    List<Draft> items = list.items();
    return items.get(random.nextInt(items.size()));
  }

  private boolean apply(Edit edit) {
    Draft list = list();
    if (list.items().isEmpty() || !attached(list)) {
      return false;
    }
    Draft item = item(list);
    int at = list.children.indexOf(item);
    return switch (edit) {
      case INSERT -> grows(list) && insert(list, at);
      case DELETE -> item.free() && delete(list, item);
      case REVISE_A_FIFTH -> revise(item, 0.2);
      case REVISE_A_HALF -> revise(item, 0.5);
      case RENUMBER -> grows(list) && renumber(list);
      case MOVE -> move(list, item, true);
      case TRANSFER -> move(list, item, false);
      case SPLIT -> grows(list) && split(list, item);
      case MERGE -> merge(list, item);
    };
  }

  private boolean attached(Draft draft) {
    Draft at = draft;
    while (at.parent != null) {
      if (!at.parent.children.contains(at)) {
        return false;
      }
      at = at.parent;
    }
    return roots.contains(at);
  }

  private boolean insert(Draft list, int at) {
    list.children.add(at, created(list, invented(25)));
    list.labels.add(successor(list));
    return true;
  }

  private Draft created(Draft list, String text) {
    Draft draft =
        new Draft(
            new Paragraph(
                list.clause.citation().then(Kind.PARAGRAPH, "new"),
                Content.of(List.of(Run.plain(text)), list.clause.span())),
            list);
    draft.origins.clear();
    draft.touched = true;
    return draft;
  }

  private String invented(int words) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      chosen.add(vocabulary.get(random.nextInt(vocabulary.size())));
    }
    return String.join(" ", chosen);
  }

  /** The rest is renumbered, or the label stays free. */
  private boolean delete(Draft list, Draft item) {
    if (list.items().size() < 2) {
      return false;
    }
    int index = list.items().indexOf(item);
    list.children.remove(item);
    list.labels.remove(random.nextBoolean() ? list.labels.size() - 1 : index);
    return true;
  }

  private boolean revise(Draft item, double share) {
    String[] words = item.words().split(" ", -1);
    if (!item.free() || words.length < WORDS) {
      return false;
    }
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      places.add(i);
    }
    Collections.shuffle(places, random);
    for (int place : places.subList(0, (int) (share * words.length))) {
      words[place] = vocabulary.get(random.nextInt(vocabulary.size()));
    }
    item.text = String.join(" ", words);
    item.touched = true;
    return true;
  }

  private boolean renumber(Draft list) {
    list.labels.add(successor(list));
    list.labels.remove(0);
    return true;
  }

  private boolean move(Draft list, Draft item, boolean sameUnit) {
    Draft target = list();
    boolean near = unit(target.clause).equals(unit(list.clause));
    if (!item.free()
        || item.words().split(" ", -1).length < WORDS
        || list.items().size() < 2
        || target == list
        || near != sameUnit
        || within(target, item)
        || fixed(list)
        || fixed(target)
        || !attached(target)
        || !grows(target)) {
      return false;
    }
    list.labels.remove(list.items().indexOf(item));
    list.children.remove(item);
    target.children.add(item);
    target.labels.add(successor(target));
    item.parent = target;
    item.touched = true;
    item.clause.stream().forEach(clause -> moved.add(clause.citation()));
    return true;
  }

  /** What belongs to the fixed parts of an entry, such as its related controls, stays there. */
  private static boolean fixed(Draft draft) {
    return draft.clause.citation().steps().stream().anyMatch(step -> step.kind() == Kind.ECCN_PART);
  }

  private static boolean within(Draft draft, Draft ancestor) {
    for (Draft at = draft; at != null; at = at.parent) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }

  private static Citation unit(Clause clause) {
    Citation entry = clause.citation().upTo(Kind.ECCN);
    return entry.steps().isEmpty() ? clause.citation().upTo(Kind.SECTION) : entry;
  }

  private boolean split(Draft list, Draft item) {
    String[] words = item.words().split(" ", -1);
    if (!item.free() || !item.children.isEmpty() || words.length < 3 * WORDS) {
      return false;
    }
    int half = words.length / 2;
    item.text = String.join(" ", Arrays.copyOfRange(words, 0, half));
    item.touched = true;
    Draft rest = created(list, String.join(" ", Arrays.copyOfRange(words, half, words.length)));
    rest.origins.addAll(item.origins);
    list.children.add(list.children.indexOf(item) + 1, rest);
    list.labels.add(successor(list));
    return true;
  }

  private boolean merge(Draft list, Draft item) {
    List<Draft> items = list.items();
    int index = items.indexOf(item);
    if (index + 1 == items.size()) {
      return false;
    }
    Draft next = items.get(index + 1);
    for (Draft one : List.of(item, next)) {
      if (!one.free() || !one.children.isEmpty() || one.words().split(" ", -1).length < WORDS) {
        return false;
      }
    }
    item.text =
        item.words() + " " + (Runs.text(next.clause.heading()) + " " + next.words()).strip();
    item.origins.addAll(next.origins);
    item.touched = true;
    list.children.remove(next);
    list.labels.remove(list.labels.size() - 1);
    return true;
  }

  private static boolean grows(Draft list) {
    Step last = list.labels.get(list.labels.size() - 1);
    String label = last.label();
    return last.ordinal() == 0
        && (label.matches("\\d{1,2}") || label.matches("[a-y]") || label.matches("[A-Y]"))
        && !list.labels.contains(successor(list));
  }

  private static Step successor(Draft list) {
    String label = list.labels.get(list.labels.size() - 1).label();
    String next =
        label.matches("\\d+")
            ? Integer.toString(Integer.parseInt(label) + 1)
            : Character.toString(label.charAt(0) + 1);
    return Step.of(Kind.PARAGRAPH, next);
  }

  private Clause render(Draft draft, Citation citation) {
    if (!(draft.clause instanceof Ellipsis)) {
      draft.origins.forEach(origin -> answers.add(new Answer(origin, citation)));
    }
    Content content = draft.clause.content();
    if (draft.text != null) {
      content = content.withText(List.of(Run.plain(draft.text)));
    }
    List<Clause> children = new ArrayList<>();
    int label = 0;
    for (Draft child : draft.children) {
      Citation own = child.clause.citation();
      boolean inside = draft.clause.citation().isPrefixOf(own);
      Citation at =
          draft.list && child.item
              ? citation.then(draft.labels.get(label++))
              : inside ? own.rebase(draft.clause.citation(), citation) : own;
      children.add(render(child, at));
    }
    return draft.clause.withCitation(citation).withContent(content.withChildren(children));
  }
}
