package org.ratchet.source.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.ratchet.source.Budget;
import org.ratchet.source.UnreadableSourceException;

/**
 * What the compressed streams of a file unpack to, found before the library unpacks them, which it
 * does in memory and without a bound.
 */
final class Unpacking {

  private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
  private static final int PIECE = 1 << 16;

  /** How often a stream may be compressed over again. */
  private static final int DEEPEST = 8;

  private final byte[] bytes;
  private final Budget budget;
  private final byte[] piece = new byte[PIECE];

  /** Serves one stream after the other: to make one takes longer than to unpack a small stream. */
  private final Inflater inflater = new Inflater();

  private Unpacking(byte[] bytes, Budget budget) {
    this.bytes = bytes;
    this.budget = budget;
  }

  /**
   * Unpacks every stream and keeps nothing.
   *
   * @throws UnreadableSourceException if one passes a limit
   */
  static void check(byte[] bytes, Budget budget) throws UnreadableSourceException {
    Unpacking unpacking = new Unpacking(bytes, budget);
    try {
      int before = 0;
      for (int at = 3; at < bytes.length - STREAM.length - 2; at++) {
        if (bytes[at] == 's' && bytes[at - 1] != 'd' && isKeyword(bytes, at)) {
          int start = start(bytes, at + STREAM.length);
          unpacking.check(start);
          unpacking.checkFilters(before, at, start);
          before = start;
        }
      }
    } finally {
      unpacking.inflater.end();
    }
  }

  private void checkFilters(int before, int keyword, int start) throws UnreadableSourceException {
    List<List<String>> filters =
        Filters.between(bytes, before, keyword)
            .orElseThrow(() -> budget.exceeded("a stream does not say itself how it is packed"));
    for (List<String> each : filters) {
      if (!Filters.isPlain(each)) {
        Filters.check(bytes, start, each, budget);
      }
    }
  }

  private static boolean isKeyword(byte[] bytes, int at) {
    for (int i = 1; i < STREAM.length; i++) {
      if (bytes[at + i] != STREAM[i]) {
        return false;
      }
    }
    return true;
  }

  private static int start(byte[] bytes, int at) {
    int start = at;
    while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
      start++;
    }
    return start;
  }

  private void check(int start) throws UnreadableSourceException {
    inflater.reset();
    InputStream unpacked = new ByteArrayInputStream(bytes, start, bytes.length - start);
    try {
      for (int depth = 0; depth < DEEPEST; depth++) {
        PushbackInputStream peeked = new PushbackInputStream(unpacked, 2);
        byte[] head = peeked.readNBytes(2);
        peeked.unread(head);
        if (!isCompressed(head)) {
          unpacked = depth == 0 ? InputStream.nullInputStream() : peeked;
          break;
        }
        unpacked =
            depth == 0
                ? new InflaterInputStream(peeked, inflater, PIECE)
                : new InflaterInputStream(peeked);
      }
      long size = 0;
      for (int read = unpacked.read(piece); read >= 0; read = unpacked.read(piece)) {
        size += read;
        budget.checkUnpacked(size);
      }
    } catch (UnreadableSourceException e) {
      throw e;
    } catch (IOException e) {
      // Not compressed so, or cut off; the library will say what is wrong.
    }
  }

  /** The header of a compressed stream, RFC 1950. */
  private static boolean isCompressed(byte[] head) {
    return head.length == 2
        && (head[0] & 0x0F) == 8
        && (((head[0] & 0xFF) << 8) | (head[1] & 0xFF)) % 31 == 0;
  }
}
