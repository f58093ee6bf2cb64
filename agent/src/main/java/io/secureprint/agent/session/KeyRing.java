// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The keys of one session. Once destroyed, it holds none and takes none: a late caller finds
/// nothing to decrypt with (`security.md` 8, I2).
public final class KeyRing {
  /// A session needs a few dozen; the vault has room for every session's share.
  private static final int MOST = 240;

  private final KeyVault vault;
  private final List<KeyVault.Slot> slots = new ArrayList<>();
  private int dropped;
  private boolean dropsVerified = true;
  private boolean destroyed;
  private Destroyed result = new Destroyed(0, true);

  KeyRing(KeyVault vault) {
    this.vault = vault;
  }

  /// Takes the secret over and zeroes the array. Empty when the keys have been destroyed, or the
  /// session has more of them than it can need.
  public synchronized Optional<Key> add(byte[] secret) {
    if (destroyed || slots.size() >= MOST) {
      Arrays.fill(secret, (byte) 0);
      return Optional.empty();
    }
    KeyVault.Slot slot = vault.put(secret);
    slots.add(slot);
    return Optional.of(new Key(this, slot));
  }

  /// Overwrites every key, and says the same again when asked again. `verified` is false if one did
  /// not read back as zeros.
  public synchronized Destroyed destroy() {
    if (destroyed) {
      return result;
    }
    destroyed = true;
    int count = slots.size() + dropped;
    boolean verified = dropsVerified;
    for (KeyVault.Slot slot : slots) {
      verified &= slot.destroy();
    }
    slots.clear();
    result = new Destroyed(count, verified);
    return result;
  }

  /// Whether there are none left and never will be.
  public synchronized boolean isDestroyed() {
    return destroyed;
  }

  private synchronized Optional<byte[]> copy(KeyVault.Slot slot) {
    return slots.contains(slot) ? Optional.of(slot.copy()) : Optional.empty();
  }

  private synchronized void drop(KeyVault.Slot slot) {
    if (slots.remove(slot)) {
      dropped++;
      dropsVerified &= slot.destroy();
    }
  }

  /// What came of destroying the keys.
  public record Destroyed(int keys, boolean verified) {}

  /// One key, as long as it lives.
  public record Key(KeyRing ring, KeyVault.Slot slot) {
    /// A copy that the caller zeroes after use; empty once the keys are destroyed.
    public Optional<byte[]> copy() {
      return ring.copy(slot);
    }

    /// Destroys this key alone; it is counted with the others in the end.
    public void drop() {
      ring.drop(slot);
    }

    @Override
    public String toString() {
      return "Key[]";
    }
  }
}
