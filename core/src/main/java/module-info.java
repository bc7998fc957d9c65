/**
 * Reads successive versions of US export-control rules, turns them into clauses, and says what
 * changed.
 *
 * <p>The packages form one direction: {@code text}, {@code source}, {@code clause}, {@code
 * document}, {@code amend}, {@code diff}, {@code meaning}, the facade in {@code org.ratchet}, and
 * {@code report}; each knows only those before it.
 */
@org.jspecify.annotations.NullMarked
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module org.ratchet {
  requires static org.jspecify;
  requires static org.apache.poi.ooxml;
  requires java.desktop;
  requires java.xml;
  requires com.fasterxml.jackson.databind;
  requires com.google.common;
  requires io.github.javadiffutils;
  requires org.apache.commons.csv;
  requires org.apache.pdfbox;
  requires org.apache.pdfbox.io;
  requires org.apache.fontbox;
  requires org.apache.tika.core;
  requires org.commonmark;
  requires org.commonmark.ext.gfm.tables;
  requires org.jsoup;

  uses org.ratchet.source.SourceReader;

  provides org.ratchet.source.SourceReader with
      org.ratchet.source.pdf.PdfReader,
      org.ratchet.source.xml.RegisterXmlReader,
      org.ratchet.source.xml.EcfrXmlReader,
      org.ratchet.source.xml.CfrXmlReader,
      org.ratchet.source.xml.HtmlReader,
      org.ratchet.source.xml.PlainTextReader,
      org.ratchet.source.xml.WordReader;

  exports org.ratchet;
  exports org.ratchet.text;
  exports org.ratchet.source;
  exports org.ratchet.clause;
  exports org.ratchet.document;
  exports org.ratchet.amend;
  exports org.ratchet.diff;
  exports org.ratchet.meaning;
  exports org.ratchet.report;
}
