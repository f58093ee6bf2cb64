// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SheetSide;
import io.secureprint.driver.document.SafeDocument;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Builds the PDF that goes to paper, one page a side. The same sides give the same bytes: no date,
/// no producer, no random number is in it.
public final class SheetComposer {
  private final Map<Integer, SafeDocument> documents;
  private final Runnable pageStarted;

  /// `documents` are open, by file number, and stay open as long as what is composed of them;
  /// `pageStarted` is called before each page, so that a clock can be set back.
  public SheetComposer(Map<Integer, SafeDocument> documents, Runnable pageStarted) {
    this.documents = documents;
    this.pageStarted = pageStarted;
  }

  /// The sides `copies` times over. Every file they name must be open.
  ///
  /// @throws IOException if a page cannot be read
  public PDDocument compose(Paper paper, List<SheetSide> sides, int copies) throws IOException {
    PDDocument sheets = new PDDocument(IOUtils.createMemoryOnlyStreamCache());
    boolean composed = false;
    try {
      Map<SheetSide, SideContent> contents = contents(sheets, paper, sides);
      for (int copy = 0; copy < copies; copy++) {
        for (SheetSide side : sides) {
          sheets.addPage(page(paper, contents.get(side)));
        }
      }
      // In the header alone: 1.4 in the catalog is what PDFBox starts with.
      sheets.getDocument().setVersion(1.7f);
      sheets.getDocumentCatalog().getCOSObject().removeItem(COSName.VERSION);
      // PDFBox makes the file's /ID of this number, and of the present time where there is none.
      sheets.setDocumentId(0L);
      composed = true;
      return sheets;
    } finally {
      if (!composed) {
        sheets.close();
      }
    }
  }

  private Map<SheetSide, SideContent> contents(
      PDDocument sheets, Paper paper, List<SheetSide> sides) throws IOException {
    Map<Integer, PageImport> imports = new HashMap<>();
    Map<SheetSide, SideContent> contents = new HashMap<>();
    Layers layers = new Layers();
    for (SheetSide side : sides) {
      if (!side.blank() && !contents.containsKey(side)) {
        pageStarted.run();
        SafeDocument document = Objects.requireNonNull(documents.get(side.file()), "file not open");
        PageImport from =
            imports.computeIfAbsent(side.file(), _ -> newImport(sheets, document, layers));
        contents.put(side, from.of(document.page(side.page()), paper));
      }
    }
    layers.writeTo(sheets.getDocumentCatalog().getCOSObject());
    return contents;
  }

  private static PageImport newImport(PDDocument sheets, SafeDocument document, Layers layers) {
    CleanCopy copy = new CleanCopy();
    layers.add(document, copy);
    return new PageImport(sheets, copy);
  }

  private static PDPage page(Paper paper, @Nullable SideContent content) {
    PDPage page =
        new PDPage(new PDRectangle((float) paper.widthPt(), (float) paper.heightPt()));
    if (content != null) {
      page.getCOSObject().setItem(COSName.CONTENTS, content.content());
      page.getCOSObject().setItem(COSName.RESOURCES, content.resources());
    }
    return page;
  }
}
