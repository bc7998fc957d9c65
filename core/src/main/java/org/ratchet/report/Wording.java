package org.ratchet.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ratchet.report.ReportModel.ChangeModel;
import org.ratchet.report.ReportModel.EditModel;
import org.ratchet.report.ReportModel.EvidenceModel;
import org.ratchet.report.ReportModel.FindingModel;
import org.ratchet.report.ReportModel.Input;
import org.ratchet.report.ReportModel.Summary;
import org.ratchet.report.ReportModel.WitnessModel;

/** The sentences that the reports for people share. */
final class Wording {

  /** In the order in which they are reported: what is not known first. */
  static final List<String> DIRECTIONS =
      List.of("undetermined", "tighter", "looser", "mixed", "unchanged");

  private static final int SHORT = 600;

  /** How much of a preamble paragraph is shown; the JSON report has all of it. */
  private static final int OPENING = 300;

  private static final int AROUND = 60;

  private Wording() {}

  static String basis(ReportModel model) {
    String known =
        model.base().isEmpty()
            ? "no base text: what neither document sets out is unknown, neither added nor removed"
            : "executed on the base text";
    return switch (model.basis()) {
      case "texts" -> "two texts of the regulation, compared directly.";
      case "rule" -> "a text of the regulation, and that text with the rule executed on it.";
      case "alternative" -> "two versions of one rule, each taken by itself; " + known + ".";
      default -> "two rules in sequence, the second executed after the first; " + known + ".";
    };
  }

  static String input(Input input) {
    String about =
        String.join(
            ", ",
            List.of(input.citation(), input.number(), input.asOf(), input.title()).stream()
                .filter(s -> !s.isEmpty())
                .toList());
    return input.name() + (about.isEmpty() ? "" : " — " + about);
  }

  static String coverage(Summary summary) {
    return "Instructions: "
        + summary.applied()
        + " applied, "
        + summary.refused()
        + " refused, "
        + summary.ambiguous()
        + " ambiguous.";
  }

  static String directions(Summary summary) {
    return "Findings: "
        + summary.undetermined()
        + " undetermined, "
        + summary.tighter()
        + " tighter, "
        + summary.looser()
        + " looser, "
        + summary.mixed()
        + " mixed, "
        + summary.unchanged()
        + " unchanged.";
  }

  static String changes(Summary summary) {
    return "Changes of substance: "
        + summary.changes()
        + "; editorial: "
        + summary.editorial()
        + ".";
  }

  static String facet(FindingModel finding) {
    String facet = finding.facet().replace('_', ' ');
    return finding.dimension().isEmpty()
        ? facet
        : facet + ", " + finding.dimension().replace('_', ' ');
  }

  /**
   * Findings in groups: those without a direction, without witness and with the same reason
   * together, every other one by itself.
   */
  static List<List<FindingModel>> alike(List<FindingModel> findings) {
    Map<String, List<FindingModel>> groups = new LinkedHashMap<>();
    for (FindingModel finding : findings) {
      boolean groupable =
          finding.direction().equals("undetermined")
              && finding.witnesses().isEmpty()
              && !finding.reason().isEmpty();
      String key = groupable ? finding.reason() : finding.id();
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(finding);
    }
    return List.copyOf(groups.values());
  }

  /** How many provisions findings of one reason are about, and the reason. */
  static String provisions(List<FindingModel> alike) {
    long count = alike.stream().map(FindingModel::citation).distinct().count();
    return count + (count == 1 ? " provision: " : " provisions: ") + alike.get(0).reason() + ":";
  }

  /** The citations of findings, each once. */
  static String citations(List<FindingModel> findings) {
    return findings.stream()
        .map(FindingModel::citation)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  static String witness(WitnessModel witness) {
    return (witness.caughtAfter() ? "caught after, not before: " : "caught before, not after: ")
        + witness.description();
  }

  static String source(FindingModel finding) {
    List<String> parts = new ArrayList<>();
    finding.evidence().forEach(e -> parts.add(e.side() + " " + e.place()));
    if (!finding.instruction().isEmpty()) {
      parts.add("instruction " + finding.instruction());
    }
    if (!finding.effective().isEmpty()) {
      parts.add("effective " + finding.effective());
    }
    return "(" + String.join("; ", parts) + ")";
  }

  /** What the preamble says of a finding. */
  static String why(EvidenceModel paragraph) {
    String text = paragraph.text();
    String opening =
        text.length() <= OPENING ? text : text.substring(0, text.lastIndexOf(' ', OPENING)) + " …";
    return "why: “" + opening + "” (preamble, " + paragraph.place() + ")";
  }

  static String movedFrom(ChangeModel change) {
    if (change.before().isEmpty() || change.after().isEmpty()) {
      return "";
    }
    String from = change.before().get(0).citation();
    return from.equals(change.citation()) ? "" : "  from " + from;
  }

  static String shortened(String text) {
    return text.length() <= SHORT
        ? text
        : text.substring(0, SHORT)
            + " … ("
            + text.length()
            + " characters; the JSON report has them all)";
  }

  /** What is not applied, each remark once: two versions of a rule share what neither can do. */
  static List<String> notApplied(ReportModel model) {
    return model.ledger().stream()
        .filter(line -> !line.status().equals("applied"))
        .map(
            line ->
                line.status()
                    + " "
                    + line.instruction()
                    + " of "
                    + line.document()
                    + ": "
                    + line.reason())
        .distinct()
        .toList();
  }

  /**
   * The words of a change in one line, those deleted and inserted between marks, long unchanged
   * stretches cut. Spaces stand outside the marks, and a change of spaces alone is not marked.
   *
   * @param mark from {@code delete} or {@code insert} and the words, the words between their marks
   * @param escape makes words mean nothing to the format of the report
   */
  static String inline(
      List<EditModel> edits, BinaryOperator<String> mark, UnaryOperator<String> escape) {
    StringBuilder line = new StringBuilder();
    boolean space = false;
    String last = "";
    for (EditModel edit : around(edits)) {
      String text = edit.text();
      String words = escape.apply(text.strip());
      if (words.isEmpty()) {
        space |= !edit.kind().equals("delete");
        continue;
      }
      boolean pair = edit.kind().equals("insert") && last.equals("delete");
      if (line.length() > 0 && (space || pair || Character.isWhitespace(text.charAt(0)))) {
        line.append(' ');
      }
      line.append(edit.kind().equals("equal") ? words : mark.apply(edit.kind(), words));
      space = Character.isWhitespace(text.charAt(text.length() - 1));
      last = edit.kind();
    }
    return line.toString();
  }

  /** The edits with long unchanged stretches cut to what stands around the changes. */
  private static List<EditModel> around(List<EditModel> edits) {
    List<EditModel> cut = new ArrayList<>();
    for (int i = 0; i < edits.size(); i++) {
      EditModel edit = edits.get(i);
      String text = edit.text();
      if (edit.kind().equals("equal") && text.length() > 2 * AROUND + 10) {
        String start = i == 0 ? "" : text.substring(0, AROUND);
        String end = i == edits.size() - 1 ? "" : text.substring(text.length() - AROUND);
        cut.add(new EditModel("equal", start + " … " + end, false));
      } else {
        cut.add(edit);
      }
    }
    return cut;
  }
}
