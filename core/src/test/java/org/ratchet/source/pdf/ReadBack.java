package org.ratchet.source.pdf;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.ratchet.fixtures.DrawnWord.Role;
import org.ratchet.fixtures.Printed;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceText;
import org.ratchet.source.TableText;
import org.ratchet.text.Run;
import org.ratchet.text.Style.Rise;

/** What the reader makes of a printed document, beside what the press drew, word by word. */
final class ReadBack {

  /** The streams of a document; all else on a page belongs to nobody's text. */
  static final List<Role> STREAMS = List.of(Role.BODY, Role.TABLE, Role.FOOTNOTE);

  private final Map<Role, List<String>> drawn = new EnumMap<>(Role.class);
  private final Map<Role, List<String>> read = new EnumMap<>(Role.class);
  private final Map<Role, Patch<String>> patches = new EnumMap<>(Role.class);
  private final SourceText text;

  private ReadBack(Printed printed, SourceText text) {
    this.text = text;
    for (Role role : Role.values()) {
      drawn.put(
          role,
          printed.words(role).stream().map(ReadBack::folded).filter(w -> !w.isEmpty()).toList());
      read.put(role, new ArrayList<>());
    }
    text.blocks().forEach(this::take);
    for (Role stream : STREAMS) {
      patches.put(
          stream,
          DiffUtils.diff(
              of(drawn, stream), of(read, stream), new MyersDiffWithLinearSpace<String>()));
    }
  }

  /** Reads what was printed. */
  static ReadBack of(Printed printed, String name) throws IOException {
    byte[] pdf = printed.pdf().toArray();
    return new ReadBack(
        printed, new PdfReader().read(Source.of(pdf, name), pdf, ReadLimits.standard()));
  }

  /** Quotation marks are one character each, and the marker of an instruction is not read. */
  private static String folded(String word) {
    return word.replace("\u2018\u2018", "\u201C")
        .replace("\u2019\u2019", "\u201D")
        .replace("\u25A0", "");
  }

  private void take(Block block) {
    if (block.table().isPresent()) {
      TableText table = block.table().get();
      add(Role.TABLE, table.title());
      Stream.concat(table.head().stream(), table.rows().stream())
          .flatMap(row -> row.cells().stream())
          .forEach(cell -> add(Role.TABLE, cell.runs()));
      table.notes().forEach(note -> add(Role.TABLE, note));
    } else if (block.kind() != BlockKind.FIGURE) {
      add(block.kind() == BlockKind.FOOTNOTE ? Role.FOOTNOTE : Role.BODY, block.runs());
    }
  }

  /** As the press writes words: a mark before the raised or lowered part of each. */
  private void add(Role stream, List<Run> runs) {
    StringBuilder word = new StringBuilder();
    Rise before = Rise.NONE;
    for (Run run : runs) {
      for (char c : run.text().toCharArray()) {
        if (c == ' ') {
          end(word, stream);
          before = Rise.NONE;
          continue;
        }
        Rise rise = run.style().rise();
        if (rise != before && rise != Rise.NONE) {
          word.append(rise == Rise.SUPER ? '^' : '_');
        }
        word.append(c);
        before = rise;
      }
    }
    end(word, stream);
  }

  private void end(StringBuilder word, Role stream) {
    if (word.length() > 0) {
      of(read, stream).add(word.toString());
      word.setLength(0);
    }
  }

  SourceText text() {
    return text;
  }

  /** Words that the press drew. */
  int drawn(Role stream) {
    return of(drawn, stream).size();
  }

  /** Words missing plus words too many, after the longest common order of both. */
  int wrong(Role stream) {
    return of(patches, stream).getDeltas().stream()
        .mapToInt(d -> d.getSource().size() + d.getTarget().size())
        .sum();
  }

  /** Where drawn and read differ: words before, {@code [-missing-]}, {@code {+too many+}}. */
  List<String> differences(Role stream) {
    List<String> out = new ArrayList<>();
    for (AbstractDelta<String> delta : of(patches, stream).getDeltas()) {
      int at = delta.getSource().getPosition();
      out.add(
          stream
              + " "
              + String.join(" ", of(drawn, stream).subList(Math.max(0, at - 5), at))
              + " [-"
              + String.join(" ", delta.getSource().getLines())
              + "-]{+"
              + String.join(" ", delta.getTarget().getLines())
              + "+}");
    }
    return out;
  }

  /**
   * Words read in a stream that were drawn in another: a word that its own stream does not have at
   * all, or two in a row that only the other has in a row.
   */
  List<String> strays(Role stream, Role other) {
    Set<String> own = new HashSet<>(of(drawn, stream));
    Set<String> words = new HashSet<>(of(drawn, other));
    words.removeAll(own);
    Set<String> ownPairs = new HashSet<>(pairs(of(drawn, stream)));
    Set<String> pairs = new HashSet<>(pairs(of(drawn, other)));
    pairs.removeAll(ownPairs);
    List<String> found = new ArrayList<>();
    for (AbstractDelta<String> delta : of(patches, stream).getDeltas()) {
      List<String> more = delta.getTarget().getLines();
      more.stream().filter(words::contains).forEach(found::add);
      pairs(more).stream().filter(pairs::contains).forEach(found::add);
    }
    return found;
  }

  private static List<String> pairs(List<String> words) {
    List<String> pairs = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      pairs.add(words.get(i - 1) + " " + words.get(i));
    }
    return pairs;
  }

  private static <T> T of(Map<Role, T> all, Role role) {
    return Objects.requireNonNull(all.get(role));
  }
}
