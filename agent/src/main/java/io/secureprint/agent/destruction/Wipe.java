// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.destruction;

import io.secureprint.agent.kernel.Ids;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Overwrites a folder of sealed chunks and removes it (`security.md` 3.6). The guarantee is that
/// the key is gone; this is the second line.
public final class Wipe {
  private static final Logger LOG = LoggerFactory.getLogger(Wipe.class);
  private static final int BLOCK = 1 << 16;
  /// What direct reads have to be aligned to, on every disk we know of.
  private static final int ALIGNED = 4_096;

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
  /// already.
  public Wiped folder(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent == null || !Files.exists(folder)) {
      return new Wiped(0, 0, ReadBack.DEVICE);
    }
    int files = 0;
    long bytes = 0;
    ReadBack readBack = ReadBack.DEVICE;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path file : entries) {
        files++;
        bytes += Files.size(file);
        readBack = readBack.and(file(file));
      }
    }
    Files.delete(folder);
    sync(parent);
    return new Wiped(files, bytes, readBack);
  }

  /// Exactly the length it has: padding first would move small files out of place.
  private ReadBack file(Path file) throws IOException {
    ReadBack verified;
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long size = channel.size();
      Keystream last = new Keystream(ids.bytes(32));
      for (int pass = 1; pass < passes; pass++) {
        overwrite(channel, size, new Keystream(ids.bytes(32)));
      }
      overwrite(channel, size, last);
      verified = matches(file, channel, size, last.again());
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

  /// Read back from the device where the file system allows it: what the page cache says proves
  /// nothing.
  private ReadBack matches(Path file, FileChannel cached, long size, Keystream noise)
      throws IOException {
    Keystream again = noise.again();
    try (FileChannel device = FileChannel.open(file, StandardOpenOption.READ, direct())) {
      return matches(device, size, noise) ? ReadBack.DEVICE : ReadBack.DIFFERENT;
    } catch (UnsupportedOperationException | ReflectiveOperationException | IOException e) {
      LOG.info("{} is not read back from the device: {}", file.getFileName(), e.getMessage());
    }
    return matches(cached, size, again) ? ReadBack.CACHE : ReadBack.DIFFERENT;
  }

  /// O_DIRECT. It has no name that the compiler lets a program for all JDKs use.
  private static OpenOption direct() throws ReflectiveOperationException {
    Class<?> options = Class.forName("com.sun.nio.file.ExtendedOpenOption");
    return (OpenOption) options.getField("DIRECT").get(null);
  }

  private static boolean matches(FileChannel channel, long size, Keystream noise)
      throws IOException {
    for (long at = 0; at < size; at += BLOCK) {
      byte[] expected = noise.next((int) Math.min(BLOCK, size - at));
      ByteBuffer read = ByteBuffer.allocateDirect(BLOCK + ALIGNED).alignedSlice(ALIGNED).limit(BLOCK);
      channel.read(read, at);
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

  /// Where what was read back came from, the best first.
  public enum ReadBack {
    DEVICE,
    CACHE,
    /// It is not what was written.
    DIFFERENT;

    ReadBack and(ReadBack other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /// What was wiped.
  public record Wiped(int files, long bytes, ReadBack readBack) {
    boolean asWritten() {
      return readBack != ReadBack.DIFFERENT;
    }
  }
}
