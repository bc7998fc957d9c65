package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.TargetReader.Target;
import org.ratchet.clause.Citation;
import org.ratchet.document.Instruction;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/**
 * Reads instructions into operations. Nothing is guessed: a word that is not understood makes the
 * reading a refusal. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * for (AmendmentParser.Reading reading : AmendmentParser.standard().parse(instruction)) {
 *   System.out.println(reading.instruction().id() + " " + reading.operations() + reading.reason());
 * }
 * }</pre>
 */
public final class AmendmentParser {

  private static final Pattern DATED =
      Pattern.compile(
          "^(?:Effective|effective)(?: on| from)? (%1$s(?:,? (?:through|until) (?:%1$s|further notice))?),?\\s*"
              .formatted(Period.PRINTED));
  private static final Pattern DELAYED = Pattern.compile("^(Delayed indefinitely),?\\s*");

  private static final Pattern PASSIVE = Pattern.compile("\\brevised as follows:\\s*$");

  private AmendmentParser() {}

  /** The parser of this release. */
  public static AmendmentParser standard() {
    return new AmendmentParser();
  }

  /**
   * One instruction that asks for something, as it is understood.
   *
   * @param instruction the instruction, a leaf or one that itself asks for something
   * @param operations what it asks for, in order; empty if it is not understood
   * @param reason why it is not understood, empty if it is
   * @param effective the date its own words give, as printed; empty if they give none
   */
  public record Reading(
      Instruction instruction, List<Amendment> operations, String reason, String effective) {

    /** Copies the operations. */
    public Reading {
      operations = List.copyOf(operations);
    }
  }

  /**
   * Reads a numbered instruction with everything under it. A container that only says where its
   * lettered items apply is no reading of its own.
   */
  public List<Reading> parse(Instruction instruction) {
    List<Reading> readings = new ArrayList<>();
    read(instruction, List.of(Target.of(instruction.part())), "", readings);
    return readings;
  }

  /**
   * Reads the words of one instruction that stands in no document. Where they name no part of the
   * CFR, sections and supplements are taken to be of title 15.
   */
  public List<Reading> parse(String words) {
    Span span = Span.ofLine("instruction", 1);
    return parse(
        new Instruction("", "", Runs.of(words), Citation.ROOT, List.of(), List.of(), span));
  }

  private void read(
      Instruction instruction, List<Target> places, String effective, List<Reading> readings) {
    if (instruction.text().startsWith("[[")) {
      String reason = "the file says that paragraphs are missing, an instruction among them";
      readings.add(new Reading(instruction, List.of(), reason, effective));
      instruction.children().forEach(child -> read(child, places, effective, readings));
      return;
    }
    Wording wording = Wording.of(instruction.text());
    String own = date(wording.text());
    String date = own.isEmpty() ? effective : own;
    Wording undated =
        new Wording(
            DELAYED.matcher(DATED.matcher(wording.text()).replaceFirst("")).replaceFirst(""),
            wording.quotes());
    Understanding so = new Understanding(undated, instruction.part(), places);
    so.read();
    boolean leaf = instruction.children().isEmpty() && !asksNothing(instruction, so);
    boolean leads = leadsOn(instruction, so);
    if (leaf || (!so.operations().isEmpty() && !leads)) {
      readings.add(reading(instruction, so, date));
    }
    List<Target> below = leads ? List.of(Target.of(so.operations().get(0).target())) : so.places();
    for (Instruction child : instruction.children()) {
      read(child, below, date, readings);
    }
  }

  /** {@code Parts 1 and 2 are amended as set forth below:} leads to the instructions. */
  private static boolean asksNothing(Instruction instruction, Understanding so) {
    return !so.asks() && instruction.label().isEmpty() && instruction.setOut().isEmpty();
  }

  /** {@code Supplement no. 1 is revised as follows:} with lettered items only says where. */
  private static boolean leadsOn(Instruction instruction, Understanding so) {
    return !instruction.children().isEmpty()
        && so.operations().size() == 1
        && so.operations().get(0) instanceof Amendment.Revise revise
        && revise.extent() == Amendment.Extent.WHOLE
        && PASSIVE.matcher(instruction.text()).find();
  }

  private static Reading reading(Instruction instruction, Understanding so, String date) {
    if (!so.problems().isEmpty()) {
      return new Reading(instruction, List.of(), String.join("; ", so.problems()), date);
    }
    if (so.operations().isEmpty()) {
      return new Reading(
          instruction, List.of(), "it does not say what is to be done to which unit", date);
    }
    return new Reading(instruction, so.operations(), "", date);
  }

  private static String date(String text) {
    Matcher dated = DATED.matcher(text);
    if (dated.find()) {
      return dated.group(1);
    }
    Matcher delayed = DELAYED.matcher(text);
    return delayed.find() ? delayed.group(1) : "";
  }
}
