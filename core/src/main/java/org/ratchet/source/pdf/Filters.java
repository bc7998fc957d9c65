package org.ratchet.source.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.ratchet.source.Budget;
import org.ratchet.source.UnreadableSourceException;

/**
 * The filters of a stream, ISO 32000-1, 7.4, and what a stream unpacks to that has others than
 * {@code FlateDecode}, as files of the 1990s do.
 */
final class Filters {

  private static final String FILTER = "/Filter";
  private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
  private static final Pattern NAMES =
      Pattern.compile("\\s*(?:\\[(?:\\s*/[^\\s/\\[\\]<>()%]+)*\\s*\\]|/[^\\s/\\[\\]<>()%]+)");

  /** A reference to another object, or a comment, or a list that holds one. */
  private static final Pattern ELSEWHERE = Pattern.compile("\\s*[\\[\\d%]");

  private static final Pattern NAME = Pattern.compile("/([^\\s/\\[\\]<>()%]+)");
  private static final Set<String> FLATE = Set.of("FlateDecode", "Fl");

  /** Pictures, which are not unpacked. */
  private static final Set<String> PICTURES =
      Set.of("DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode");

  private Filters() {}

  /**
   * The filters of a stream, outermost first, of every dictionary that may be its own; empty if one
   * names them elsewhere.
   *
   * @param from where the stream before it begins, since none can tell where that ends
   * @param to where the keyword behind the dictionary begins
   */
  static Optional<List<List<String>>> between(byte[] bytes, int from, int to) {
    String before = plain(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    List<List<String>> filters = new ArrayList<>();
    Matcher names = NAMES.matcher(before);
    for (int at = before.indexOf(FILTER); at >= 0; at = before.indexOf(FILTER, at + 1)) {
      int end = at + FILTER.length();
      if (names.region(end, before.length()).lookingAt()) {
        filters.add(NAME.matcher(names.group()).results().map(name -> name.group(1)).toList());
      } else if (ELSEWHERE.matcher(before).region(end, before.length()).lookingAt()) {
        return Optional.empty();
      }
    }
    return Optional.of(filters);
  }

  /** Names may be written with the numbers of their letters. */
  private static String plain(String text) {
    return text.indexOf('#') < 0
        ? text
        : ESCAPED
            .matcher(text)
            .replaceAll(
                escaped ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escaped.group(1), 16))));
  }

  /** Whether nothing but Flate, or nothing at all, has to be undone. */
  static boolean isPlain(List<String> filters) {
    return FLATE.containsAll(filters) || (filters.size() == 1 && PICTURES.contains(filters.get(0)));
  }

  /**
   * Unpacks a stream and keeps nothing.
   *
   * @param start where its bytes begin
   * @throws UnreadableSourceException if it passes a limit
   */
  static void check(byte[] bytes, int start, List<String> filters, Budget budget)
      throws UnreadableSourceException {
    for (int earlyChange : new int[] {0, 1}) {
      InputStream packed = new ByteArrayInputStream(bytes, start, bytes.length - start);
      try {
        for (String name : filters) {
          if (PICTURES.contains(name)) {
            break;
          }
          packed = unpacked(packed, name, earlyChange, budget);
        }
      } catch (UnreadableSourceException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        // Not packed so, or cut off; the library will say what is wrong.
      }
    }
  }

  private static InputStream unpacked(
      InputStream packed, String name, int earlyChange, Budget budget) throws IOException {
    COSName filter = COSName.getPDFName(name);
    COSDictionary parameters = new COSDictionary();
    parameters.setInt(COSName.EARLY_CHANGE, earlyChange);
    COSDictionary stream = new COSDictionary();
    stream.setItem(COSName.FILTER, filter);
    stream.setItem(COSName.DECODE_PARMS, parameters);
    Held held = new Held(budget);
    Filter decoder = FilterFactory.INSTANCE.getFilter(filter);
    decoder.decode(packed, held, stream, 0);
    return new ByteArrayInputStream(held.bytes.toByteArray());
  }

  /** Bytes held against the limit one by one. */
  private static final class Held extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Budget budget;

    Held(Budget budget) {
      this.budget = budget;
    }

    @Override
    public void write(int one) throws IOException {
      budget.checkUnpacked(bytes.size() + 1L);
      bytes.write(one);
    }

    @Override
    public void write(byte[] some, int from, int count) throws IOException {
      budget.checkUnpacked((long) bytes.size() + count);
      bytes.write(some, from, count);
    }
  }
}
