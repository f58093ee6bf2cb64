// SPDX-License-Identifier: Apache-2.0
package io.secureprint.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What desktops are told of the shop.
final class DesktopEntryTest {
  private static final Path ENTRY =
      Path.of("../installer/deb/usr/share/applications/secureprint-session.desktop");
  private static final Path AUTOSTART =
      Path.of("src/main/resources/io/secureprint/app/host/kiosk-autostart.desktop");

  @Test
  void theDesktopUnderstandsTheEntryInTheMenu() throws IOException {
    assertThat(complaints(ENTRY)).isEmpty();
    assertThat(Files.readString(ENTRY)).contains("\nName=", "\nName[hi]=", "\nComment[hi]=");
  }

  @Test
  void theDesktopUnderstandsTheEntryForTheLogin() throws IOException {
    assertThat(complaints(AUTOSTART)).isEmpty();
    assertThat(Files.readString(AUTOSTART)).contains("\nName=", "\nName[hi]=");
  }

  private static String complaints(Path entry) throws IOException {
    Process check =
        new ProcessBuilder("desktop-file-validate", entry.toString())
            .redirectErrorStream(true)
            .start();
    return new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
