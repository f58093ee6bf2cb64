// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Filled forms, stamps and notes that other viewers put on paper are part of the page; what is only
/// for the screen is not (decision 23; ISO 32000-1 12.5.3, flag Print).
final class PrintedAnnotations {
  private static final int MAX_OF_A_PAGE = 5_000;

  private PrintedAnnotations() {}

  /// Gives form fields their appearance where the file leaves that to the viewer.
  static void fillForm(PDDocument document) {
    try {
      // Asking for the form makes PDFBox draw the fields when the form wants it (NeedAppearances).
      PDAcroForm form = document.getDocumentCatalog().getAcroForm();
      if (form != null && form.getNeedAppearances()) {
        form.refreshAppearances();
      }
    } catch (IOException | RuntimeException _) {
      // A form too broken to be drawn does not keep its pages from being printed.
      document.getDocumentCatalog().setAcroForm(null);
    }
  }

  /// Leaves on the page only what goes on paper, each with the appearance it goes there in.
  static void keepOn(PDPage page, PDDocument document) {
    List<PDAnnotation> kept = new ArrayList<>();
    COSArray all = page.getCOSObject().getCOSArray(COSName.ANNOTS);
    for (int i = 0; all != null && i < Math.min(all.size(), MAX_OF_A_PAGE); i++) {
      if (all.getObject(i) instanceof COSDictionary dictionary) {
        keep(dictionary, document, kept);
      }
    }
    page.setAnnotations(kept);
  }

  private static void keep(COSDictionary dictionary, PDDocument document, List<PDAnnotation> kept) {
    try {
      PDAnnotation annotation = PDAnnotation.createAnnotation(dictionary);
      if (annotation instanceof PDAnnotationPopup
          || annotation.isHidden()
          || !annotation.isPrinted()) {
        return;
      }
      if (annotation.getNormalAppearanceStream() == null) {
        annotation.constructAppearances(document);
      }
      if (annotation.getNormalAppearanceStream() != null) {
        kept.add(annotation);
      }
    } catch (IOException | RuntimeException _) {
      // An annotation that cannot be read has no appearance to print.
      dictionary.clear();
    }
  }
}
