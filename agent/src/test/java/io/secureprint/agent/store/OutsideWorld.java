// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where effects happen, for good: a file to which each adds a line. It outlives the engine that is
/// killed.
final class OutsideWorld implements AutoCloseable {
  private final FileChannel file;
  private final Set<String> happened;

  OutsideWorld(Path path) throws IOException {
    file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    happened = new HashSet<>(all(path));
  }

  /// Everything that has happened, in order, as often as it has.
  static List<String> all(Path path) throws IOException {
    return Files.readAllLines(path);
  }

  synchronized boolean has(String effect) {
    return happened.contains(effect);
  }

  synchronized void happen(String effect) {
    try {
      file.write(ByteBuffer.wrap((effect + "\n").getBytes(StandardCharsets.UTF_8)));
      file.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    happened.add(effect);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
