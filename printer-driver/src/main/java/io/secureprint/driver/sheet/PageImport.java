// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.api.Paper;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.jspecify.annotations.Nullable;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Brings pages of one document onto sheets: the page's own content as a form XObject, then the
/// appearance of each annotation that prints, flat. Nothing else of the page comes along.
final class PageImport {
  private final PDDocument sheets;
  private final CleanCopy copy;

  PageImport(PDDocument sheets, CleanCopy copy) {
    this.sheets = sheets;
    this.copy = copy;
  }

  SideContent of(PDPage page, Paper paper) throws IOException {
    StringBuilder drawing = new StringBuilder();
    COSDictionary forms = new COSDictionary();
    drawing.append("q ").append(operator(Placement.of(page, paper)));
    forms.setItem("P", form(page));
    drawing.append("/P Do\n").append(clip(page.getCropBox()));
    int number = 0;
    for (PDAnnotation annotation : page.getAnnotations()) {
      @Nullable PDAppearanceStream appearance = annotation.getNormalAppearanceStream();
      @Nullable AffineTransform place = appearance == null ? null : place(annotation, appearance);
      if (appearance != null && place != null) {
        String name = "A" + number++;
        forms.setItem(name, copy.dictionary(appearance.getCOSObject()));
        drawing.append("q ").append(operator(place)).append('/').append(name).append(" Do Q\n");
      }
    }
    drawing.append("Q\n");
    COSDictionary resources = new COSDictionary();
    resources.setItem(COSName.XOBJECT, forms);
    return new SideContent(content(drawing.toString()), resources);
  }

  private COSStream form(PDPage page) throws IOException {
    COSStream form = sheets.getDocument().createCOSStream();
    try (InputStream in = page.getContents();
        OutputStream out = form.createOutputStream(COSName.FLATE_DECODE)) {
      in.transferTo(out);
    }
    form.setItem(COSName.TYPE, COSName.XOBJECT);
    form.setItem(COSName.SUBTYPE, COSName.FORM);
    form.setItem(COSName.BBOX, page.getCropBox().getCOSArray());
    @Nullable COSDictionary resources = page.getCOSObject().getCOSDictionary(COSName.RESOURCES);
    COSDictionary copied = resources == null ? new COSDictionary() : copy.dictionary(resources);
    copied.setDirect(false);
    form.setItem(COSName.RESOURCES, copied);
    @Nullable COSBase group = copy.of(page.getCOSObject().getItem(COSName.GROUP));
    if (group != null) {
      form.setItem(COSName.GROUP, group);
    }
    return form;
  }

  private COSStream content(String drawing) throws IOException {
    COSStream content = sheets.getDocument().createCOSStream();
    try (OutputStream out = content.createOutputStream()) {
      out.write(drawing.getBytes(StandardCharsets.US_ASCII));
    }
    return content;
  }

  /// Where an appearance goes so that its box fills the annotation's rectangle (ISO 32000-1 12.5.5,
  /// algorithm 8.1); nothing where either is empty.
  private static @Nullable AffineTransform place(PDAnnotation annotation, PDAppearanceStream look) {
    @Nullable PDRectangle to = annotation.getRectangle();
    @Nullable PDRectangle box = look.getBBox();
    if (to == null || box == null) {
      return null;
    }
    Rectangle2D from =
        look.getMatrix()
            .createAffineTransform()
            .createTransformedShape(box.toGeneralPath())
            .getBounds2D();
    if (from.isEmpty() || to.getWidth() <= 0 || to.getHeight() <= 0) {
      return null;
    }
    AffineTransform place =
        AffineTransform.getTranslateInstance(to.getLowerLeftX(), to.getLowerLeftY());
    place.scale(to.getWidth() / from.getWidth(), to.getHeight() / from.getHeight());
    place.translate(-from.getX(), -from.getY());
    return place;
  }

  private static String operator(AffineTransform matrix) {
    return String.format(
        Locale.ROOT,
        "%.6f %.6f %.6f %.6f %.4f %.4f cm\n",
        matrix.getScaleX(),
        matrix.getShearY(),
        matrix.getShearX(),
        matrix.getScaleY(),
        matrix.getTranslateX(),
        matrix.getTranslateY());
  }

  private static String clip(PDRectangle box) {
    return String.format(
        Locale.ROOT,
        "%.4f %.4f %.4f %.4f re W n\n",
        box.getLowerLeftX(),
        box.getLowerLeftY(),
        box.getWidth(),
        box.getHeight());
  }
}
