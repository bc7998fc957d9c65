package org.ratchet.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.ratchet.Comparison;
import org.ratchet.report.ReportModel.ChangeModel;
import org.ratchet.report.ReportModel.EditModel;
import org.ratchet.report.ReportModel.FindingModel;
import org.ratchet.report.ReportModel.Input;
import org.ratchet.report.ReportModel.Summary;

/** The comparison as plain text for a terminal. */
final class TextReport implements Report {

  private static final int WIDTH = 100;

  private final boolean editorial;

  TextReport(boolean editorial) {
    this.editorial = editorial;
  }

  @Override
  public Report withEditorial() {
    return new TextReport(true);
  }

  @Override
  public String name() {
    return "text";
  }

  @Override
  public void write(Comparison comparison, Appendable out) throws IOException {
    ReportModel model = Models.of(comparison);
    new Page(out).write(model, editorial);
  }

  /** Writes one report. */
  private record Page(Appendable out) {

    void write(ReportModel model, boolean editorial) throws IOException {
      head(model);
      coverage(model);
      for (String direction : Wording.DIRECTIONS) {
        findings(model.findings(), direction);
      }
      changes("CHANGES", model.changes());
      if (editorial) {
        changes("EDITORIAL CHANGES", model.editorial());
      }
    }

    private void head(ReportModel model) throws IOException {
      line("Basis: " + Wording.basis(model));
      for (Input base : model.base()) {
        input("base  ", base);
      }
      input("before", model.before());
      input("after ", model.after());
      line("");
    }

    private void input(String side, Input input) throws IOException {
      line("  " + side + "  " + Wording.input(input));
      line("          sha256 " + input.sha256());
    }

    private void coverage(ReportModel model) throws IOException {
      Summary summary = model.summary();
      line(Wording.coverage(summary));
      for (String line : Wording.notApplied(model)) {
        wrapped("  ", line);
      }
      line(Wording.directions(summary));
      line(Wording.changes(summary));
      line("");
      line("In short:");
      for (String sentence : summary.sentences()) {
        wrapped("  ", sentence);
      }
      by("facet", Brief.directed(summary.byFacet()));
      by("provision", Brief.directed(summary.byProvision()));
    }

    private void by(String what, String directed) throws IOException {
      if (!directed.isEmpty()) {
        wrapped("  ", "By " + what + ": " + directed + ".");
      }
    }

    private void findings(List<FindingModel> findings, String direction) throws IOException {
      List<FindingModel> these =
          findings.stream().filter(f -> f.direction().equals(direction)).toList();
      if (these.isEmpty()) {
        return;
      }
      line("");
      line(direction.toUpperCase(Locale.ROOT) + " (" + these.size() + ")");
      for (List<FindingModel> alike : Wording.alike(these)) {
        if (alike.size() == 1) {
          finding(alike.get(0));
        } else {
          group(alike);
        }
      }
    }

    /** Many findings that are undetermined for one reason are one paragraph. */
    private void group(List<FindingModel> alike) throws IOException {
      line("");
      wrapped("  ", Wording.provisions(alike));
      wrapped("    ", Wording.citations(alike));
    }

    private void finding(FindingModel finding) throws IOException {
      line("");
      line("  " + finding.citation() + "  [" + Wording.facet(finding) + "]");
      wrapped("    ", finding.statement());
      if (!finding.reason().isEmpty()) {
        wrapped("    ", "note: " + finding.reason());
      }
      for (var paragraph : finding.why()) {
        wrapped("    ", Wording.why(paragraph));
      }
      for (var witness : finding.witnesses()) {
        wrapped("    ", Wording.witness(witness));
      }
      wrapped("    ", Wording.source(finding));
    }

    private void changes(String title, List<ChangeModel> changes) throws IOException {
      if (changes.isEmpty()) {
        return;
      }
      line("");
      line(title + " (" + changes.size() + ")");
      for (ChangeModel change : changes) {
        line("");
        line("  " + change.kind() + "  " + change.citation() + Wording.movedFrom(change));
        wrapped("    ", change.edits().isEmpty() ? whole(change) : inline(change.edits()));
      }
    }

    private static String whole(ChangeModel change) {
      boolean after = !change.after().isEmpty();
      String text = (after ? change.after() : change.before()).get(0).text();
      return (after ? "+ " : "- ") + Wording.shortened(text);
    }

    private static String inline(List<EditModel> edits) {
      return Wording.inline(
          edits,
          (kind, words) -> kind.equals("delete") ? "[-" + words + "-]" : "{+" + words + "+}",
          words -> words);
    }

    private void wrapped(String indent, String text) throws IOException {
      for (String paragraph : text.split("\n", -1)) {
        StringBuilder row = new StringBuilder(indent);
        for (String word : paragraph.strip().split(" ", -1)) {
          if (row.length() > indent.length() && row.length() + word.length() >= WIDTH) {
            line(row.toString().stripTrailing());
            row = new StringBuilder(indent).append("  ");
          }
          row.append(word).append(' ');
        }
        line(row.toString().stripTrailing());
      }
    }

    private void line(String text) throws IOException {
      out.append(text).append('\n');
    }
  }
}
