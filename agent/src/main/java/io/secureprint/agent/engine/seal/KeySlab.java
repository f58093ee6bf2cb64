// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.seal;

import io.secureprint.agent.kernel.Ids;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// The keys of executions without a customer, one slot of 64 bytes each, in a file beside the database
/// (`workflow.md` 4.5): a key that is overwritten here takes everything with it that the database, its
/// journal and its backups still hold. Each key is wrapped (RFC 3394) under the device's own, which is
/// not in the file. Thread-safe.
public final class KeySlab implements AutoCloseable {
  private static final int SLOT = 64;
  private static final int ID = 16;
  private static final int WRAPPED = 40;
  private static final int KEY = 32;
  /// As many executions without a customer may be under way.
  private static final int MOST_SLOTS = 65_536;

  private final FileChannel file;
  private final SecretKeySpec device;
  private final Ids ids;
  private final Map<String, Integer> slots = new HashMap<>();
  private final BitSet used = new BitSet();

  private KeySlab(FileChannel file, byte[] deviceKey, Ids ids) {
    this.file = file;
    this.device = new SecretKeySpec(deviceKey, "AES");
    this.ids = ids;
  }

  /// Opens the slab, creating it for the shop's user alone. `deviceKey` has 32 bytes.
  public static KeySlab open(Path path, byte[] deviceKey, Ids ids) throws IOException {
    if (!Files.exists(path)) {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    KeySlab slab = new KeySlab(file, deviceKey, ids);
    slab.scan();
    return slab;
  }

  /// Makes a key for an execution; it is on the disk when this returns.
  public synchronized void make(String executionId) {
    if (slots.containsKey(executionId)) {
      return;
    }
    int slot = used.nextClearBit(0);
    if (slot >= MOST_SLOTS) {
      throw new IllegalStateException("no key slot for another execution");
    }
    ByteBuffer content = ByteBuffer.allocate(SLOT);
    content.put(HexFormat.of().parseHex(executionId));
    content.put(wrap(Cipher.WRAP_MODE, ids.bytes(KEY)));
    content.rewind();
    write(slot, content);
    used.set(slot);
    slots.put(executionId, slot);
  }

  /// A copy of the key; empty when there is none (any more).
  public synchronized Optional<byte[]> key(String executionId) {
    Integer slot = slots.get(executionId);
    if (slot == null) {
      return Optional.empty();
    }
    byte[] wrapped = Arrays.copyOfRange(read(slot).array(), ID, ID + WRAPPED);
    return Optional.of(wrap(Cipher.UNWRAP_MODE, wrapped));
  }

  /// Overwrites the key: noise first, then zeros, each on the disk.
  public synchronized void destroy(String executionId) {
    Integer slot = slots.remove(executionId);
    if (slot != null) {
      write(slot, ByteBuffer.wrap(ids.bytes(SLOT)));
      write(slot, ByteBuffer.allocate(SLOT));
      used.clear(slot);
    }
  }

  /// Executions that have a key.
  public synchronized Set<String> executions() {
    return Set.copyOf(slots.keySet());
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the key slab does not close", e);
    }
  }

  private void scan() throws IOException {
    int count = (int) Math.min(file.size() / SLOT, MOST_SLOTS);
    byte[] empty = new byte[ID];
    for (int slot = 0; slot < count; slot++) {
      byte[] id = Arrays.copyOf(read(slot).array(), ID);
      if (!Arrays.equals(id, empty)) {
        slots.put(HexFormat.of().formatHex(id), slot);
        used.set(slot);
      }
    }
  }

  private byte[] wrap(int mode, byte[] key) {
    try {
      Cipher cipher = Cipher.getInstance("AESWrap");
      cipher.init(mode, device);
      return mode == Cipher.WRAP_MODE
          ? cipher.wrap(new SecretKeySpec(key, "AES"))
          : cipher.unwrap(key, "AES", Cipher.SECRET_KEY).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key of the slab does not open", e);
    }
  }

  private ByteBuffer read(int slot) {
    ByteBuffer content = ByteBuffer.allocate(SLOT);
    try {
      while (content.hasRemaining()) {
        if (file.read(content, (long) slot * SLOT + content.position()) < 0) {
          break;
        }
      }
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException("the key slab cannot be read", e);
    }
  }

  private void write(int slot, ByteBuffer content) {
    try {
      while (content.hasRemaining()) {
        file.write(content, (long) slot * SLOT + content.position());
      }
      file.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("the key slab cannot be written", e);
    }
  }
}
