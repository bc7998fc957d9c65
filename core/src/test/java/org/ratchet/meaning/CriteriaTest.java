package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.clause.EccnEntry;
import org.ratchet.meaning.Criterion.Opaque;
import org.ratchet.meaning.Criterion.Threshold;

class CriteriaTest {

  private static final String TPP = "total processing performance";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A 'total processing performance' of 4,800 or more      | total processing performance | 4800 or more
          A 'performance density' of less than 5.92              | performance density          | below 5.92
          An output power greater than 5 W                       | output power                 | more than 5 W
          having an output power not less than 5 kW              | output power                 | 5000 W or more
          having an output power not exceeding 5 W               | output power                 | 5 W or less
          A rated speed below 12 m/s                             | rated speed                  | below 12 m/s
          A rated speed equal to or less than 12 m/s             | rated speed                  | 12 m/s or less
          A wave count of at least 10^26                         | wave count                   | 10^26 or more
          An aggregate bidirectional transfer rate over all ports of 600 GB/s or more | aggregate bidirectional transfer rate | 600 Gbyte/s or more
          """)
  void readsQuantityComparatorValueAndUnit(String text, String quantity, String bound) {
    Criterion criterion = ThresholdText.of(text, Vocabulary.standard());

    Threshold threshold =
        (Threshold)
            criterion.literals().filter(Threshold.class::isInstance).findFirst().orElseThrow();
    assertThat(threshold.quantity().name()).isEqualTo(quantity);
    assertThat(threshold.bound().of(threshold.quantity())).isEqualTo(bound);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A 'total processing performance' of 2400 or more and less than 4800
          A 'total processing performance' from 2400 to less than 4800
          A 'total processing performance' of not less than 2400 but below 4800
          """)
  void readsABandInEachWayOfSayingIt(String text) {
    Criterion band = ThresholdText.of(text, Vocabulary.standard());

    assertThat(band.test(tpp("2399.9"))).isEqualTo(Truth.FALSE);
    assertThat(band.test(tpp("2400"))).isEqualTo(Truth.TRUE);
    assertThat(band.test(tpp("4799.9"))).isEqualTo(Truth.TRUE);
    assertThat(band.test(tpp("4800"))).isEqualTo(Truth.FALSE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Two valves that 40 turns close
          A speed of 5 furlongs per fortnight or more
          A speed of 5 m/s or more, except for those with a mass below 3 kg
          A speed of 5 m/s or more and a mass of 3 kg or more or a width of 2 mm or more
          Machines not having a speed of 5 m/s or more
          """)
  void whatIsNotUnderstoodIsOneIncompleteAtom(String text) {
    Criterion criterion = ThresholdText.of(text, Vocabulary.standard());

    assertThat(criterion).isInstanceOf(Opaque.class);
    assertThat(((Opaque) criterion).complete()).isFalse();
  }

  @Test
  void anyOfTheFollowingIsOrAndAllOfTheFollowingIsAnd() {
    EccnEntry any = entry("a. Pumps having any of the following:");
    EccnEntry all = entry("a. Pumps having all of the following:");
    Item fast =
        new Item(
            Map.of("speed", new BigDecimal("9"), "mass", BigDecimal.ONE), Map.of("pumps", true));

    assertThat(Criteria.of(any).criterion().test(fast)).isEqualTo(Truth.TRUE);
    assertThat(Criteria.of(all).criterion().test(fast)).isEqualTo(Truth.FALSE);
  }

  @Test
  void aListWithoutQuantifierIsJoinedByTheConnectiveOfItsItemsElseNotUnderstood() {
    Item fast =
        new Item(
            Map.of("speed", new BigDecimal("9"), "mass", BigDecimal.ONE),
            Map.of("pumps with following", true));

    EccnEntry and =
        EntryText.entry(
            "2B999",
            "Pumps as follows.",
            """
            a. Pumps with the following:
            a.1. A speed of 5 m/s or more; and
            a.2. A mass of 3 kg or more.
            """);
    EccnEntry none = entry("a. Pumps with the following:");

    assertThat(Criteria.of(and).criterion().test(fast)).isEqualTo(Truth.FALSE);
    assertThat(Criteria.of(none).criterion().literals())
        .allMatch(literal -> literal instanceof Opaque opaque && !opaque.complete());
  }

  @Test
  void aNoteThatDoesNotApplyTakesItsItemsOut() {
    EccnEntry entry =
        EntryText.entry(
            "3A999",
            "Chips as follows.",
            """
            a. A 'total processing performance' of 1600 or more.
            Note 1 to 3A999.a: 3A999.a does not apply to items that are not designed or marketed for use in datacenters and do not have a 'total processing performance' of 4800 or more.
            """);
    Criterion criterion = Criteria.of(entry).criterion();

    assertThat(criterion.test(chip("2000", true))).isEqualTo(Truth.TRUE);
    assertThat(criterion.test(chip("2000", false))).isEqualTo(Truth.FALSE);
    assertThat(criterion.test(chip("4800", false))).isEqualTo(Truth.TRUE);
    assertThat(criterion.test(tpp("2000"))).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void aNoteThatOnlyInformsChangesNothing() {
    String item = "a. A 'total processing performance' of 1600 or more.\n";
    EccnEntry plain = EntryText.entry("3A999", "Chips as follows.", item);
    EccnEntry noted =
        EntryText.entry(
            "3A999",
            "Chips as follows.",
            item + "Note 1 to 3A999.a: 3A999.a includes vision processors.");

    assertThat(Criteria.of(noted).criterion()).isEqualTo(Criteria.of(plain).criterion());
  }

  @Test
  void anItemOf4992And400IsSpecifiedOnlyWithoutTheTransferRate() {
    Item item =
        Item.of(
            Map.of(
                TPP,
                new BigDecimal("4992"),
                "bit length × TOPS",
                new BigDecimal("4992"),
                "aggregate bidirectional transfer rate",
                new BigDecimal("400")));
    EccnEntry before =
        EntryText.entry(
            "3A999",
            "Chips as follows.",
            """
            a. An aggregate bidirectional transfer rate of 600 Gbyte/s or more and any of the following:
            a.1. A bit length per operation multiplied by processing performance measured in TOPS of 4800 or more.
            """);
    EccnEntry after =
        EntryText.entry(
            "3A999", "Chips as follows.", "a. A 'total processing performance' of 4800 or more.");

    assertThat(Criteria.of(before).criterion().test(item)).isEqualTo(Truth.FALSE);
    assertThat(Criteria.of(after).criterion().test(item)).isEqualTo(Truth.TRUE);
  }

  private static EccnEntry entry(String head) {
    return EntryText.entry(
        "2B999",
        "Pumps as follows.",
        head
            + """

        a.1. A speed of 5 m/s or more.
        a.2. A mass of 3 kg or more.
        """);
  }

  private static Item tpp(String value) {
    return Item.of(Map.of(TPP, new BigDecimal(value)));
  }

  private static Item chip(String tpp, boolean datacenter) {
    return new Item(
        Map.of(TPP, new BigDecimal(tpp)),
        Map.of("designed or marketed for use in datacenters", datacenter));
  }

  @Test
  void reservedParagraphsSpecifyNothing() {
    EccnEntry entry =
        EntryText.entry(
            "3A999", "Chips as follows.", "a. A speed of 5 m/s or more.\nb. [Reserved]");

    assertThat(Criteria.of(entry).criterion().quantities())
        .isEqualTo(List.of(new Quantity("speed", "m/s")));
  }
}
