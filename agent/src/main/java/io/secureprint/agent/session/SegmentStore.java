// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.PrivateFile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/// One session's sealed chunks on disk, exactly as the phone sent them: `vault/<random>/<random>`,
/// no name, no plaintext, no key. Chunk n of a file lies at n × [#SEALED_BYTES].
public final class SegmentStore {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentStore.class);

  /// A sealed document chunk: 64 KiB and its tag.
  public static final int SEALED_BYTES = 65_536 + 16;

  private final Disk disk;
  private final Path folder;
  private final Ids ids;
  private final Map<Integer, FileChannel> channels = new HashMap<>();
  private boolean closed;

  SegmentStore(Disk disk, Ids ids) {
    this.disk = disk;
    this.folder = disk.vault().resolve(ids.hex128());
    this.ids = ids;
  }

  public Path folder() {
    return folder;
  }

  /// Whether the disk takes so many more bytes.
  boolean takes(long bytes) {
    return disk.takes(bytes);
  }

  /// Writes one chunk; fails when the disk is full, or with its own error.
  public synchronized void write(int fid, int chunk, byte[] sealed) throws IOException {
    if (!disk.takes(sealed.length)) {
      throw new IOException("the disk is full");
    }
    ByteBuffer bytes = ByteBuffer.wrap(sealed);
    FileChannel channel = channel(fid);
    long at = (long) chunk * SEALED_BYTES;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  public synchronized byte[] read(int fid, int chunk) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(SEALED_BYTES);
    FileChannel channel = channel(fid);
    long at = (long) chunk * SEALED_BYTES;
    while (bytes.hasRemaining()) {
      int count = channel.read(bytes, at + bytes.position());
      if (count < 0) {
        throw new IOException("chunk " + chunk + " of file " + fid + " is not there");
      }
    }
    return bytes.array();
  }

  /// No more reads or writes; what remains is for the wipe.
  public synchronized void close() {
    closed = true;
    channels.values().forEach(SegmentStore::closeQuietly);
    channels.clear();
  }

  /// Overwrites a file's bytes, whose keys are destroyed, and lets go of their place. The empty file
  /// stays, to be counted and wiped with the others.
  synchronized void empty(int fid) {
    FileChannel channel = channels.get(fid);
    try {
      if (channel != null) {
        overwrite(channel);
        channel.truncate(0);
      }
    } catch (IOException e) {
      LOG.warn("file {} keeps its place on the disk until the session ends", fid, e);
    }
  }

  private void overwrite(FileChannel channel) throws IOException {
    long size = channel.size();
    for (long at = 0; at < size; ) {
      ByteBuffer noise = ByteBuffer.wrap(ids.bytes((int) Math.min(SEALED_BYTES, size - at)));
      while (noise.hasRemaining()) {
        at += channel.write(noise, at);
      }
    }
    channel.force(true);
  }

  private FileChannel channel(int fid) throws IOException {
    if (closed) {
      throw new IOException("the session's store is closed");
    }
    FileChannel open = channels.get(fid);
    if (open != null) {
      return open;
    }
    PrivateFile.folder(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve(ids.hex128()),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    channels.put(fid, channel);
    return channel;
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException _) {
      // The bytes are ciphertext and about to be wiped; a failed close changes neither.
    }
  }
}
