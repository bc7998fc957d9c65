package org.ratchet.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.ratchet.amend.Ledger;
import org.ratchet.amend.LedgerLine;

/** A ledger as JSON, one object for each instruction. */
public final class LedgerJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private LedgerJson() {}

  /** The ledger; the same one gives the same text. */
  public static String write(Ledger ledger) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schemaVersion", 1);
    ArrayNode lines = root.putArray("ledger");
    for (LedgerLine line : ledger.lines()) {
      ObjectNode node = lines.addObject();
      node.put("document", line.document()).put("instruction", line.instruction());
      node.put("text", line.text());
      node.put("status", line.status().name().toLowerCase(Locale.ROOT));
      ArrayNode targets = node.putArray("targets");
      line.targets().forEach(target -> targets.add(target.toString()));
      node.put("reason", line.reason()).put("effective", line.effective());
      node.put("page", line.span().citedPage()).put("column", line.span().column());
    }
    return root.toPrettyString() + "\n";
  }
}
