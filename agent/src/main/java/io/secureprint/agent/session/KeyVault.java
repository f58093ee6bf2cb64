// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import io.secureprint.agent.kernel.Ids;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.BitSet;

/// All keys of all live sessions, in one region outside the Java heap, where no garbage collection
/// leaves copies behind (`security.md` 3.4). Nothing of it is ever written to disk.
///
/// Thread-safe. A slot that was destroyed can be handed out again.
public final class KeyVault implements AutoCloseable {
  /// Bytes a slot holds at most: the longest secret is a PDF password of 127 bytes.
  public static final int SLOT_BYTES = 128;

  private static final int SLOTS = 8_192;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment region = arena.allocate((long) SLOTS * SLOT_BYTES);
  private final BitSet used = new BitSet(SLOTS);
  private final Ids ids;
  private long puts;

  public KeyVault(Ids ids) {
    this.ids = ids;
  }

  /// Copies `secret` (1 to 128 bytes) into a free slot and zeroes the array given.
  synchronized Slot put(byte[] secret) {
    int index = used.nextClearBit(0);
    if (index >= SLOTS || secret.length == 0 || secret.length > SLOT_BYTES) {
      throw new IllegalStateException("no key slot for " + secret.length + " bytes");
    }
    used.set(index);
    MemorySegment.copy(secret, 0, region, ValueLayout.JAVA_BYTE, offset(index), secret.length);
    Arrays.fill(secret, (byte) 0);
    return new Slot(this, index, secret.length, ++puts);
  }

  synchronized byte[] copy(int index, int length) {
    byte[] out = new byte[length];
    MemorySegment.copy(region, ValueLayout.JAVA_BYTE, offset(index), out, 0, length);
    return out;
  }

  /// Ones, noise, zeros; true when the slot then reads as zeros.
  synchronized boolean destroy(int index) {
    MemorySegment slot = region.asSlice(offset(index), SLOT_BYTES);
    slot.fill((byte) 0xFF);
    slot.copyFrom(MemorySegment.ofArray(ids.bytes(SLOT_BYTES)));
    slot.fill((byte) 0);
    used.clear(index);
    return slot.mismatch(MemorySegment.ofArray(new byte[SLOT_BYTES])) == -1;
  }

  /// Keys alive now.
  public synchronized int live() {
    return used.cardinality();
  }

  @Override
  public synchronized void close() {
    region.fill((byte) 0);
    arena.close();
  }

  private static long offset(int index) {
    return (long) index * SLOT_BYTES;
  }

  /// One key's place; `number` tells it from those that had the place before.
  record Slot(KeyVault vault, int index, int length, long number) {
    byte[] copy() {
      return vault.copy(index, length);
    }

    boolean destroy() {
      return vault.destroy(index);
    }
  }
}
