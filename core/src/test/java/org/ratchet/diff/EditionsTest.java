package org.ratchet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ratchet.CorpusFolder;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Step.Kind;
import org.ratchet.document.DocumentReader;
import org.ratchet.document.Regulation;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;

/** Two editions of one real regulation: what is a change of substance, and what is not. */
@Tag("corpus")
class EditionsTest {

  private static final String NOTE = "effective-date note";

  @Test
  void aListInWhichOnlyMarksChangedHasNoChangeOfSubstance() throws IOException {
    List<Change> changes =
        changes(
            "ecfr-xml/title15-part744.2026-03-25.xml", "ecfr-xml/title15-part744.2026-07-18.xml");
    assertThat(changes).hasSize(174).allMatch(Change::editorial);
    assertThat(changes).noneMatch(Change.Sources.class::isInstance);
  }

  @Test
  void aCountryAddedToAListIsTheOneChange() throws IOException {
    List<Change> changes =
        changes(
            "ecfr-xml/title10-part810.2026-03-25.xml", "ecfr-xml/title10-part810.2026-06-18.xml");
    assertThat(changes)
        .extracting(change -> change.kind() + (change.editorial() ? ", editorial" : ""))
        .containsExactlyInAnyOrder("added", "source citation, editorial");
  }

  /**
   * The annual edition names at the end of each section the documents that amended it, or announces
   * in a note what will; what changed is what they amended, to the section.
   */
  @Test
  void theSectionsThatChangedAreThoseWhoseSourcesSaySo() throws IOException {
    String before = "cfr-xml/CFR-2011-title37-vol1-part1.xml";
    String after = "cfr-xml/CFR-2012-title37-vol1-part1.xml";
    Map<String, String> old = sources(before);
    Map<String, String> now = sources(after);
    Set<String> amended = new TreeSet<>();
    Set<String> recited = new TreeSet<>();
    now.forEach(
        (section, source) -> {
          String sourceBefore = old.getOrDefault(section, "");
          if (!source.equals(sourceBefore) || sourceBefore.contains(NOTE)) {
            amended.add(section);
          }
          if (!source.replace(NOTE, "").equals(sourceBefore.replace(NOTE, ""))) {
            recited.add(section);
          }
        });
    Set<String> changed = new TreeSet<>();
    Set<String> cited = new TreeSet<>();
    for (Change change : changes(before, after)) {
      String section = section(change.citation());
      if (change instanceof Change.Sources) {
        cited.add(section);
      } else if (!change.editorial()) {
        changed.add(section);
      }
    }
    assertThat(now).hasSizeGreaterThan(200);
    assertThat(changed)
        .containsExactlyInAnyOrder(
            "1.16", "1.17", "1.102", "1.197", "1.445", "1.704", "1.913", "1.915", "1.923", "1.927",
            "1.931");
    assertThat(amended).isEqualTo(changed);
    assertThat(cited).isEqualTo(recited);
  }

  /** The number of the section that holds a text, or where it stands outside of sections. */
  private static String section(Citation citation) {
    Citation section = citation.upTo(Kind.SECTION);
    return section.steps().isEmpty() ? citation.toString() : section.last().label();
  }

  private static Map<String, String> sources(String file) throws IOException {
    Matcher section =
        Pattern.compile("<SECTNO>§\\s*([\\d.]+\\w*)</SECTNO>(.*?)</SECTION>", Pattern.DOTALL)
            .matcher(Files.readString(CorpusFolder.file(file)));
    Map<String, String> sources = new HashMap<>();
    while (section.find()) {
      Matcher source =
          Pattern.compile("<CITA>(.*?)</CITA>", Pattern.DOTALL).matcher(section.group(2));
      StringBuilder all = new StringBuilder();
      while (source.find()) {
        all.append(source.group(1).replaceAll("\\s+", " "));
      }
      if (section.group(2).contains("<EFFDNOT")) {
        all.append(NOTE);
      }
      sources.put(section.group(1), all.toString());
    }
    return sources;
  }

  private static List<Change> changes(String before, String after) throws IOException {
    return Differ.standard().compare(state(before), state(after));
  }

  private static State state(String file) throws IOException {
    return State.of(
        (Regulation)
            new DocumentReader(SourceReaders.standard(), ReadLimits.standard())
                .read(Source.of(CorpusFolder.file(file))));
  }
}
