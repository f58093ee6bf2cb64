// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/// Files and folders for the shop's user alone; a file is there as a whole or not at all.
public final class PrivateFile {
  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

  private PrivateFile() {}

  /// Makes a folder, and those above it, where there is none. One that is there stays as it is.
  public static Path folder(Path folder) throws IOException {
    return Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWN));
  }

  /// Makes a folder that nobody else can look into, also where it was there already.
  public static Path closedFolder(Path folder) throws IOException {
    return Files.setPosixFilePermissions(folder(folder), OWN);
  }

  /// Replaces `file`; what was there before stays until the new content is on the disk.
  public static void write(Path file, byte[] content) throws IOException {
    folder(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder"));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
