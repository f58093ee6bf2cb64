// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.api.PlacedPage;
import io.secureprint.driver.document.SafeDocument;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The forms of all pages of one sheet PDF: a page that is on several sides is in the PDF once.
final class PageForms {
  private final PDDocument sheets;
  private final Map<Integer, SafeDocument> documents;
  private final boolean colour;
  private final Runnable pageStarted;
  private final Map<Integer, PageSource> sources = new HashMap<>();
  private final Map<PlacedPage, COSStream> forms = new HashMap<>();
  private final Layers layers = new Layers();

  PageForms(
      PDDocument sheets,
      Map<Integer, SafeDocument> documents,
      boolean colour,
      Runnable pageStarted) {
    this.sheets = sheets;
    this.documents = documents;
    this.colour = colour;
    this.pageStarted = pageStarted;
  }

  PDPage source(PlacedPage page) {
    return document(page).page(page.page());
  }

  COSStream of(PlacedPage page) throws IOException {
    @Nullable COSStream known = forms.get(page);
    if (known != null) {
      return known;
    }
    pageStarted.run();
    COSStream form =
        sources.computeIfAbsent(page.file(), _ -> newSource(document(page)))
            .form(source(page), page.page());
    forms.put(page, form);
    return form;
  }

  /// Says which layers stay hidden.
  void writeLayers(COSDictionary catalog) {
    layers.writeTo(catalog);
  }

  private SafeDocument document(PlacedPage page) {
    return Objects.requireNonNull(documents.get(page.file()), "file not open");
  }

  private PageSource newSource(SafeDocument document) {
    CleanCopy copy = new CleanCopy();
    layers.add(document, copy);
    return colour
        ? new PageImport(sheets, copy)
        : new GreyImport(sheets, document, copy, pageStarted);
  }
}
