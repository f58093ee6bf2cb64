// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.printers;

/// What there is to say about a printer that was added or tried.
sealed interface Said {
  record Nothing() implements Said {}

  record Working() implements Said {}

  /// A test sheet is on its way.
  record SheetSent() implements Said {}

  record Refused(String code) implements Said {}
}
