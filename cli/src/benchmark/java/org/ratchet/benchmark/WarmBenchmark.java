package org.ratchet.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ratchet.Comparison;
import org.ratchet.Ratchet;

/** A whole comparison of the two fixture rules against only extracting their text, both serial. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 20, time = 2)
@Measurement(iterations = 10, time = 2)
public class WarmBenchmark {

  private final Ratchet ratchet = Ratchet.standard();

  /** Both rules read, executed, compared and judged. */
  @Benchmark
  public Comparison diff() throws IOException {
    return ratchet.compare(Rules.BEFORE, Rules.AFTER);
  }

  /** The measure: the text of both, as PDFBox extracts it. */
  @Benchmark
  public int stripper() throws IOException {
    return strip(Rules.BEFORE) + strip(Rules.AFTER);
  }

  static int strip(Path path) throws IOException {
    try (PDDocument document = Loader.loadPDF(path.toFile())) {
      return new PDFTextStripper().getText(document).length();
    }
  }
}
