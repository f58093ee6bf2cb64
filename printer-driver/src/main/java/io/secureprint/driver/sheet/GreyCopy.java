// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Copies what pages of one document are drawn with, in greys. What is shared stays shared; what draws
/// itself is left out.
///
/// Everything throws [IOException] where it cannot be rewritten safely.
final class GreyCopy {
  private static final int MAX_DEPTH = 64;

  private static final List<COSName> OF_FORM =
      List.of(COSName.BBOX, COSName.MATRIX, COSName.FORMTYPE, COSName.OC);
  private static final List<COSName> OF_TILING =
      List.of(
          COSName.PATTERN_TYPE, COSName.PAINT_TYPE, COSName.TILING_TYPE, COSName.BBOX,
          COSName.X_STEP, COSName.Y_STEP, COSName.MATRIX);
  private static final List<COSName> OF_SHADED = List.of(COSName.PATTERN_TYPE, COSName.MATRIX);
  private static final List<COSName> OF_GROUP =
      List.of(COSName.TYPE, COSName.S, COSName.I, COSName.K);

  private final PDDocument sheets;
  private final CleanCopy clean;
  private final GreyPictures pictures;
  private final GreyFonts fonts;
  private final GreyStates states;
  private final Map<Use, COSBase> copies = new HashMap<>();
  private final Set<Use> under = new HashSet<>();

  GreyCopy(PDDocument sheets, CleanCopy clean, GreyPictures pictures) {
    this.sheets = sheets;
    this.clean = clean;
    this.pictures = pictures;
    this.fonts = new GreyFonts(this, clean);
    this.states = new GreyStates(this, clean);
  }

  /// The content of a page as a form.
  COSStream page(PDPage page) throws IOException {
    COSStream form = stream(page, new GreyResources(page.getResources(), this), false);
    Drawing.asForm(form, page.getCropBox().getCOSArray());
    group(page.getCOSObject(), form);
    return form;
  }

  /// `around` are the resources of what draws the form, which count where it has none of its own.
  @Nullable COSBase form(COSStream source, @Nullable PDResources around) throws IOException {
    PDFormXObject form = new PDFormXObject(source);
    PDResources own = form.getResources();
    PDResources resources = own == null ? around : own;
    return once(source, resources, () -> {
      COSStream copy = stream(form, new GreyResources(resources, this), true);
      copy.setItem(COSName.TYPE, COSName.XOBJECT);
      copy.setItem(COSName.SUBTYPE, COSName.FORM);
      keep(source, copy, OF_FORM);
      group(source, copy);
      return copy;
    });
  }

  @Nullable COSBase xobject(COSBase object, PDResources around) throws IOException {
    if (!(object instanceof COSStream stream)) {
      return null;
    }
    @Nullable COSName kind = stream.getCOSName(COSName.SUBTYPE);
    if (COSName.IMAGE.equals(kind)) {
      return once(stream, around, () -> pictures.of(stream, around));
    }
    return COSName.FORM.equals(kind) ? form(stream, around) : null;
  }

  COSStream inline(PDInlineImage image) throws IOException {
    return pictures.inline(image);
  }

  @Nullable COSBase pattern(COSBase object, PDResources around) throws IOException {
    if (object instanceof COSStream stream) {
      return tiling(stream, around);
    }
    if (!(object instanceof COSDictionary shaded)) {
      return null;
    }
    @Nullable COSBase shading = shaded.getDictionaryObject(COSName.SHADING);
    COSDictionary copy = new COSDictionary();
    keep(shaded, copy, OF_SHADED);
    copy.setItem(COSName.SHADING, shading == null ? null : shading(shading));
    @Nullable COSBase state = shaded.getDictionaryObject(COSName.EXT_G_STATE);
    copy.setItem(COSName.EXT_G_STATE, state == null ? null : state(state, around));
    return copy;
  }

  private @Nullable COSBase tiling(COSStream source, PDResources around) throws IOException {
    PDTilingPattern tiling = new PDTilingPattern(source);
    PDResources own = tiling.getResources();
    PDResources resources = own == null ? around : own;
    return once(source, resources, () -> {
      COSStream copy = stream(tiling, new GreyResources(resources, this), true);
      keep(source, copy, OF_TILING);
      return copy;
    });
  }

  @Nullable COSBase shading(COSBase object) throws IOException {
    return object instanceof COSDictionary shading
        ? once(shading, null, () -> GreyShading.of(shading, clean))
        : null;
  }

  @Nullable COSBase state(COSBase object, PDResources around) throws IOException {
    return object instanceof COSDictionary state
        ? once(state, around, () -> states.of(state, around))
        : null;
  }

  @Nullable COSBase font(COSBase object, PDResources around) throws IOException {
    return object instanceof COSDictionary font
        ? once(font, around, () -> fonts.of(font, around))
        : null;
  }

  @Nullable COSBase property(COSBase object) {
    return clean.of(object);
  }

  /// One content stream anew, with the resources that it names.
  COSStream stream(PDContentStream content, GreyResources resources, boolean inherits)
      throws IOException {
    COSStream copy = sheets.getDocument().createCOSStream();
    try (OutputStream out = copy.createOutputStream(COSName.FLATE_DECODE)) {
      new GreyContent(resources, out, inherits).rewrite(new PDFStreamParser(content));
    }
    copy.setItem(COSName.RESOURCES, resources.target());
    return copy;
  }

  /// Copies those entries as they are.
  void keep(COSDictionary source, COSDictionary copy, List<COSName> keys) {
    for (COSName key : keys) {
      @Nullable COSBase value = clean.of(source.getItem(key));
      if (value != null) {
        copy.setItem(key, value);
      }
    }
  }

  private void group(COSDictionary source, COSDictionary copy) {
    @Nullable COSDictionary group = source.getCOSDictionary(COSName.GROUP);
    if (group != null) {
      COSDictionary grey = new COSDictionary();
      keep(group, grey, OF_GROUP);
      grey.setItem(COSName.CS, COSName.DEVICEGRAY);
      copy.setItem(COSName.GROUP, grey);
    }
  }

  private @Nullable COSBase once(COSDictionary source, @Nullable PDResources around, Making making)
      throws IOException {
    Use use = new Use(source, around == null ? null : around.getCOSObject());
    if (copies.containsKey(use)) {
      return copies.get(use);
    }
    if (under.size() >= MAX_DEPTH) {
      throw new IOException("nested too deep");
    }
    if (!under.add(use)) {
      return null;
    }
    try {
      @Nullable COSBase made = making.make();
      copies.put(use, made);
      return made;
    } finally {
      under.remove(use);
    }
  }

  /// An object among the resources in which its names mean something.
  private record Use(COSDictionary object, @Nullable COSDictionary around) {}

  @FunctionalInterface
  private interface Making {
    @Nullable COSBase make() throws IOException;
  }
}
