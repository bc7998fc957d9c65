package org.ratchet.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.ratchet.Comparison;
import org.ratchet.amend.LedgerLine;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Clauses;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.document.Document;
import org.ratchet.document.Provenance;
import org.ratchet.document.Regulation;
import org.ratchet.document.Rule;
import org.ratchet.meaning.Direction;
import org.ratchet.meaning.Finding;
import org.ratchet.report.ReportModel.ChangeModel;
import org.ratchet.report.ReportModel.EditModel;
import org.ratchet.report.ReportModel.EvidenceModel;
import org.ratchet.report.ReportModel.FindingModel;
import org.ratchet.report.ReportModel.Input;
import org.ratchet.report.ReportModel.LineModel;
import org.ratchet.report.ReportModel.Passage;
import org.ratchet.report.ReportModel.RemarkModel;
import org.ratchet.report.ReportModel.Summary;
import org.ratchet.report.ReportModel.WitnessModel;
import org.ratchet.text.Diagnostic;

/** Turns a comparison into plain values. */
final class Models {

  private static final List<Kind> PROVISIONS =
      List.of(Kind.ECCN, Kind.SECTION, Kind.SUPPLEMENT, Kind.APPENDIX, Kind.PART);

  private Models() {}

  static ReportModel of(Comparison comparison) {
    return new ReportModel(
        ReportModel.SCHEMA_VERSION,
        lower(comparison.basis()),
        comparison.base().map(Models::input).stream().toList(),
        input(comparison.before()),
        input(comparison.after()),
        summary(comparison),
        comparison.changes().stream().map(Models::change).toList(),
        comparison.editorial().stream().map(Models::change).toList(),
        comparison.findings().stream().map(Models::finding).toList(),
        comparison.ledger().lines().stream().map(Models::line).toList(),
        comparison.diagnostics().stream().map(Models::remark).toList());
  }

  private static Input input(Document document) {
    Provenance from = document.provenance();
    if (document instanceof Rule rule) {
      return new Input(
          from.name(),
          from.sha256(),
          from.mediaType(),
          "rule",
          rule.metadata().number(),
          rule.metadata().citation(),
          rule.metadata().title(),
          rule.metadata().publicationDate());
    }
    String asOf = ((Regulation) document).asOf();
    return new Input(from.name(), from.sha256(), from.mediaType(), "regulation", "", "", "", asOf);
  }

  private static Summary summary(Comparison comparison) {
    int applied = comparison.ledger().with(LedgerLine.Status.APPLIED).size();
    int refused = comparison.ledger().with(LedgerLine.Status.REFUSED).size();
    int ambiguous = comparison.ledger().with(LedgerLine.Status.AMBIGUOUS).size();
    Map<String, Map<String, Integer>> byProvision =
        counts(comparison.findings(), finding -> provision(finding.citation()).toString());
    return new Summary(
        applied,
        refused,
        ambiguous,
        comparison.changes().size(),
        comparison.editorial().size(),
        comparison.findings(Direction.UNDETERMINED).size(),
        comparison.findings(Direction.TIGHTER).size(),
        comparison.findings(Direction.LOOSER).size(),
        comparison.findings(Direction.MIXED).size(),
        comparison.findings(Direction.UNCHANGED).size(),
        counts(comparison.findings(), finding -> lower(finding.facet())),
        byProvision,
        Brief.sentences(refused + ambiguous, comparison.ledger().lines().size(), byProvision));
  }

  private static Map<String, Map<String, Integer>> counts(
      List<Finding> findings, Function<Finding, String> about) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (Finding finding : findings) {
      counts
          .computeIfAbsent(about.apply(finding), key -> new TreeMap<>())
          .merge(lower(finding.direction()), 1, Integer::sum);
    }
    return counts;
  }

  /** The entry, section, supplement or part that a provision is in. */
  private static Citation provision(Citation citation) {
    return PROVISIONS.stream()
        .map(citation::upTo)
        .filter(unit -> !unit.steps().isEmpty())
        .findFirst()
        .orElse(citation);
  }

  private static ChangeModel change(Change change) {
    return new ChangeModel(
        change.id(),
        change.kind(),
        change.citation().toString(),
        change.before().map(Models::passage).stream().toList(),
        change.after().map(Models::passage).stream().toList(),
        change.edits().stream()
            .map(edit -> new EditModel(lower(edit.kind()), edit.text(), edit.editorial()))
            .toList(),
        change.cause().map(Models::instruction).orElse(""));
  }

  private static Passage passage(Clause clause) {
    return new Passage(
        clause.citation().toString(), Clauses.text(clause), clause.span().toString());
  }

  private static String instruction(LedgerLine line) {
    return line.instruction() + " of " + line.document();
  }

  private static FindingModel finding(Finding finding) {
    return new FindingModel(
        finding.id(),
        finding.check(),
        finding.changes(),
        finding.citation().toString(),
        lower(finding.facet()),
        finding.dimension().map(Models::lower).orElse(""),
        lower(finding.direction()),
        finding.statement(),
        finding.evidence().stream().map(Models::evidence).toList(),
        finding.witnesses().stream()
            .map(w -> new WitnessModel(w.caughtAfter(), w.values(), w.description()))
            .toList(),
        finding.instruction(),
        finding.effective(),
        finding.effect(),
        lower(finding.certainty()),
        finding.reason(),
        finding.why().map(Models::evidence).stream().toList());
  }

  private static EvidenceModel evidence(Finding.Evidence evidence) {
    return new EvidenceModel(
        evidence.side(),
        evidence.citation().toString(),
        evidence.text(),
        evidence.span().toString());
  }

  private static LineModel line(LedgerLine line) {
    return new LineModel(
        line.document(),
        line.instruction(),
        line.text(),
        lower(line.status()),
        line.targets().stream().map(Object::toString).toList(),
        line.reason(),
        line.effective(),
        line.span().toString());
  }

  private static RemarkModel remark(Diagnostic diagnostic) {
    return new RemarkModel(
        diagnostic.code(),
        lower(diagnostic.severity()),
        diagnostic.message(),
        diagnostic.span().map(Object::toString).orElse(""));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
