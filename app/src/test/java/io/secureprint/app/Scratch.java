// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Folders of what lives as long as its JVM; they go with the build.
final class Scratch {
  private static final Path ALL = Path.of("target", "scratch");

  private Scratch() {}

  /// A new one.
  static Path folder(String name) {
    try {
      return Files.createTempDirectory(Files.createDirectories(ALL), name).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
