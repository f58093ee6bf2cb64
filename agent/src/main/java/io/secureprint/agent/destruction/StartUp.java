// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.destruction;

import io.secureprint.agent.destruction.Wipe.Wiped;
import io.secureprint.agent.kernel.PrivateFile;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Before any socket opens: whatever an agent that died has left in the vault is wiped. Its keys
/// died with it.
public final class StartUp {
  private final Wipe wipe;

  public StartUp(Wipe wipe) {
    this.wipe = wipe;
  }

  /// Makes the folders where they are missing and wipes what is in them.
  public Recovered recover(Path vault, Path workerTemp) throws IOException {
    for (Path folder : new Path[] {vault, workerTemp}) {
      PrivateFile.folder(folder);
    }
    int sessions = 0;
    boolean verified = true;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(vault)) {
      for (Path folder : entries) {
        sessions++;
        verified &= wipe.folder(folder).asWritten();
      }
    }
    Wiped temporary = wipe.folder(workerTemp);
    PrivateFile.folder(workerTemp);
    return new Recovered(sessions, temporary.files(), verified && temporary.asWritten());
  }

  /// What was found and wiped.
  public record Recovered(int sessions, int temporaryFiles, boolean verified) {}
}
