// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file of the system that is changed with care: whole or not at all, its owner and mode kept, and
/// the file as it was before the first change beside it.
final class KeptFile {
  private static final long LONGEST = 1L << 20;

  private final Path file;

  /// @throws IOException where there is no such file
  KeptFile(Path file) throws IOException {
    this.file = file.toRealPath();
  }

  Path before() {
    return file.resolveSibling(file.getFileName() + ".before-secureprint");
  }

  boolean isChanged() {
    return Files.exists(before());
  }

  String text() throws IOException {
    return read(file);
  }

  String textBefore() throws IOException {
    return read(before());
  }

  void change(String text) throws IOException {
    if (!isChanged()) {
      Files.copy(file, before(), StandardCopyOption.COPY_ATTRIBUTES);
    }
    replace(text);
  }

  /// The last change: the file as it was is no longer kept.
  void changeBack(String text) throws IOException {
    replace(text);
    Files.delete(before());
  }

  private void replace(String text) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".secureprint");
    Files.copy(
        file, next, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel out =
        FileChannel.open(next, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(ISO_8859_1));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// As Latin-1, in which every byte comes back as it was.
  private static String read(Path file) throws IOException {
    if (Files.size(file) > LONGEST) {
      throw new IOException(file + " is too long for what it should be");
    }
    return Files.readString(file, ISO_8859_1);
  }
}
