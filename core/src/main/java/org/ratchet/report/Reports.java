package org.ratchet.report;

import java.util.List;
import java.util.Optional;

/** The reports of this release, by name. A new report is one class and one line here. */
public final class Reports {

  private Reports() {}

  /** Plain text for a terminal, 100 columns wide, without colour. */
  public static Report text() {
    return new TextReport(false);
  }

  /** GitHub-flavoured Markdown. */
  public static Report markdown() {
    return new MarkdownReport(false);
  }

  /** JSON; the shape is {@link ReportModel}. */
  public static Report json() {
    return new JsonReport();
  }

  /** All of them. */
  public static List<Report> all() {
    return List.of(text(), markdown(), json());
  }

  /** The report with a name. */
  public static Optional<Report> named(String name) {
    return all().stream().filter(report -> report.name().equals(name)).findFirst();
  }
}
