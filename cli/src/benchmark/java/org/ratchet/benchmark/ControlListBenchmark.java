package org.ratchet.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.ratchet.Comparison;
import org.ratchet.Ratchet;
import org.ratchet.diff.Change;
import org.ratchet.diff.Differ;
import org.ratchet.document.Document;
import org.ratchet.source.Source;

/** Two full Commerce Control Lists: comparing them against reading them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 5)
public class ControlListBenchmark {

  private static final Path CORPUS =
      Path.of(System.getProperty("ratchet.corpus", "../../shared/corpus"));
  private static final Path PAGE = CORPUS.resolve("ccl/title15-part774-supp1.2025-07-11.html");
  private static final Path MARKUP =
      CORPUS.resolve("ecfr-xml/title15-part774-supp1.2026-06.xml");

  private final Ratchet ratchet = Ratchet.standard();
  private Document before;
  private Document after;
  private Comparison compared;

  /** Reads and compares both once. */
  @Setup
  public void read() throws IOException {
    before = ratchet.read(Source.of(PAGE));
    after = ratchet.read(Source.of(MARKUP));
    compared = ratchet.compare(before, after);
  }

  /** The list of 2026 from its markup. */
  @Benchmark
  public Document parseMarkup() throws IOException {
    return ratchet.read(Source.of(MARKUP));
  }

  /** The list of 2025 from its page. */
  @Benchmark
  public Document parsePage() throws IOException {
    return ratchet.read(Source.of(PAGE));
  }

  /** Clauses aligned and their words compared. */
  @Benchmark
  public List<Change> diff() {
    return Differ.standard().compare(compared.stateBefore(), compared.stateAfter());
  }

  /** The same with what the changes mean. */
  @Benchmark
  public Comparison compare() {
    return ratchet.compare(before, after);
  }
}
