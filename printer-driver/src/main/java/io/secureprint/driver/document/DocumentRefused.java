// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import io.secureprint.driver.api.DocumentRefusal;

/// Carries a refusal out of the depth of a parser or renderer. Unchecked, because PDFBox swallows
/// some checked exceptions of its callbacks; it is turned into a value where the request began.
public final class DocumentRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final DocumentRefusal refusal;

  public DocumentRefused(DocumentRefusal refusal) {
    super(refusal.name());
    this.refusal = refusal;
  }

  public DocumentRefusal refusal() {
    return refusal;
  }
}
