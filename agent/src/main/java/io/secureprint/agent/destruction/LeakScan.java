// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.destruction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Looks where a document could have been left (`security.md` 3.5, step D7): the session's folder, and
/// the shop's own temporary folder, which is to be empty. The system's is not looked at: driver
/// processes cannot write there, and what others leave must not close a shop (ADR 3).
public final class LeakScan {
  private final Path workerTemp;

  public LeakScan(Path workerTemp) {
    this.workerTemp = workerTemp;
  }

  /// How many things were found that should not be there.
  int hits(Path sessionFolder) throws IOException {
    int folder = Files.exists(sessionFolder) ? 1 : 0;
    if (!Files.isDirectory(workerTemp)) {
      return folder;
    }
    try (Stream<Path> entries = Files.list(workerTemp)) {
      return folder + (int) entries.count();
    }
  }
}
