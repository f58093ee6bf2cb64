// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;

import java.io.IOException;

/// Gives pages of one document the form in which they go on sheets.
interface PageSource {
  /// All that is seen of `page` in its own user space, cut at its crop box. `number` counts from 1.
  COSStream form(PDPage page, int number) throws IOException;
}
