package org.ratchet.source.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;
import org.ratchet.source.Budget;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;
import org.ratchet.text.Diagnostic;

/**
 * The parts of a Word file that carry its text. Apache POI opens the package; its parts are parsed
 * as all markup is, within the same limits and without reaching outside the file.
 *
 * @param document the text
 * @param styles the styles, an empty element if there are none
 * @param numbering the lists, likewise
 * @param footnotes the footnotes, likewise
 * @param endnotes the endnotes, likewise
 * @param diagnostics what had to be repaired
 */
record WordPackage(
    XmlElement document,
    XmlElement styles,
    XmlElement numbering,
    XmlElement footnotes,
    XmlElement endnotes,
    List<Diagnostic> diagnostics) {

  private static final int PIECE = 1 << 16;

  WordPackage {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Opens a file.
   *
   * @throws UnreadableSourceException if it is damaged or passes a limit
   * @throws NoClassDefFoundError if Apache POI is not there
   */
  static WordPackage open(byte[] bytes, String name, Budget budget)
      throws UnreadableSourceException {
    checkUnpacked(bytes, name, budget);
    try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(bytes))) {
      PackagePart main = main(file, name);
      List<Diagnostic> diagnostics = new ArrayList<>();
      return new WordPackage(
          parse(main, name, budget, diagnostics),
          related(main, "styles", name, budget, diagnostics),
          related(main, "numbering", name, budget, diagnostics),
          related(main, "footnotes", name, budget, diagnostics),
          related(main, "endnotes", name, budget, diagnostics),
          diagnostics);
    } catch (UnreadableSourceException e) {
      throw e;
    } catch (OpenXML4JException | IOException | RuntimeException e) {
      throw damaged(name, e);
    }
  }

  /**
   * Unpacks everything once and keeps nothing, since what the file says of its sizes may be untrue.
   */
  private static void checkUnpacked(byte[] bytes, String name, Budget budget)
      throws UnreadableSourceException {
    byte[] piece = new byte[PIECE];
    long unpacked = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        long before = unpacked;
        for (int read = zip.read(piece); read >= 0; read = zip.read(piece)) {
          unpacked += read;
          budget.checkUnpacked(unpacked);
        }
        checkRatio(unpacked - before, part.getCompressedSize(), name);
      }
    } catch (UnreadableSourceException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw damaged(name, e);
    }
    if (!endsAsArchive(bytes)) {
      throw damaged(name, null);
    }
  }

  /** Apache POI refuses what was made to grow in the same way, but does not say so by a type. */
  private static void checkRatio(long unpacked, long packed, String name)
      throws UnreadableSourceException {
    boolean grows = packed > 0 && unpacked * ZipSecureFile.getMinInflateRatio() > packed;
    if (grows && unpacked > ZipSecureFile.getGraceEntrySize()) {
      throw new UnreadableSourceException(
          Reason.LIMIT_EXCEEDED, name + ": a part of it is made to grow without end when unpacked");
    }
  }

  /** A zip archive ends with a directory, whose end may be followed by a comment. */
  private static boolean endsAsArchive(byte[] bytes) {
    for (int at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xFFFF); at--) {
      if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 5 && bytes[at + 3] == 6) {
        return true;
      }
    }
    return false;
  }

  private static PackagePart main(OPCPackage file, String name)
      throws OpenXML4JException, UnreadableSourceException {
    for (PackageRelationship relation : file.getRelationships()) {
      if (relation.getRelationshipType().endsWith("/officeDocument")) {
        PackagePart main = file.getPart(relation);
        if (main != null) {
          return main;
        }
      }
    }
    throw damaged(name, null);
  }

  private static XmlElement related(
      PackagePart main, String kind, String name, Budget budget, List<Diagnostic> diagnostics)
      throws OpenXML4JException, IOException {
    for (PackageRelationship relation : main.getRelationships()) {
      if (relation.getTargetMode() == TargetMode.INTERNAL
          && relation.getRelationshipType().endsWith("/" + kind)) {
        return parse(main.getRelatedPart(relation), name, budget, diagnostics);
      }
    }
    return new XmlElement(kind, 1);
  }

  private static XmlElement parse(
      PackagePart part, String name, Budget budget, List<Diagnostic> diagnostics)
      throws IOException {
    try (InputStream in = part.getInputStream()) {
      String path = name + "!" + part.getPartName().getName();
      XmlDocument document = XmlDocument.parse(in.readAllBytes(), path, budget);
      diagnostics.addAll(document.diagnostics());
      return document.root();
    }
  }

  private static UnreadableSourceException damaged(String name, @Nullable Exception cause) {
    return new UnreadableSourceException(
        Reason.DAMAGED, name + ": the Word file is damaged or ends early; get it again", cause);
  }
}
