// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Locale;

/// The operating system's place for an application's data, unless another is named.
final class DataFolder {
  private DataFolder() {}

  static Path of(@Nullable Path named) {
    if (named != null) {
      return named.toAbsolutePath().normalize();
    }
    Path home = Path.of(System.getProperty("user.home"));
    String appData = System.getenv("APPDATA");
    if (appData != null && System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win")) {
      return Path.of(appData, "SecurePrint");
    }
    String xdg = System.getenv("XDG_DATA_HOME");
    Path share = xdg == null || xdg.isBlank() ? home.resolve(".local/share") : Path.of(xdg);
    return share.resolve("secureprint");
  }
}
