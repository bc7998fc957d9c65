package org.ratchet.source.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ratchet.source.Budget;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReader;
import org.ratchet.source.SourceText;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;
import org.ratchet.text.Diagnostic;

/**
 * Word files of rules and regulations, which are mostly exported text, read as if all tracked
 * changes were accepted. Needs Apache POI, which an embedder adds who wants them.
 */
public final class WordReader implements SourceReader {

  private static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  /** For the service loader. */
  public WordReader() {}

  @Override
  public boolean reads(String mediaType, byte[] bytes) {
    return mediaType.equals(MEDIA_TYPE);
  }

  @Override
  public SourceText read(Source source, byte[] bytes, ReadLimits limits) throws IOException {
    Budget budget = new Budget(source.name(), limits);
    WordPackage file = open(source, bytes, budget);
    List<Diagnostic> remarks = new ArrayList<>(file.diagnostics());
    List<XmlElement> elements = WordText.elements(file, source.name(), remarks);
    if (elements.isEmpty()) {
      throw new UnreadableSourceException(
          Reason.NO_TEXT, source.name() + ": the file holds no text");
    }
    return Prose.read(source, bytes, MEDIA_TYPE, elements, Prose.Imprint.NONE, remarks, budget);
  }

  private static WordPackage open(Source source, byte[] bytes, Budget budget)
      throws UnreadableSourceException {
    try {
      return WordPackage.open(bytes, source.name(), budget);
    } catch (NoClassDefFoundError e) {
      throw new UnreadableSourceException(
          Reason.UNKNOWN_FORMAT,
          source.name()
              + ": is a Word file; to read it, add org.apache.poi:poi-ooxml to the class path, or"
              + " to the module path with --add-modules org.apache.poi.ooxml",
          e);
    }
  }
}
