package org.ratchet;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of real documents. Tests that use it are tagged {@code corpus}. */
public final class CorpusFolder {

  private static final Path FOLDER =
      Path.of(System.getProperty("ratchet.corpus", "../../shared/corpus"));

  private CorpusFolder() {}

  /** A file of the corpus; the test is skipped where the corpus is absent. */
  public static Path file(String path) {
    assumeTrue(Files.isDirectory(FOLDER), "the corpus is not here");
    return FOLDER.resolve(path);
  }
}
