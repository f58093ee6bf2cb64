// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import io.secureprint.driver.api.DocumentFacts;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// An open document within all limits. Its page tree is flat and true, and each page keeps only
/// those annotations that go on paper. It may still hold scripts and actions: nothing runs them, and
/// only page contents leave it. `looks` has what each page shows.
public record SafeDocument(DocumentFacts facts, List<PageLook> looks, PDDocument pdf)
    implements Closeable {
  public SafeDocument {
    looks = List.copyOf(looks);
  }

  /// Page `number`, counted from 1.
  public PDPage page(int number) {
    return pdf.getPage(number - 1);
  }

  @Override
  public void close() throws IOException {
    pdf.close();
  }
}
