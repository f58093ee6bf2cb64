// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import java.util.Objects;

/// Which program this is, for receipts.
final class Build {
  private Build() {}

  /// The version of the jar that runs, or `development` where there is no jar.
  static String id() {
    return Objects.requireNonNullElse(
        Build.class.getPackage().getImplementationVersion(), "development");
  }
}
