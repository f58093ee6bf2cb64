// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Brings pages of one document onto sheets in their own colours. Nothing else of the page comes
/// along.
final class PageImport implements PageSource {
  private final PDDocument sheets;
  private final CleanCopy copy;

  PageImport(PDDocument sheets, CleanCopy copy) {
    this.sheets = sheets;
    this.copy = copy;
  }

  @Override
  public COSStream form(PDPage page, int number) throws IOException {
    FlatPage flat = new FlatPage(page);
    flat.content(content(page));
    flat.appearances(look -> copy.dictionary(look.getCOSObject()));
    return flat.form(sheets);
  }

  private COSStream content(PDPage page) throws IOException {
    COSStream form = sheets.getDocument().createCOSStream();
    try (InputStream in = page.getContents();
        OutputStream out = form.createOutputStream(COSName.FLATE_DECODE)) {
      in.transferTo(out);
    }
    @Nullable COSDictionary resources = page.getCOSObject().getCOSDictionary(COSName.RESOURCES);
    COSDictionary copied = resources == null ? new COSDictionary() : copy.dictionary(resources);
    copied.setDirect(false);
    Drawing.asForm(form, page.getCropBox().getCOSArray());
    form.setItem(COSName.RESOURCES, copied);
    @Nullable COSBase group = copy.of(page.getCOSObject().getItem(COSName.GROUP));
    if (group != null) {
      form.setItem(COSName.GROUP, group);
    }
    return form;
  }
}
