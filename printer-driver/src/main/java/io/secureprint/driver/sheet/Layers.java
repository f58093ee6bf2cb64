// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.document.SafeDocument;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup.RenderState;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.rendering.RenderDestination;
import org.jspecify.annotations.Nullable;

/// Keeps layers that do not print switched off in the sheet PDF (ISO 32000-1 8.11), and says nothing
/// else of them.
final class Layers {
  private final COSArray all = new COSArray();
  private final COSArray off = new COSArray();

  /// Takes over the layers of one document, copied with what else of it goes on the sheets.
  void add(SafeDocument document, CleanCopy copy) {
    @Nullable PDOptionalContentProperties properties =
        document.pdf().getDocumentCatalog().getOCProperties();
    if (properties == null) {
      return;
    }
    for (PDOptionalContentGroup layer : properties.getOptionalContentGroups()) {
      COSDictionary copied = copy.dictionary(layer.getCOSObject());
      copied.setDirect(false);
      all.add(copied);
      if (!prints(layer, properties)) {
        off.add(copied);
      }
    }
  }

  void writeTo(COSDictionary catalog) {
    if (all.size() == 0) {
      return;
    }
    COSDictionary start = new COSDictionary();
    start.setItem(COSName.ORDER, new COSArray());
    start.setItem(COSName.OFF, off);
    COSDictionary properties = new COSDictionary();
    properties.setItem(COSName.OCGS, all);
    properties.setItem(COSName.D, start);
    catalog.setItem(COSName.OCPROPERTIES, properties);
  }

  private static boolean prints(
      PDOptionalContentGroup layer, PDOptionalContentProperties properties) {
    @Nullable RenderState demanded = layer.getRenderState(RenderDestination.PRINT);
    return demanded == null ? properties.isGroupEnabled(layer) : demanded == RenderState.ON;
  }
}
