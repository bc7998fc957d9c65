package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which paragraphs of a rule are its instructions.
 *
 * <p>In print and in markup a mark says so. Plain text often has none; there an instruction is a
 * numbered paragraph behind the words of issuance that goes on with the numbering and amends a unit
 * in so many words, and the lettered items under it. Numbered items of the text that is set out
 * have no such words. Where a file says that paragraphs are missing, and the numbering or the
 * lettering shows that an instruction was among them, the mark stands in its place.
 */
final class Instructions {

  /** What a paragraph is to a rule. */
  enum Role {
    PREAMBLE,
    INSTRUCTION,
    /** Paragraphs are missing, an instruction among them. */
    MISSING,
    OTHER
  }

  /** Numbers repeat and skip in real rules, but not by much. */
  private static final int SKIP = 2;

  private static final int SHORT = 120;

  private final List<String> texts;
  private final Role[] roles;
  private int number;
  private boolean itemsFollow;
  private boolean headLeads;
  private int gap = -1;
  private int lastGap = -1;
  private int missing;

  private Instructions(List<String> texts) {
    this.texts = texts;
    this.roles = new Role[texts.size()];
    Arrays.fill(roles, Role.PREAMBLE);
  }

  /**
   * The role of each paragraph.
   *
   * @param texts all paragraphs in order; other blocks as empty texts
   * @param marked for each, whether a mark says that it is an instruction
   */
  static List<Role> of(List<String> texts, List<Boolean> marked) {
    Instructions instructions = new Instructions(texts);
    int first = marked.indexOf(true);
    if (first >= 0) {
      Arrays.fill(instructions.roles, instructions.back(first), texts.size(), Role.OTHER);
      for (int at = first; at < texts.size(); at++) {
        instructions.roles[at] = marked.get(at) ? Role.INSTRUCTION : Role.OTHER;
      }
    } else {
      instructions.tell();
    }
    return List.of(instructions.roles);
  }

  private void tell() {
    int start = start();
    for (int at = start; at < texts.size(); at++) {
      roles[at] = role(at);
    }
  }

  /** Where the preamble ends; the number of paragraphs if nothing amends. */
  private int start() {
    List<Integer> issued = new ArrayList<>();
    int authority = -1;
    for (int at = 0; at < texts.size(); at++) {
      String text = texts.get(at);
      if (!text.isEmpty() && AmendatoryWords.isIssuance(text)) {
        issued.add(at);
      }
      boolean cites = AmendatoryWords.citesAuthority(text);
      authority = authority < 0 && cites ? at : authority;
    }
    for (int i = 0; i < issued.size(); i++) {
      int end = i + 1 < issued.size() ? issued.get(i + 1) : texts.size();
      if (texts.subList(issued.get(i), end).stream().anyMatch(AmendatoryWords::amends)) {
        return issued.get(i) + 1;
      }
    }
    if (authority >= 0) {
      return back(authority);
    }
    return afterGap();
  }

  /** The words of issuance themselves may be missing from a file that says so. */
  private int afterGap() {
    for (int at = 1; at < texts.size(); at++) {
      String text = texts.get(at);
      int before = Wording.authority(texts.get(at - 1)) > 0 ? Math.max(0, at - 2) : at - 1;
      boolean lost = Wording.missing(texts.get(before)) > 0;
      boolean ends = AmendatoryWords.itemAmends(text) && onlyItemsFollow(at);
      if (lost && (AmendatoryWords.amends(text) || ends)) {
        return before;
      }
    }
    return texts.size();
  }

  private boolean onlyItemsFollow(int from) {
    return texts.subList(from, texts.size()).stream()
        .allMatch(
            text ->
                AmendatoryWords.isItem(text)
                    || AmendatoryWords.amends(text)
                    || Wording.missing(text) > 0
                    || text.length() < SHORT);
  }

  /** Where the headings begin that stand over the first instruction. */
  private int back(int first) {
    int at = first;
    while (at > 0 && (isUnit(texts.get(at - 1)) || Wording.missing(texts.get(at - 1)) > 0)) {
      at--;
    }
    return at;
  }

  private static boolean isUnit(String text) {
    return Wording.isPart(text)
        || Wording.isSubpart(text)
        || Wording.isSection(text)
        || Wording.isSupplement(text);
  }

  private Role role(int at) {
    String text = texts.get(at);
    if (Wording.missing(text) > 0) {
      gap = at;
      lastGap = at;
      missing += Wording.missing(text);
      return Role.OTHER;
    }
    if (goesOn(text)) {
      instruction(text);
      return Role.INSTRUCTION;
    }
    if (isItem(at)) {
      headLeads |= AmendatoryWords.leadsToItems(text);
      gap = -1;
      return Role.INSTRUCTION;
    }
    if (!text.isEmpty() && AmendatoryWords.isIssuance(text)) {
      number = 0;
    }
    itemsFollow = false;
    headLeads = false;
    gap = -1;
    return Role.OTHER;
  }

  /** Whether a paragraph is the next numbered instruction. */
  private boolean goesOn(String text) {
    OptionalInt next = AmendatoryWords.number(text);
    return next.isPresent()
        && next.getAsInt() >= number
        && next.getAsInt() <= number + 1 + SKIP + missing
        && AmendatoryWords.amends(text);
  }

  private void instruction(String text) {
    int next = AmendatoryWords.number(text).orElse(number);
    if (next > number + 1 && lastGap >= 0) {
      roles[lastGap] = Role.MISSING;
    }
    number = next;
    missing = 0;
    gap = -1;
    lastGap = -1;
    itemsFollow = true;
    headLeads = AmendatoryWords.leadsToItems(text);
  }

  private boolean isItem(int at) {
    String text = texts.get(at);
    if (!AmendatoryWords.isItem(text)) {
      return false;
    }
    boolean amends = AmendatoryWords.itemAmends(text);
    if (itemsFollow && (headLeads || (amends && gap < 0))) {
      return true;
    }
    if (amends && gap == at - 1 && gap >= 0) {
      roles[gap] = Role.MISSING;
      lastGap = -1;
      itemsFollow = true;
      headLeads = true;
      return true;
    }
    return false;
  }
}
