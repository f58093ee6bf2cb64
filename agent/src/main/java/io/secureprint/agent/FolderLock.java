// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.kernel.PrivateFile;
import io.secureprint.agent.store.Database;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// One agent at a time has a data folder, and nobody has it while its records are put back. The system
/// takes the lock away from a process that died.
record FolderLock(FileChannel channel) implements AutoCloseable {
  static FolderLock of(Path file) throws IOException, Database.Unusable {
    PrivateFile.folder(Objects.requireNonNull(file.getParent(), "a file is in a folder"));
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      throw new Database.Unusable(
          "DATA_FOLDER_BUSY", "another agent has " + file.getParent());
    }
    return new FolderLock(channel);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
