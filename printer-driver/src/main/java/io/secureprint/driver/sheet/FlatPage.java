// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.jspecify.annotations.Nullable;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.io.IOException;

/// Puts one page together as a form: its own content, then the appearance of each annotation that
/// prints, flat.
final class FlatPage {
  private final PDPage page;
  private final Drawing drawing = new Drawing();

  FlatPage(PDPage page) {
    this.page = page;
  }

  /// `content` is a form in the user space of the page.
  void content(COSBase content) {
    drawing.draw(content, new AffineTransform());
  }

  /// `image` is all that is seen of the page, the right way up.
  void picture(COSBase image) {
    PDRectangle box = page.getCropBox();
    boolean turned = page.getRotation() % 180 != 0;
    try {
      AffineTransform place = Placement.seen(page).createInverse();
      place.scale(
          turned ? box.getHeight() : box.getWidth(), turned ? box.getWidth() : box.getHeight());
      drawing.draw(image, place);
    } catch (NoninvertibleTransformException e) {
      throw new IllegalStateException("a turn can be turned back", e);
    }
  }

  void appearances(AppearanceCopy copy) throws IOException {
    for (PDAnnotation annotation : page.getAnnotations()) {
      @Nullable PDAppearanceStream look = annotation.getNormalAppearanceStream();
      @Nullable AffineTransform place = look == null ? null : place(annotation, look);
      @Nullable COSBase copied = look == null || place == null ? null : copy.of(look);
      if (copied != null && place != null) {
        drawing.draw(copied, place);
      }
    }
  }

  COSStream form(PDDocument sheets) throws IOException {
    COSStream form = drawing.content(sheets);
    Drawing.asForm(form, page.getCropBox().getCOSArray());
    form.setItem(COSName.RESOURCES, drawing.resources());
    return form;
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

  /// How an appearance comes onto the sheet.
  @FunctionalInterface
  interface AppearanceCopy {
    @Nullable COSBase of(PDAppearanceStream look) throws IOException;
  }
}
