// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import io.secureprint.driver.api.DocumentRefusal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/// Opens a file by what it is, never by what it is called (security: magic-byte allow-list).
public final class DocumentOpener {
  private static final int SNIFFED = 1_024;
  private static final String PDF_MARK = "%PDF-";
  private static final String JPEG_MARK = "\u00FF\u00D8\u00FF";
  private static final String PNG_MARK = "\u0089PNG\r\n\u001A\n";

  private final Runnable pageStarted;

  /// `pageStarted` is called before each page is looked at, so that a clock can be set back.
  public DocumentOpener(Runnable pageStarted) {
    this.pageStarted = pageStarted;
  }

  /// Checks all seals, then opens the file. The outcome is final for these bytes and this password.
  ///
  /// @throws IOException if the chunks cannot be had
  public OpenOutcome open(SealedFile file, @Nullable String password) throws IOException {
    OptionalInt damaged = file.firstDamaged();
    if (damaged.isPresent()) {
      return new OpenOutcome.Damaged(damaged.getAsInt());
    }
    String start = start(file);
    try {
      if (start.startsWith(JPEG_MARK)) {
        return new OpenOutcome.Opened(new JpegOpener(pageStarted).open(new SealedFileRead(file)));
      }
      if (start.startsWith(PNG_MARK)) {
        return new OpenOutcome.Opened(new PngOpener(pageStarted).open(new SealedFileRead(file)));
      }
      if (start.contains(PDF_MARK)) {
        return new PdfOpener(pageStarted).open(new SealedFileRead(file), password);
      }
      return new OpenOutcome.Refused(DocumentRefusal.DOCUMENT_TYPE_UNKNOWN);
    } catch (DocumentRefused e) {
      return new OpenOutcome.Refused(e.refusal());
    }
  }

  private static String start(SealedFile file) throws IOException {
    byte[] start = new byte[(int) Math.min(SNIFFED, file.size())];
    try (SealedFileRead read = new SealedFileRead(file)) {
      read.readFully(start);
    }
    return new String(start, StandardCharsets.ISO_8859_1);
  }
}
