package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ratchet.document.Instruction;

/**
 * A made-up section, edits of it, and each edit printed as an instruction. The section is kept
 * apart from the clauses that instructions are carried out on, so that it can be asked what they
 * should give.
 */
final class Script {

  private static final List<List<String>> LABELS =
      List.of(
          List.of("a", "b", "c", "d", "e", "f", "g", "h"),
          List.of("1", "2", "3", "4", "5", "6", "7", "8"),
          List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"));
  private static final String RESERVED = "[Reserved]";

  /** A paragraph. */
  private static final class Unit {
    private int label;
    private String text;
    private final List<Unit> children = new ArrayList<>();

    Unit(int label, String text) {
      this.label = label;
      this.text = text;
    }
  }

  private final Random random;
  private final Unit section = new Unit(0, "");
  private final List<Instruction> instructions = new ArrayList<>();
  private int words;

  Script(long seed) {
    this.random = new Random(seed);
    grow(section, 0);
  }

  private void grow(Unit unit, int level) {
    int count = level == 0 ? 2 + random.nextInt(3) : random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Unit child = new Unit(i, sentence());
      unit.children.add(child);
      if (level + 1 < LABELS.size()) {
        grow(child, level + 1);
      }
    }
  }

  /** A sentence of words that stand nowhere else. */
  private String sentence() {
    return "The word" + ++words + " of word" + ++words + " is word" + ++words + ".";
  }

  /** The part as an outline. */
  String print() {
    StringBuilder out = new StringBuilder("part 744 Control policy\n  § 744.6 Activities.\n");
    print(section, 0, out);
    return out.toString();
  }

  private static void print(Unit unit, int level, StringBuilder out) {
    for (Unit child : unit.children) {
      out.append("  ".repeat(level + 2)).append('(').append(LABELS.get(level).get(child.label));
      out.append(") ").append(child.text).append('\n');
      print(child, level + 1, out);
    }
  }

  List<Instruction> instructions() {
    return instructions;
  }

  /** Makes one legal edit, here and as an instruction. */
  void edit() {
    List<Unit> path = path();
    Unit unit = path.get(path.size() - 1);
    Unit above = path.size() == 1 ? section : path.get(path.size() - 2);
    String name = name(path);
    boolean last = above.children.get(above.children.size() - 1) == unit;
    boolean room = unit.label + 1 < LABELS.get(0).size();
    boolean reserved = unit.text.equals(RESERVED);
    switch (random.nextInt(9)) {
      case 0 -> {
        unit.text = sentence();
        unit.children.clear();
        say("by revising paragraph " + name + " to read as follows:", path, unit.text);
      }
      case 1 -> {
        Unit end = above.children.get(above.children.size() - 1);
        if (end.label + 1 < LABELS.get(0).size()) {
          Unit added = new Unit(end.label + 1, sentence());
          above.children.add(added);
          List<Unit> place = new ArrayList<>(path.subList(0, path.size() - 1));
          place.add(added);
          say("by adding paragraph " + name(place) + " to read as follows:", place, added.text);
        }
      }
      case 2 -> {
        if (above.children.size() > 1) {
          above.children.remove(unit);
          say("by removing paragraph " + name + ".");
        }
      }
      case 3 -> {
        unit.text = RESERVED;
        unit.children.clear();
        say("by removing and reserving paragraph " + name + ".");
      }
      case 4 -> {
        if (last && room) {
          unit.label++;
          say("by redesignating paragraph " + name + " as paragraph " + name(path) + ".");
        }
      }
      case 5 -> shift(path, above);
      case 6 -> {
        if (!reserved) {
          String old = unit.text.split(" ", -1)[1];
          String now = "word" + ++words;
          unit.text = unit.text.replaceFirst(old, now);
          say(
              "in paragraph %s by removing “%s” and adding in its place “%s”."
                  .formatted(name, old, now));
        }
      }
      case 7 -> {
        if (!reserved) {
          String added = sentence();
          unit.text += " " + added;
          String asked = "by adding a sentence at the end of paragraph ";
          say(asked + name + " to read as follows:", path, "* * * " + added);
        }
      }
      default -> {
        if (!unit.children.isEmpty()) {
          unit.text = sentence();
          String asked = "by revising paragraph " + name + " introductory text to read as follows:";
          say(asked, path, unit.text + "\n" + "  ".repeat(path.size() + 1) + "* * *");
        }
      }
    }
  }

  /** All from one paragraph to the last of its list go one label on. */
  private void shift(List<Unit> path, Unit above) {
    List<Unit> prefix = path.subList(0, path.size() - 1);
    int at = above.children.indexOf(path.get(path.size() - 1));
    List<Unit> moved = above.children.subList(at, above.children.size());
    boolean dense = moved.get(moved.size() - 1).label - moved.get(0).label == moved.size() - 1;
    if (moved.size() < 2
        || !dense
        || moved.get(moved.size() - 1).label + 1 >= LABELS.get(0).size()) {
      return;
    }
    String from = range(prefix, moved);
    moved.forEach(unit -> unit.label++);
    say("by redesignating paragraphs " + from + " as paragraphs " + range(prefix, moved) + ".");
  }

  private static String range(List<Unit> prefix, List<Unit> units) {
    List<Unit> first = new ArrayList<>(prefix);
    first.add(units.get(0));
    int last = units.get(units.size() - 1).label;
    return name(first) + " through (" + LABELS.get(prefix.size()).get(last) + ")";
  }

  private List<Unit> path() {
    List<Unit> path = new ArrayList<>();
    Unit at = section;
    do {
      at = at.children.get(random.nextInt(at.children.size()));
      path.add(at);
    } while (!at.children.isEmpty() && random.nextBoolean());
    return path;
  }

  private static String name(List<Unit> path) {
    StringBuilder name = new StringBuilder();
    for (int level = 0; level < path.size(); level++) {
      name.append('(').append(LABELS.get(level).get(path.get(level).label)).append(')');
    }
    return name.toString();
  }

  private void say(String asked) {
    instructions.add(AmenderTest.instruction("Section 744.6 is amended " + asked, ""));
  }

  /** With the text set out at its place, the units around it as context. */
  private void say(String asked, List<Unit> path, String text) {
    String setOut =
        IntStream.range(0, path.size())
            .mapToObj(
                level ->
                    "  ".repeat(level + 1)
                        + "("
                        + LABELS.get(level).get(path.get(level).label)
                        + ") "
                        + (level + 1 < path.size() ? "* * *" : text))
            .collect(Collectors.joining("\n", "§ 744.6 Activities.\n  * * *\n", "\n  * * *\n"));
    instructions.add(AmenderTest.instruction("Section 744.6 is amended " + asked, setOut));
  }
}
