// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.destruction;

import io.secureprint.agent.kernel.Ids;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Overwrites a folder of sealed chunks and removes it (`security.md` 3.6). The guarantee is that
/// the key is gone; this is the second line.
public final class Wipe {
  private static final int BLOCK = 1 << 16;

  private final Ids ids;
  private final int passes;

  /// `passes` from 1 to 7.
  public Wipe(Ids ids, int passes) {
    if (passes < 1 || passes > 7) {
      throw new IllegalArgumentException("passes out of range: " + passes);
    }
    this.ids = ids;
    this.passes = passes;
  }

  int passes() {
    return passes;
  }

  /// Wipes every file of `folder` (one level), then the folder. A folder that is not there is wiped
  /// already. `verified` is false when a last pass did not read back as written.
  public Wiped folder(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent == null || !Files.exists(folder)) {
      return new Wiped(0, 0, true);
    }
    int files = 0;
    long bytes = 0;
    boolean verified = true;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path file : entries) {
        files++;
        bytes += Files.size(file);
        verified &= file(file);
      }
    }
    Files.delete(folder);
    sync(parent);
    return new Wiped(files, bytes, verified);
  }

  /// Exactly the length it has: padding first would move small files out of place.
  private boolean file(Path file) throws IOException {
    boolean verified;
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long size = channel.size();
      Keystream last = new Keystream(ids.bytes(32));
      for (int pass = 1; pass < passes; pass++) {
        overwrite(channel, size, new Keystream(ids.bytes(32)));
      }
      overwrite(channel, size, last);
      verified = matches(channel, size, last.again());
      channel.truncate(0);
      channel.force(true);
    }
    Path anonymous = file.resolveSibling(ids.hex128());
    Files.move(file, anonymous, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(anonymous);
    return verified;
  }

  private static void overwrite(FileChannel channel, long size, Keystream noise)
      throws IOException {
    for (long at = 0; at < size; at += BLOCK) {
      ByteBuffer block = ByteBuffer.wrap(noise.next((int) Math.min(BLOCK, size - at)));
      while (block.hasRemaining()) {
        channel.write(block, at + block.position());
      }
    }
    channel.force(true);
  }

  private static boolean matches(FileChannel channel, long size, Keystream noise)
      throws IOException {
    for (long at = 0; at < size; at += BLOCK) {
      byte[] expected = noise.next((int) Math.min(BLOCK, size - at));
      ByteBuffer read = ByteBuffer.allocate(expected.length);
      while (read.hasRemaining() && channel.read(read, at + read.position()) >= 0) {
        // Reads on until the block is full or the file ends early.
      }
      if (!read.flip().equals(ByteBuffer.wrap(expected))) {
        return false;
      }
    }
    return true;
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// What was wiped.
  public record Wiped(int files, long bytes, boolean verified) {}
}
