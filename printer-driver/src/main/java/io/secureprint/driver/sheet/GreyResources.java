// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/// The resources of one content stream that is written anew: of what the stream names, the copy in
/// greys under the same name, and nothing else.
final class GreyResources {
  private static final COSName UNCOLOURED = COSName.getPDFName("SpsUncoloured");
  private static final String INLINE = "SpsInline";

  /// Names of the space of greys within an inline image, which need no resource.
  private static final Set<COSName> GREY = Set.of(COSName.DEVICEGRAY, COSName.G);

  private final PDResources source;
  private final GreyCopy copy;
  private final COSDictionary target = new COSDictionary();
  private int inline;

  GreyResources(@Nullable PDResources source, GreyCopy copy) {
    this.source = source == null ? new PDResources() : source;
    this.copy = copy;
  }

  /// What has been named so far.
  COSDictionary target() {
    return target;
  }

  PDColorSpace space(COSName name) throws IOException {
    return source.getColorSpace(name);
  }

  boolean xobject(COSName name) throws IOException {
    return keeps(COSName.XOBJECT, name, object -> copy.xobject(object, source));
  }

  boolean pattern(COSName name) throws IOException {
    return keeps(COSName.PATTERN, name, object -> copy.pattern(object, source));
  }

  boolean shading(COSName name) throws IOException {
    return keeps(COSName.SHADING, name, copy::shading);
  }

  boolean state(COSName name) throws IOException {
    return keeps(COSName.EXT_G_STATE, name, object -> copy.state(object, source));
  }

  void font(COSName name) throws IOException {
    keeps(COSName.FONT, name, object -> copy.font(object, source));
  }

  /// The properties of marked content, which stand in the stream itself or have a name.
  void property(List<COSBase> operands) throws IOException {
    if (!operands.isEmpty() && operands.getLast() instanceof COSName name) {
      keeps(COSName.PROPERTIES, name, copy::property);
    }
  }

  /// Patterns that are drawn in a grey that is set beside them.
  COSName uncolouredPatterns() {
    COSArray space = new COSArray();
    space.add(COSName.PATTERN);
    space.add(COSName.DEVICEGRAY);
    kind(COSName.COLORSPACE).setItem(UNCOLOURED, space);
    return UNCOLOURED;
  }

  /// The name of an inline image that had to be made anew, or nothing for one of greys.
  @Nullable COSName inline(Operator operator) throws IOException {
    COSDictionary parameters = operator.getImageParameters();
    PDInlineImage image = new PDInlineImage(parameters, operator.getImageData(), source);
    @Nullable COSBase space = parameters.getDictionaryObject(COSName.CS, COSName.COLORSPACE);
    if (image.isStencil() || (space instanceof COSName known && GREY.contains(known))) {
      return null;
    }
    COSName name = COSName.getPDFName(INLINE + inline++);
    kind(COSName.XOBJECT).setItem(name, copy.inline(image));
    return name;
  }

  private boolean keeps(COSName kind, COSName name, Copier copier) throws IOException {
    if (kind(kind).containsKey(name)) {
      return true;
    }
    @Nullable COSDictionary all = source.getCOSObject().getCOSDictionary(kind);
    @Nullable COSBase object = all == null ? null : all.getDictionaryObject(name);
    @Nullable COSBase copied = object == null ? null : copier.of(object);
    if (copied != null) {
      kind(kind).setItem(name, copied);
    }
    return copied != null;
  }

  private COSDictionary kind(COSName kind) {
    @Nullable COSDictionary known = target.getCOSDictionary(kind);
    COSDictionary all = known == null ? new COSDictionary() : known;
    target.setItem(kind, all);
    return all;
  }

  @FunctionalInterface
  private interface Copier {
    @Nullable COSBase of(COSBase object) throws IOException;
  }
}
