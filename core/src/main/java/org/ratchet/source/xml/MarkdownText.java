package org.ratchet.source.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Markdown as elements. Lists are not taken as such: the numbers and letters of the law look like
 * them and are text.
 */
final class MarkdownText extends AbstractVisitor {

  private static final Pattern EVIDENCE =
      Pattern.compile(
          "^#{1,6} {1,3}\\S|^\\(\\w{1,5}\\) {1,3}\\*[^*\\n ]|\\*\\*[^*\\s][^*\\n]{0,200}\\*\\*"
              + "|^\\|(?: ?:?-{3,}:? ?\\|)+$",
          Pattern.MULTILINE);
  private static final Pattern TAG = Pattern.compile("<(/?)(sup|sub|i|b|em|strong)>");
  private static final Parser PARSER =
      Parser.builder()
          .enabledBlockTypes(Set.of(Heading.class, ThematicBreak.class))
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  private final List<XmlElement> elements = new ArrayList<>();
  private final Deque<XmlElement> open = new ArrayDeque<>();
  private int line = 1;

  private MarkdownText() {}

  /** Whether a text has headings, emphasis or tables as Markdown has them. */
  static boolean is(String text) {
    return EVIDENCE.matcher(text).find();
  }

  static List<XmlElement> elements(String text) {
    MarkdownText visitor = new MarkdownText();
    PARSER.parse(ProseText.quotes(text)).accept(visitor);
    return visitor.elements;
  }

  private void block(String name, Node node) {
    line = node.getSourceSpans().stream().findFirst().map(SourceSpan::getLineIndex).orElse(0) + 1;
    XmlElement element = new XmlElement(name, line);
    elements.add(element);
    open.clear();
    open.push(element);
    visitChildren(node);
  }

  private void inline(String name, Node node) {
    XmlElement element = new XmlElement(name, line);
    add(element);
    open.push(element);
    visitChildren(node);
    // A tag in the text may have been left open inside.
    while (open.element() != element) {
      open.pop();
    }
    open.pop();
  }

  private void add(XmlElement element) {
    if (!open.isEmpty()) {
      open.element().add(element);
    }
  }

  private void add(String text) {
    if (!open.isEmpty()) {
      open.element().add(text);
    }
  }

  @Override
  public void visit(Heading heading) {
    block("h" + heading.getLevel(), heading);
  }

  @Override
  public void visit(Paragraph paragraph) {
    block("p", paragraph);
  }

  /** Asterisks stand for text that is not shown; a line of dashes is decoration. */
  @Override
  public void visit(ThematicBreak rule) {
    String literal = rule.getLiteral();
    if (literal != null && literal.contains("*")) {
      block("STARS", rule);
    }
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      block("TABLE", block);
    } else {
      visitChildren(block);
    }
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof TableHead) {
      inline("THEAD", node);
    } else if (node instanceof TableRow) {
      inline("TR", node);
    } else if (node instanceof TableCell) {
      inline("TD", node);
    } else {
      visitChildren(node);
    }
  }

  @Override
  public void visit(Emphasis emphasis) {
    inline("i", emphasis);
  }

  @Override
  public void visit(StrongEmphasis strong) {
    inline("b", strong);
  }

  @Override
  public void visit(Code code) {
    add(code.getLiteral());
  }

  @Override
  public void visit(Text text) {
    add(text.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    add(" ");
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    add(" ");
  }

  @Override
  public void visit(HtmlInline html) {
    Matcher tag = TAG.matcher(html.getLiteral());
    if (!tag.matches()) {
      add(html.getLiteral().startsWith("<br") ? " " : html.getLiteral());
    } else if (tag.group(1).isEmpty()) {
      XmlElement element = new XmlElement(tag.group(2), line);
      add(element);
      open.push(element);
    } else if (open.size() > 1 && open.element().is(tag.group(2))) {
      open.pop();
    }
  }
}
