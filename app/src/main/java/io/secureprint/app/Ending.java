// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

/// Why a shop with windows ended.
enum Ending {
  /// A person closed the console.
  CLOSED,
  /// The owner wants it open again, with what was saved.
  REOPEN,
  /// Somebody has practised enough and sets up a shop.
  SET_UP,
  /// The process was asked to end.
  STOPPED
}
