// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.testdocument;

import io.secureprint.driver.document.DocumentOpener;
import io.secureprint.driver.document.OpenOutcome;
import io.secureprint.driver.document.SafeDocument;
import io.secureprint.driver.document.SealedFile;

import java.io.IOException;

/// Opens test documents in the test's own process.
public final class Opened {
  private Opened() {}

  public static OpenOutcome outcome(SealedUpload upload) throws IOException {
    SealedFile file = new SealedFile(upload.size(), upload.segments(), upload::chunk);
    return new DocumentOpener(() -> {}).open(file, null);
  }

  public static SafeDocument document(byte[] file) throws IOException {
    return switch (outcome(new SealedUpload(file))) {
      case OpenOutcome.Opened(SafeDocument document) -> document;
      case OpenOutcome other -> throw new IOException("not opened: " + other);
    };
  }
}
