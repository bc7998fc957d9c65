package org.ratchet.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;
import org.junit.jupiter.api.Test;
import org.ratchet.source.Budget;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;

/** Every compressed stream of a file is held against the limit, wherever it stands. */
class UnpackingTest {

  private static final int LIMIT = 100_000;

  private static final ReadLimits LIMITS =
      new ReadLimits(LIMIT, 10, 1_000, 10, 4L * LIMIT, Duration.ofMinutes(1));

  private static byte[] deflated(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] file(byte[]... streams) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] stream : streams) {
      out.write("1 0 obj << >> stream\n".getBytes(StandardCharsets.ISO_8859_1));
      out.write(stream);
      out.write("\nendstream endobj\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    return out.toByteArray();
  }

  private static void check(byte[] file) throws UnreadableSourceException {
    Unpacking.check(file, new Budget("lamps.pdf", LIMITS));
  }

  private static void refused(byte[] file) {
    assertThatThrownBy(() -> check(file))
        .isInstanceOfSatisfying(
            UnreadableSourceException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT_EXCEEDED));
  }

  @Test
  void a_stream_within_the_limit_passes_however_many_there_are() throws IOException {
    byte[] small = deflated(new byte[LIMIT]);
    assertThatCode(() -> check(file(small, small, small))).doesNotThrowAnyException();
  }

  @Test
  void one_that_unpacks_to_more_is_refused_wherever_it_stands() throws IOException {
    byte[] small = deflated(new byte[10]);
    byte[] bomb = deflated(new byte[LIMIT + 1]);
    refused(file(bomb, small));
    refused(file(small, bomb));
    refused(file(small, small, bomb, small));
  }

  @Test
  void one_that_is_cut_off_hides_none_behind_it() throws IOException {
    byte[] cut = Arrays.copyOf(deflated("lamps and wicks".getBytes(StandardCharsets.UTF_8)), 9);
    refused(file(cut, deflated(new byte[LIMIT + 1])));
  }

  @Test
  void one_that_is_compressed_twice_is_refused_for_what_it_is_in_the_end() throws IOException {
    refused(file(deflated(deflated(new byte[LIMIT + 1]))));
  }

  private static byte[] filtered(String filters, byte[] stream) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(("1 0 obj << " + filters + " >> stream\n").getBytes(StandardCharsets.ISO_8859_1));
    out.write(stream);
    out.write("\nendstream endobj\n".getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }

  private static byte[] encoded(byte[] bytes, COSName filter) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FilterFactory.INSTANCE
        .getFilter(filter)
        .encode(new ByteArrayInputStream(bytes), out, new COSDictionary(), 0);
    return out.toByteArray();
  }

  @Test
  void older_ways_to_pack_are_held_to_the_limit_too() throws IOException {
    byte[] large = new byte[LIMIT + 1];
    byte[] lzw = encoded(large, COSName.LZW_DECODE);
    byte[] runs = "\u0081 ".repeat(LIMIT / 100).getBytes(StandardCharsets.ISO_8859_1);
    byte[] text = encoded(deflated(large), COSName.ASCII85_DECODE);

    refused(filtered("/Filter /LZWDecode", lzw));
    refused(filtered("/Filter [/LZWDecode] /Note (obj)", lzw));
    refused(filtered("/Filter /L#5AWDecode", lzw));
    refused(filtered("/Fil#74er /LZWDecode", lzw));
    refused(filtered("/X << /Filter /FlateDecode >> /Filter /LZWDecode", lzw));
    refused(filtered("/Filter /RunLengthDecode", runs));
    refused(filtered("/Filter [ /ASCII85Decode /FlateDecode ]", text));
  }

  @Test
  void older_ways_to_pack_are_read_within_the_limit() throws IOException {
    byte[] lzw = encoded(new byte[LIMIT], COSName.LZW_DECODE);

    assertThatCode(() -> check(filtered("/Filter /LZWDecode", lzw))).doesNotThrowAnyException();
    assertThatCode(() -> check(filtered("/Filter /Standard", lzw))).doesNotThrowAnyException();
    assertThatCode(() -> check(filtered("/Filter /DCTDecode", lzw))).doesNotThrowAnyException();
  }

  @Test
  void a_stream_that_says_elsewhere_how_it_is_packed_is_refused() throws IOException {
    byte[] small = new byte[10];

    refused(filtered("/Filter 5 0 R", small));
    refused(filtered("/Filter [5 0 R]", small));
    assertThatCode(() -> check(filtered("/Build << /Filter << /Name /Lamp >> >>", small)))
        .doesNotThrowAnyException();
  }

  /** Zeros in codes that grow one code later than usual, {@code EarlyChange 0}. */
  private static byte[] lateLzw(int codes) {
    StringBuilder bits = new StringBuilder();
    int next = 258;
    for (int i = -1; i <= codes; i++) {
      int code = i < 0 ? 256 : i == 0 ? 0 : 257 + i;
      int width = 32 - Integer.numberOfLeadingZeros(Math.max(256, next));
      bits.append(
          String.format("%32s", Integer.toBinaryString(code))
              .replace(' ', '0')
              .substring(32 - width));
      next += i > 0 ? 1 : 0;
    }
    byte[] bytes = new byte[bits.length() / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
    }
    return bytes;
  }

  @Test
  void codes_that_grow_late_are_held_to_the_limit_too() throws IOException {
    refused(filtered("/Filter /LZWDecode /DecodeParms << /EarlyChange 0 >>", lateLzw(600)));
  }

  /** Nobody looks at pictures, so that none is unpacked. */
  @Test
  void a_picture_is_not_unpacked_however_large_it_is() throws IOException {
    ByteArrayOutputStream picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB), "jpeg", picture);

    assertThatCode(
            () ->
                check(
                    filtered("/Filter [/FlateDecode /DCTDecode]", deflated(picture.toByteArray()))))
        .doesNotThrowAnyException();
  }

  @Test
  void the_filters_of_one_stream_are_not_those_of_the_next() throws IOException {
    byte[] plain = "\u0081 ".repeat(LIMIT / 100).getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(filtered("/Filter /RunLengthDecode", new byte[] {0, 'a', (byte) 128}));
    file.write(filtered("/Length " + plain.length, plain));

    assertThatCode(() -> check(file.toByteArray())).doesNotThrowAnyException();
  }
}
