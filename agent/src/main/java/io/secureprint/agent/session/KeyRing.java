// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The keys of one session. Once destroyed, it holds none and takes none: a late caller finds
/// nothing to decrypt with (`security.md` 8, I2).
public final class KeyRing {
  private final KeyVault vault;
  private final List<KeyVault.Slot> slots = new ArrayList<>();
  private boolean destroyed;
  private Destroyed result = new Destroyed(0, true);

  KeyRing(KeyVault vault) {
    this.vault = vault;
  }

  /// Takes the secret over and zeroes the array. Empty when the keys have been destroyed.
  public synchronized Optional<Key> add(byte[] secret) {
    if (destroyed) {
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
    int count = slots.size();
    boolean verified = true;
    for (KeyVault.Slot slot : slots) {
      verified &= slot.destroy();
    }
    slots.clear();
    result = new Destroyed(count, verified);
    return result;
  }

  private synchronized Optional<byte[]> copy(KeyVault.Slot slot) {
    return destroyed ? Optional.empty() : Optional.of(slot.copy());
  }

  /// What came of destroying the keys.
  public record Destroyed(int keys, boolean verified) {}

  /// One key, as long as it lives.
  public record Key(KeyRing ring, KeyVault.Slot slot) {
    /// A copy that the caller zeroes after use; empty once the keys are destroyed.
    public Optional<byte[]> copy() {
      return ring.copy(slot);
    }

    @Override
    public String toString() {
      return "Key[]";
    }
  }
}
