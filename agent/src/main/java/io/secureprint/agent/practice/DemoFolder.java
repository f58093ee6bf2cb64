// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import io.secureprint.agent.destruction.Wipe;
import io.secureprint.agent.kernel.Ids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where a demonstration keeps everything: a temporary folder that is overwritten and removed
/// afterwards, unless somebody wants to look at it.
record DemoFolder(Path path, boolean kept, Wipe wipe) implements AutoCloseable {
  static DemoFolder make(boolean kept, Ids ids) throws IOException {
    return new DemoFolder(Files.createTempDirectory("sps-demo-"), kept, new Wipe(ids, 1));
  }

  /// A second call does nothing.
  @Override
  public void close() throws IOException {
    if (kept || !Files.exists(path)) {
      return;
    }
    for (Path at : deepestFirst()) {
      if (Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
        wipe.folder(at);
      } else if (!Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS)) {
        // Sockets and links, which hold nothing.
        Files.delete(at);
      }
    }
  }

  private List<Path> deepestFirst() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
