package org.ratchet.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ratchet.CorpusFolder;
import org.ratchet.fixtures.DrawnWord.Role;
import org.ratchet.fixtures.FixtureRule;
import org.ratchet.fixtures.Knob;
import org.ratchet.fixtures.Press;
import org.ratchet.fixtures.PressSettings;
import org.ratchet.fixtures.Printed;

/**
 * What the press draws is what the reader reads, in the same order: of every 10,000 words of body,
 * tables and footnotes at most five are missing, too many or out of place, and none belongs to
 * another stream.
 */
class RoundTripTest {

  private static final int MOST_OF_TEN_THOUSAND = 5;

  /** No knob, each alone, and all together. */
  static List<Set<Knob>> knobs() {
    List<Set<Knob>> sets = new ArrayList<>();
    sets.add(EnumSet.noneOf(Knob.class));
    for (Knob knob : Knob.values()) {
      sets.add(EnumSet.of(knob));
    }
    sets.add(EnumSet.allOf(Knob.class));
    return sets;
  }

  @ParameterizedTest
  @MethodSource("knobs")
  void fixtureRulesAreReadAsTheyAreDrawn(Set<Knob> knobs) throws IOException {
    Tally tally = new Tally();
    for (FixtureRule rule : FixtureRule.values()) {
      try (InputStream xml = rule.xml()) {
        tally.add(rule.fileName(), xml.readAllBytes(), rule.settings(), knobs);
      }
    }
    tally.check();
  }

  @ParameterizedTest
  @EnumSource
  void aCommittedRuleIsReadAsItIsDrawn(FixtureRule rule) throws IOException {
    Printed printed = rule.print();
    ReadBack back = ReadBack.of(printed, rule.fileName());
    for (Role stream : ReadBack.STREAMS) {
      assertThat(back.differences(stream)).as("%s", stream).isEmpty();
    }
  }

  @Test
  @Tag("corpus")
  void realRulesAreReadAsTheyAreDrawn() throws IOException {
    Tally tally = new Tally();
    List<Set<Knob>> turns = knobs();
    int turn = 0;
    for (Map.Entry<String, byte[]> rule : corpusRules().entrySet()) {
      tally.add(rule.getKey(), rule.getValue(), PressSettings.plain(), turns.get(0));
      turn = turn % (turns.size() - 2) + 1;
      tally.add(rule.getKey(), rule.getValue(), PressSettings.plain(), turns.get(turn));
      tally.add(rule.getKey(), rule.getValue(), PressSettings.plain(), turns.get(turns.size() - 1));
    }
    tally.check();
  }

  private static Map<String, byte[]> corpusRules() throws IOException {
    Map<String, byte[]> rules = new TreeMap<>();
    Path folder = CorpusFolder.file("fr-xml");
    try (InputStream issue = Files.newInputStream(folder.resolve("issue-2024-02-12.xml"))) {
      rules.putAll(Press.documents(issue, "RULE"));
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> !f.toString().contains("issue")).toList()) {
        rules.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    assertThat(rules).as("every knob has its turn").hasSizeGreaterThan(Knob.values().length);
    return rules;
  }

  /** Counts words of many documents and keeps where drawn and read differ. */
  private static final class Tally {

    private final Map<Role, Integer> drawn = new EnumMap<>(Role.class);
    private final Map<Role, Integer> wrong = new EnumMap<>(Role.class);
    private final List<String> differences = new ArrayList<>();
    private final List<String> strays = new ArrayList<>();

    void add(String name, byte[] xml, PressSettings settings, Set<Knob> knobs) throws IOException {
      PressSettings all = settings.with(knobs.toArray(new Knob[0]));
      ReadBack back = ReadBack.of(Press.print(new ByteArrayInputStream(xml), all), name);
      String print = name + " " + knobs + " ";
      for (Role stream : ReadBack.STREAMS) {
        drawn.merge(stream, back.drawn(stream), Integer::sum);
        wrong.merge(stream, back.wrong(stream), Integer::sum);
        back.differences(stream).forEach(d -> differences.add(print + d));
        for (Role other : EnumSet.complementOf(EnumSet.of(stream, Role.BODY, Role.TABLE))) {
          back.strays(stream, other)
              .forEach(s -> strays.add(print + other + " in " + stream + ": " + s));
        }
      }
    }

    void check() {
      String differing = String.join("\n", differences);
      SoftAssertions softly = new SoftAssertions();
      softly.assertThat(strays).as("words of another stream").isEmpty();
      for (Role stream : ReadBack.STREAMS) {
        int words = drawn.getOrDefault(stream, 0);
        int bad = wrong.getOrDefault(stream, 0);
        softly.assertThat(words).as("words in %s", stream).isPositive();
        softly
            .assertThat(bad * 10_000L)
            .as("%s of %s words in %s are wrong\n%s", bad, words, stream, differing)
            .isLessThanOrEqualTo((long) words * MOST_OF_TEN_THOUSAND);
      }
      softly.assertAll();
    }
  }
}
