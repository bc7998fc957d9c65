package org.ratchet.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.ratchet.source.UnreadableSourceException.Reason;

/**
 * Where bytes come from: a file, an array or a stream, and optionally which document of it is
 * meant.
 *
 * <pre>{@code
 * Source rule = Source.of(Path.of("rule.pdf"));
 * Source one = Source.parse("issue.xml#2024-02793");   // one document of a daily issue
 * }</pre>
 */
public final class Source {

  private interface Opener {
    byte[] open(long limit) throws IOException;
  }

  private final String name;
  private final Optional<String> fragment;
  private final Opener opener;

  private Source(String name, Optional<String> fragment, Opener opener) {
    this.name = name;
    this.fragment = fragment;
    this.opener = opener;
  }

  /** A file. */
  public static Source of(Path path) {
    return new Source(path.toString(), Optional.empty(), limit -> readFile(path, limit));
  }

  /** Bytes in memory, which are copied; the name is for messages and reports. */
  public static Source of(byte[] bytes, String name) {
    byte[] copy = bytes.clone();
    return new Source(name, Optional.empty(), limit -> copy);
  }

  /** A stream, read to its end and not closed, when the source is first read. */
  public static Source of(InputStream stream, String name) {
    return new Source(name, Optional.empty(), limit -> readStream(stream, limit, name));
  }

  /**
   * A path as written on a command line: {@code rule.pdf}, or {@code issue.xml#2024-02793} for one
   * document of several. A file whose name really contains the {@code #} is meant if it exists.
   */
  public static Source parse(String argument) {
    int hash = argument.lastIndexOf('#');
    if (hash <= 0 || Files.exists(Path.of(argument))) {
      return of(Path.of(argument));
    }
    return of(Path.of(argument.substring(0, hash))).document(argument.substring(hash + 1));
  }

  /** This source, narrowed to one document by its Federal Register document number. */
  public Source document(String number) {
    return new Source(name, Optional.of(number), opener);
  }

  /** Path or given name, without the document number. */
  public String name() {
    return name;
  }

  /** The document number asked for, if any. */
  public Optional<String> fragment() {
    return fragment;
  }

  /**
   * All bytes.
   *
   * @throws UnreadableSourceException if there is no such file, it is no file, it is empty, or it
   *     is larger than the limit
   */
  public byte[] bytes(ReadLimits limits) throws IOException {
    byte[] bytes = opener.open(limits.maxBytes());
    if (bytes.length == 0) {
      throw new UnreadableSourceException(Reason.EMPTY, name + ": the file is empty");
    }
    checkSize(bytes.length, limits.maxBytes(), name);
    return bytes;
  }

  private static byte[] readFile(Path path, long limit) throws IOException {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new UnreadableSourceException(
            Reason.NOT_A_FILE,
            path
                + (Files.isDirectory(path)
                    ? ": is a directory; name a file in it"
                    : ": is not a regular file"));
      }
      checkSize(Files.size(path), limit, path.toString());
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new UnreadableSourceException(Reason.MISSING, path + ": no such file", e);
    } catch (AccessDeniedException e) {
      throw new UnreadableSourceException(Reason.NOT_PERMITTED, path + ": permission denied", e);
    }
  }

  private static byte[] readStream(InputStream stream, long limit, String name) throws IOException {
    int most = (int) Math.min(Integer.MAX_VALUE - 8, limit + 1);
    byte[] bytes = stream.readNBytes(most);
    checkSize(bytes.length, limit, name);
    return bytes;
  }

  private static void checkSize(long size, long limit, String name)
      throws UnreadableSourceException {
    if (size > limit) {
      throw new UnreadableSourceException(
          Reason.LIMIT_EXCEEDED, name + ": more than the limit of " + limit + " bytes");
    }
  }
}
