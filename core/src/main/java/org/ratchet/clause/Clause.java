package org.ratchet.clause;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ratchet.text.Run;
import org.ratchet.text.Span;

/**
 * A unit of legal text. The family is closed; {@link #accept} reaches each kind.
 *
 * <p>Kinds may be added in a minor release: visit with {@link ClauseVisitor.WithDefault} if your
 * code only cares for some.
 */
public sealed interface Clause
    permits Part,
        Subpart,
        Section,
        Supplement,
        Paragraph,
        EccnEntry,
        EccnPart,
        ControlRow,
        Note,
        Definition,
        Table,
        TableRow,
        EntityEntry,
        Ellipsis {

  /** Its address. */
  Citation citation();

  /** Heading, text, children and place. */
  Content content();

  /** The same clause with other content. */
  Clause withContent(Content content);

  /** The same clause at another address; its children keep theirs, see {@link Clauses#rebase}. */
  Clause withCitation(Citation citation);

  /** Calls the method of the visitor for this kind. */
  <R> R accept(ClauseVisitor<R> visitor);

  /** Heading or caption, without label. */
  default List<Run> heading() {
    return content().heading();
  }

  /** Own text, without label, heading and children. */
  default List<Run> text() {
    return content().text();
  }

  /** The clauses under it, in printed order. */
  default List<Clause> children() {
    return content().children();
  }

  /** Where it begins. */
  default Span span() {
    return content().span();
  }

  /** This clause and all under it, in printed order. */
  default Stream<Clause> stream() {
    Stream.Builder<Clause> all = Stream.builder();
    forEach(all);
    return all.build();
  }

  /** Hands this clause and all under it on, in printed order. */
  default void forEach(Consumer<? super Clause> action) {
    action.accept(this);
    children().forEach(child -> child.forEach(action));
  }
}
