// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import java.util.Locale;
import java.util.stream.Stream;

/// Whether windows can be opened here.
final class Display {
  private Display() {}

  /// Always on Windows and macOS; on Linux when there is a display server to talk to.
  static boolean present() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    return !linux
        || Stream.of("DISPLAY", "WAYLAND_DISPLAY")
            .map(System::getenv)
            .anyMatch(value -> value != null && !value.isBlank());
  }
}
