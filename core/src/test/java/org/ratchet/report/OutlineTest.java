package org.ratchet.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.ratchet.clause.Citation;

class OutlineTest {

  private static Outline outline() throws IOException {
    return Outline.of(SmallRules.read("after.xml", SmallRules.AFTER));
  }

  @Test
  void aRuleIsItsHeadItsPreambleAndItsInstructions() throws IOException {
    StringBuilder out = new StringBuilder();
    outline().text(out);
    assertThat(out)
        .hasToString(
            """
            kind: rule
            number: 2092-00002
            agencies: DEPARTMENT OF EXAMPLES
            cfrParts: 15 CFR Part 744
            title: An invented rule, no official text
            Preamble  SUPPLEMENTARY INFORMATION: Invented.
            Instruction 1  Section 744.99 is revised to read as follows:
              Section 15 CFR 744.99  Widgets.
                Paragraph 15 CFR 744.99(a)  Widgets of 4 or more stay at home.
                Paragraph 15 CFR 744.99(b)  A *comet* <i> | stays.
            Instruction 2  Transmogrify § 744.98.
            """);
  }

  @Test
  void aCitationNarrowsToItsClause() throws IOException {
    StringBuilder out = new StringBuilder();
    Outline narrowed = outline().only(Citation.parse("744.99(a)"));
    narrowed.json(out);
    JsonNode json = JsonMapper.builder().build().readTree(out.toString());
    assertThat(json.get("document").get("number").asText()).isEqualTo("2092-00002");
    assertThat(json.get("lines")).hasSize(1);
    assertThat(json.get("lines").get(0).get("text").asText())
        .isEqualTo("Widgets of 4 or more stay at home.");
    assertThat(outline().only(Citation.parse("744.97")).isEmpty()).isTrue();
  }
}
