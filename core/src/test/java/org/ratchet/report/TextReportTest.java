package org.ratchet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.ratchet.Comparison;
import org.ratchet.Ratchet;
import org.ratchet.document.Document;

class TextReportTest {

  @Test
  void aReportFromTopToBottom() throws IOException {
    String report = SmallRules.write(Reports.text(), SmallRules.compared());
    assertThat(report.replaceAll("[0-9a-f]{64}", "HASH"))
        .isEqualTo(
            """
            Basis: two rules in sequence, the second executed after the first; no base text: what neither document sets out is unknown, neither added nor removed.
              before  before.xml — 2092-00001, An invented rule, no official text
                      sha256 HASH
              after   after.xml — 2092-00002, An invented rule, no official text
                      sha256 HASH

            Instructions: 2 applied, 1 refused, 0 ambiguous.
              refused 2 of 2092-00002: these words are not understood: Transmogrify
            Findings: 2 undetermined, 0 tighter, 0 looser, 0 mixed, 0 unchanged.
            Changes of substance: 2; editorial: 0.

            In short:
              1 of 3 instructions was not carried out, and 2 findings are undetermined: 15 CFR 744.99 (2).
              No finding is tighter.
              No finding is looser or mixed.

            UNDETERMINED (2)

              2 provisions: the words changed but state no quantity, destination, party or policy in a form
                that is compared:
                15 CFR 744.99(a); 15 CFR 744.99(b)

            CHANGES (2)

              revised  15 CFR 744.99(a)
                Widgets of [-5-] {+4+} or more stay at home[-, or abroad-].

              revised  15 CFR 744.99(b)
                A *[-star-] {+comet+}* <[-b-] {+i+}> | stays.
            """);
  }

  @Test
  void whatNeitherVersionOfARuleCanDoIsSaidOnce() throws IOException {
    Document rule = SmallRules.read("after.xml", SmallRules.AFTER);
    Comparison same = Ratchet.standard().compare(rule, rule);
    assertThat(SmallRules.write(Reports.text(), same)).containsOnlyOnce("refused 2 of 2092-00002");
    assertThat(SmallRules.write(Reports.markdown(), same))
        .containsOnlyOnce("refused 2 of 2092-00002");
  }
}
