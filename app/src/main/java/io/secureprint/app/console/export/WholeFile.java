// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is there whole or not at all.
public record WholeFile(Path file) {
  /// Answers how many rows it has.
  public int write(Content content) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try {
        int rows = written(part, content);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        return rows;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("nothing could be saved as " + file, e);
    }
  }

  private static int written(Path part, Content content) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      return content.write(out);
    }
  }

  /// What is to be in it.
  @FunctionalInterface
  public interface Content {
    /// Answers how many rows were written.
    int write(OutputStream out) throws IOException;
  }
}
