// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

/// Where what is on the screen stands.
enum Standing {
  /// It is what customers meet.
  RUNS,
  /// It is kept, and does not run yet.
  DRAFT,
  /// It is only on the screen.
  TYPED
}
