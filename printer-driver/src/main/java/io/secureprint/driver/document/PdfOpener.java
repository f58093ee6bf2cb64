// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import io.secureprint.driver.api.DocumentFacts;
import io.secureprint.driver.api.DocumentKind;
import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.api.PageFacts;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Opens a PDF and measures its pages. Nothing of it is run, and no XML of it is parsed.
final class PdfOpener {
  private final Runnable pageStarted;

  PdfOpener(Runnable pageStarted) {
    this.pageStarted = pageStarted;
  }

  OpenOutcome open(RandomAccessRead file, @Nullable String password) {
    pageStarted.run();
    try {
      return measured(load(file, password));
    } catch (InvalidPasswordException _) {
      return new OpenOutcome.Refused(
          password == null
              ? DocumentRefusal.PDF_ENCRYPTED
              : DocumentRefusal.PDF_PASSWORD_WRONG);
    } catch (DocumentRefused e) {
      return new OpenOutcome.Refused(e.refusal());
    } catch (IOException | RuntimeException _) {
      // Broken files make PDFBox throw both, of any kind.
      return new OpenOutcome.Refused(DocumentRefusal.DOCUMENT_BROKEN);
    }
  }

  private static PDDocument load(RandomAccessRead file, @Nullable String password)
      throws IOException {
    return Loader.loadPDF(
        file, password == null ? "" : password, IOUtils.createMemoryOnlyStreamCache());
  }

  private OpenOutcome measured(PDDocument document) throws IOException {
    boolean kept = false;
    try {
      int count = PageTree.flatten(document);
      PrintedAnnotations.fillForm(document);
      PageColour colour = new PageColour(document);
      List<PageFacts> pages = new ArrayList<>(count);
      List<PageLook> looks = new ArrayList<>(count);
      for (int index = 0; index < count; index++) {
        pageStarted.run();
        PDPage page = document.getPage(index);
        PrintedAnnotations.keepOn(page, document);
        SeenSize size = SeenSize.of(page);
        PageLook look = colour.on(index, size);
        looks.add(look);
        pages.add(new PageFacts(size.widthPt(), size.heightPt(), look.colour()));
      }
      kept = true;
      return new OpenOutcome.Opened(
          new SafeDocument(new DocumentFacts(DocumentKind.PDF, pages), looks, document));
    } finally {
      if (!kept) {
        document.close();
      }
    }
  }
}
