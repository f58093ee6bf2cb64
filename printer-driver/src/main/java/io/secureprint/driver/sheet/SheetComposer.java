// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.api.Fit;
import io.secureprint.driver.api.PlacedPage;
import io.secureprint.driver.api.SheetPlan;
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

/// Builds the PDF that goes to paper. The same plan gives the same bytes: no date, no producer, no
/// random number is in it.
public final class SheetComposer {
  private final Map<Integer, SafeDocument> documents;
  private final Runnable pageStarted;

  /// `documents` are open, by file number, and stay open as long as what is composed of them;
  /// `pageStarted` is called before each page, so that a clock can be set back.
  public SheetComposer(Map<Integer, SafeDocument> documents, Runnable pageStarted) {
    this.documents = documents;
    this.pageStarted = pageStarted;
  }

  /// All sides of the job. Every file that the plan names must be open.
  ///
  /// @throws IOException if a page cannot be read
  public PDDocument compose(SheetPlan plan) throws IOException {
    return compose(plan, plan.oneCopy(), plan.copies());
  }

  /// Side `index` (from 0) of one copy alone.
  ///
  /// @throws IOException if a page cannot be read
  public PDDocument side(SheetPlan plan, int index) throws IOException {
    return compose(plan, List.of(plan.oneCopy().get(index)), 1);
  }

  private PDDocument compose(SheetPlan plan, List<SheetSide> sides, int copies)
      throws IOException {
    PDDocument sheets = new PDDocument(IOUtils.createMemoryOnlyStreamCache());
    boolean composed = false;
    try {
      Map<SheetSide, SideContent> contents = contents(sheets, plan, sides);
      for (int copy = 0; copy < copies; copy++) {
        for (SheetSide side : sides) {
          sheets.addPage(page(plan, contents.get(side)));
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
      PDDocument sheets, SheetPlan plan, List<SheetSide> sides) throws IOException {
    PageForms forms = new PageForms(sheets, documents, plan.layout().colour(), pageStarted);
    Map<SheetSide, SideContent> contents = new HashMap<>();
    for (SheetSide side : sides) {
      if (!side.blank() && !contents.containsKey(side)) {
        contents.put(side, content(sheets, forms, plan, side));
      }
    }
    forms.writeLayers(sheets.getDocumentCatalog().getCOSObject());
    return contents;
  }

  private static SideContent content(
      PDDocument sheets, PageForms forms, SheetPlan plan, SheetSide side) throws IOException {
    Fit fit = plan.layout().fit();
    SheetGrid grid = SheetGrid.of(plan.paper(), plan.layout().perSide(), side.turn());
    Drawing drawing = new Drawing();
    for (int index = 0; index < side.pages().size(); index++) {
      PlacedPage page = side.pages().get(index);
      grid.draw(drawing, index, forms.source(page), forms.of(page), fit);
    }
    return new SideContent(drawing.content(sheets), drawing.resources());
  }

  private static PDPage page(SheetPlan plan, @Nullable SideContent content) {
    PDPage page =
        new PDPage(
            new PDRectangle((float) plan.paper().widthPt(), (float) plan.paper().heightPt()));
    if (content != null) {
      page.getCOSObject().setItem(COSName.CONTENTS, content.content());
      page.getCOSObject().setItem(COSName.RESOURCES, content.resources());
    }
    return page;
  }
}
