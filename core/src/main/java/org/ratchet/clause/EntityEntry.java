package org.ratchet.clause;

import java.util.List;

/**
 * An entry of a list of entities, such as the Entity List (Supplement No. 4 to part 744).
 *
 * @param citation its address
 * @param country country heading it stands under
 * @param name name of the entity, without aliases and addresses
 * @param aliases other names, in printed order
 * @param requirement license requirement, with the numbers of its footnotes as printed
 * @param policy license review policy
 * @param register Federal Register citations
 * @param content heading, text, children and place
 */
public record EntityEntry(
    Citation citation,
    String country,
    String name,
    List<String> aliases,
    String requirement,
    String policy,
    String register,
    Content content)
    implements Clause {

  /** Copies the aliases. */
  public EntityEntry {
    aliases = List.copyOf(aliases);
  }

  @Override
  public EntityEntry withContent(Content other) {
    return new EntityEntry(citation, country, name, aliases, requirement, policy, register, other);
  }

  @Override
  public EntityEntry withCitation(Citation other) {
    return new EntityEntry(other, country, name, aliases, requirement, policy, register, content);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitEntityEntry(this);
  }
}
