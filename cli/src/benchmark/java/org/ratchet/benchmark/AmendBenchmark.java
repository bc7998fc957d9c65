package org.ratchet.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ratchet.Ratchet;
import org.ratchet.amend.Amender;
import org.ratchet.amend.LedgerLine;
import org.ratchet.amend.Outcome;
import org.ratchet.amend.Timeline;
import org.ratchet.document.Regulation;
import org.ratchet.document.Rule;
import org.ratchet.source.Source;

/** A rule of 100 instructions carried out on a part of 300 sections, both made up. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class AmendBenchmark {

  private static final int SECTIONS = 300;
  private static final int INSTRUCTIONS = 100;
  private static final LocalDate LATER = LocalDate.of(2093, 1, 1);

  private org.ratchet.amend.State before;
  private Rule rule;

  /** Reads part and rule, and makes sure that every instruction is one that can be carried out. */
  @Setup
  public void read() throws IOException {
    Ratchet ratchet = Ratchet.standard();
    before = org.ratchet.amend.State.of((Regulation) ratchet.read(source("part.xml", part())));
    rule = (Rule) ratchet.read(source("rule.xml", rule()));
    int applied = apply().ledger().with(LedgerLine.Status.APPLIED).size();
    if (applied != INSTRUCTIONS || before.clauses().get(0).children().size() != SECTIONS) {
      throw new IllegalStateException(applied + " instructions carried out");
    }
  }

  private static Source source(String name, String text) {
    return Source.of(text.getBytes(StandardCharsets.UTF_8), name);
  }

  private static String part() {
    return IntStream.rangeClosed(1, SECTIONS)
        .mapToObj(AmendBenchmark::section)
        .collect(
            Collectors.joining(
                "\n",
                "<ECFR><DIV5 N=\"744\" TYPE=\"PART\"><HEAD>PART 744—INVENTED</HEAD>",
                "</DIV5></ECFR>"));
  }

  private static String section(int number) {
    String paragraphs =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    "<P>(%c) Paragraph %d of section %d restricts item %d in words enough for a line.</P>"
                        .formatted('a' + i, i, number, number * 10 + i))
            .collect(Collectors.joining("\n"));
    return "<DIV8 N=\"§ 744.%d\" TYPE=\"SECTION\"><HEAD>§ 744.%d   Section %d.</HEAD>%s</DIV8>"
        .formatted(number, number, number, paragraphs);
  }

  private static String rule() {
    return IntStream.rangeClosed(1, INSTRUCTIONS)
        .mapToObj(AmendBenchmark::instruction)
        .collect(
            Collectors.joining(
                "\n",
                """
                <RULE><PREAMB><AGENCY TYPE="S">DEPARTMENT OF EXAMPLES</AGENCY><CFR>15 CFR Part 744</CFR>
                <SUBJECT>An invented rule, no official text</SUBJECT>
                <EFFDATE><HD SOURCE="HED">DATES:</HD><P>This rule is effective January 2, 2092.</P></EFFDATE>
                </PREAMB><SUPLINF><HD SOURCE="HED">SUPPLEMENTARY INFORMATION:</HD><P>Invented.</P>
                <PART><HD SOURCE="HED">PART 744—INVENTED</HD></PART>
                """,
                """
                </SUPLINF><FRDOC>[FR Doc. 2092-00001 Filed 1-2-92; 8:45 am]</FRDOC></RULE>
                """));
  }

  /** Four kinds in turn, spread over the part. */
  private static String instruction(int number) {
    int section = number * (SECTIONS / INSTRUCTIONS);
    String asks =
        switch (number % 4) {
          case 0 ->
              "%d. In § 744.%d, in paragraph (b), remove “restricts” and add in its place “bars”."
                  .formatted(number, section);
          case 1 ->
              "%d. Section 744.%d is amended by redesignating paragraphs (c) through (h) as paragraphs (d) through (i)."
                  .formatted(number, section);
          case 2 -> "%d. In § 744.%d, remove paragraph (h).".formatted(number, section);
          default ->
              "%d. Section 744.%d is amended by revising paragraph (c) to read as follows:"
                  .formatted(number, section);
        };
    String setOut =
        number % 4 == 3
            ? "<SECTION><SECTNO>§ 744.%d</SECTNO><SUBJECT>Section %d.</SUBJECT><STARS/><P>(c) Other words.</P><STARS/></SECTION>"
                .formatted(section, section)
            : "";
    return "<REGTEXT TITLE=\"15\" PART=\"744\"><AMDPAR>%s</AMDPAR>%s</REGTEXT>"
        .formatted(asks, setOut);
  }

  /** All instructions in printed order. */
  @Benchmark
  public Outcome apply() {
    return Amender.standard().apply(before, rule);
  }

  /** The same by the day on which they take effect. */
  @Benchmark
  public Outcome timeline() {
    return Timeline.of(before).with(rule).on(LATER);
  }
}
