// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import io.secureprint.driver.api.DocumentRefusal;

/// What became of a file that was to be opened.
public sealed interface OpenOutcome {
  record Opened(SafeDocument document) implements OpenOutcome {}

  /// The seal of `chunk` does not hold.
  record Damaged(int chunk) implements OpenOutcome {}

  record Refused(DocumentRefusal refusal) implements OpenOutcome {}
}
