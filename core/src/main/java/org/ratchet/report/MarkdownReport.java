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

/** The comparison as GitHub-flavoured Markdown. */
final class MarkdownReport implements Report {

  private final boolean editorial;

  MarkdownReport(boolean editorial) {
    this.editorial = editorial;
  }

  @Override
  public Report withEditorial() {
    return new MarkdownReport(true);
  }

  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public void write(Comparison comparison, Appendable out) throws IOException {
    ReportModel model = Models.of(comparison);
    StringBuilder page = new StringBuilder("# What changed\n\n");
    page.append("Basis: ").append(escaped(Wording.basis(model))).append("\n\n");
    page.append("| | Document | SHA-256 |\n|---|---|---|\n");
    model.base().forEach(base -> input("base", base, page));
    input("before", model.before(), page);
    input("after", model.after(), page);
    page.append('\n').append(Wording.coverage(model.summary())).append("  \n");
    page.append(Wording.directions(model.summary())).append("  \n");
    page.append(Wording.changes(model.summary())).append("\n\n");
    brief(model.summary(), page);
    ledger(Wording.notApplied(model), page);
    for (String direction : Wording.DIRECTIONS) {
      findings(model.findings(), direction, page);
    }
    changes("Changes", model.changes(), page);
    if (editorial) {
      changes("Editorial changes", model.editorial(), page);
    }
    out.append(page);
  }

  private static void input(String side, Input input, StringBuilder page) {
    page.append("| ").append(side).append(" | ").append(escaped(Wording.input(input)));
    page.append(" | `").append(input.sha256()).append("` |\n");
  }

  private static void brief(Summary summary, StringBuilder page) {
    page.append("## In short\n\n");
    summary.sentences().forEach(each -> page.append("- ").append(escaped(each)).append('\n'));
    by("facet", Brief.directed(summary.byFacet()), page);
    by("provision", Brief.directed(summary.byProvision()), page);
    page.append('\n');
  }

  private static void by(String what, String directed, StringBuilder page) {
    if (!directed.isEmpty()) {
      page.append("- By ").append(what).append(": ").append(escaped(directed)).append(".\n");
    }
  }

  private static void ledger(List<String> open, StringBuilder page) {
    if (open.isEmpty()) {
      return;
    }
    page.append("## Instructions not applied\n\n");
    open.forEach(line -> page.append("- ").append(escaped(line)).append('\n'));
    page.append('\n');
  }

  private static void findings(List<FindingModel> findings, String direction, StringBuilder page) {
    List<FindingModel> these =
        findings.stream().filter(f -> f.direction().equals(direction)).toList();
    if (these.isEmpty()) {
      return;
    }
    String title = direction.substring(0, 1).toUpperCase(Locale.ROOT) + direction.substring(1);
    page.append("## ").append(title).append(" (").append(these.size()).append(")\n\n");
    for (List<FindingModel> alike : Wording.alike(these)) {
      if (alike.size() == 1) {
        finding(alike.get(0), page);
      } else {
        page.append("- ").append(escaped(Wording.provisions(alike))).append("  \n  ");
        page.append(escaped(Wording.citations(alike))).append('\n');
      }
    }
    page.append('\n');
  }

  private static void finding(FindingModel finding, StringBuilder page) {
    page.append("- **").append(escaped(finding.citation())).append("** (");
    page.append(Wording.facet(finding)).append("): ").append(escaped(finding.statement()));
    if (!finding.reason().isEmpty()) {
      page.append(" *Note:* ").append(escaped(finding.reason()));
    }
    finding.why().forEach(w -> page.append("  \n  ").append(escaped(Wording.why(w))));
    finding.witnesses().forEach(w -> page.append("  \n  ").append(escaped(Wording.witness(w))));
    page.append("  \n  ").append(escaped(Wording.source(finding))).append('\n');
  }

  private static void changes(String title, List<ChangeModel> changes, StringBuilder page) {
    if (changes.isEmpty()) {
      return;
    }
    page.append("## ").append(title).append(" (").append(changes.size()).append(")\n\n");
    for (ChangeModel change : changes) {
      page.append("### ").append(escaped(change.citation())).append(" — ").append(change.kind());
      page.append(escaped(Wording.movedFrom(change))).append("\n\n");
      page.append(change.edits().isEmpty() ? whole(change) : inline(change.edits()));
      page.append("\n\n");
    }
  }

  private static String whole(ChangeModel change) {
    boolean after = !change.after().isEmpty();
    String text = (after ? change.after() : change.before()).get(0).text();
    String quoted = escaped(Wording.shortened(text)).replace("\n", "  \n> ");
    return "> " + quoted;
  }

  private static String inline(List<EditModel> edits) {
    String line =
        Wording.inline(
            edits,
            (kind, words) ->
                kind.equals("delete") ? "<del>" + words + "</del>" : "<ins>" + words + "</ins>",
            MarkdownReport::escaped);
    return "> " + line.replace("\n", "  \n> ");
  }

  /** Text of a document means nothing to Markdown or HTML. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("([\\\\`*_{}\\[\\]#|])", "\\\\$1");
  }
}
