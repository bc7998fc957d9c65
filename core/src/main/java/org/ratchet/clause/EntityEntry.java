package org.ratchet.clause;

import java.util.List;

/**
 * An entry of a list of entities, such as the Entity List (Supplement No. 4 to part 744).
 *
 * @param citation its address
 * @param country country heading it stands under
 * @param name name of the entity, without aliases and addresses
 * @param aliases other names, in printed order
 * @param addresses what stands behind the names, divided where the list divides addresses
 * @param requirement license requirement, with the numbers of its footnotes as printed
 * @param footnotes numbers of the footnotes of the list that the requirement refers to
 * @param policy license review policy
 * @param register Federal Register citations
 * @param content heading, text, children and place
 */
public record EntityEntry(
    Citation citation,
    String country,
    String name,
    List<String> aliases,
    List<String> addresses,
    String requirement,
    List<String> footnotes,
    String policy,
    String register,
    Content content)
    implements Clause {

  /** Copies the lists. */
  public EntityEntry {
    aliases = List.copyOf(aliases);
    addresses = List.copyOf(addresses);
    footnotes = List.copyOf(footnotes);
  }

  @Override
  public EntityEntry withContent(Content other) {
    return with(citation, other);
  }

  @Override
  public EntityEntry withCitation(Citation other) {
    return with(other, content);
  }

  private EntityEntry with(Citation at, Content text) {
    return new EntityEntry(
        at, country, name, aliases, addresses, requirement, footnotes, policy, register, text);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitEntityEntry(this);
  }
}
