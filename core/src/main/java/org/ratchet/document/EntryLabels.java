package org.ratchet.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.EccnPart.Role;

/**
 * The label that opens a part of an entry: {@code Reason for Control:}, {@code Items:}.
 *
 * @param role which part
 * @param name the label of its citation step
 * @param length characters of the label with the space behind it
 */
record EntryLabels(Role role, String name, int length) {

  private record Form(Pattern pattern, Role role, String name) {}

  /** What ends a label: a colon, or the end of the line. */
  private static final String END = " ?(?::|$) ?";

  private static final List<Form> FORMS =
      List.of(
          form("reasons? for control" + END, Role.REASON_FOR_CONTROL),
          form("licen[sc]e requirements?" + END, Role.LICENSE_REQUIREMENTS),
          form(
              "(?:special reporting" + END + "|reporting requirements?(?:" + END + "|(?= See\\b)))",
              Role.REPORTING_REQUIREMENTS),
          form(
              "(?:list[ -]based licen[sc]e exceptions?|licen[sc]e exceptions)\\b(?: ?\\([^)]*\\))?"
                  + END,
              Role.LICENSE_EXCEPTIONS),
          form("special conditions for (?:licen[sc]e exception )?sta" + END, Role.STA_CONDITIONS),
          form("related controls?(?:" + END + "|(?=[ .]))", Role.RELATED_CONTROLS),
          form("related definitions?(?:" + END + "|(?=[ .]))", Role.RELATED_DEFINITIONS),
          form("items?(?:" + END + "| (?=a\\. ))", Role.ITEMS),
          new Form(
              pattern("list of items? controlled" + END), Role.OTHER, "List of Items Controlled"),
          new Form(pattern("eccn controls?" + END), Role.OTHER, "ECCN Controls"));

  boolean isItems() {
    return role == Role.ITEMS;
  }

  private static Form form(String label, Role role) {
    return new Form(pattern(label), role, role.label());
  }

  private static Pattern pattern(String label) {
    return Pattern.compile("(?i)" + label);
  }

  /**
   * The label that a text opens with.
   *
   * @param emphasised whether the text opens in bold or italics, or is a heading; in plain text the
   *     label needs a colon, or stands alone, or before a sentence that refers elsewhere
   */
  static Optional<EntryLabels> of(String text, boolean emphasised) {
    for (Form form : FORMS) {
      Matcher label = form.pattern().matcher(text);
      if (!label.lookingAt()) {
        continue;
      }
      boolean alone = label.end() == text.length();
      boolean refers = text.startsWith(" See ", label.end());
      if (emphasised || label.group().contains(":") || alone || refers) {
        return Optional.of(new EntryLabels(form.role(), form.name(), label.end()));
      }
    }
    return Optional.empty();
  }
}
