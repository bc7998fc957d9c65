package org.ratchet.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The command as a user starts it against a fresh JVM that only extracts the text. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 10)
public class ColdBenchmark {

  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin/java").toString();

  /** {@code ./cli/ratchet diff} on the two fixture rules. */
  @Benchmark
  public int command() throws IOException, InterruptedException {
    return run("./ratchet", "diff", Rules.BEFORE.toString(), Rules.AFTER.toString());
  }

  /** A JVM with the same collector and compiler settings that only runs PDFBox's stripper. */
  @Benchmark
  public int stripper() throws IOException, InterruptedException {
    return run(
        JAVA,
        "-Xshare:auto",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Djava.awt.headless=true",
        "-cp",
        System.getProperty("java.class.path"),
        "org.ratchet.benchmark.StripperMain");
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.to(new File("target/benchmark.out")))
            .redirectErrorStream(true)
            .start();
    int code = process.waitFor();
    if (code > 1) {
      throw new IOException("exit code " + code + ", see target/benchmark.out");
    }
    return code;
  }
}
