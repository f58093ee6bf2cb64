// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.Ids;

import org.junit.jupiter.api.Test;

final class KeyVaultTest {
  private final KeyVault vault = new KeyVault(Ids.secure());
  private final KeyRing ring = new KeyRing(vault);

  @Test
  void aKeyIsGivenBackAsItCameAndTheCallersArrayIsZeroed() {
    byte[] secret = {1, 2, 3};
    KeyRing.Key key = ring.add(secret).orElseThrow();
    assertThat(key.copy()).hasValue(new byte[] {1, 2, 3});
    assertThat(secret).containsOnly(0);
  }

  @Test
  void destroyedKeysAreGoneForEveryoneWhoHoldsThem() {
    KeyRing.Key key = ring.add(new byte[] {1}).orElseThrow();
    assertThat(ring.destroy()).isEqualTo(new KeyRing.Destroyed(1, true));
    assertThat(key.copy()).isEmpty();
    assertThat(vault.live()).isZero();
  }

  @Test
  void aDestroyedRingTakesNoNewKey() {
    ring.destroy();
    assertThat(ring.add(new byte[] {1})).isEmpty();
  }

  @Test
  void destroyingTwiceDestroysNothingOfTheNextSession() {
    ring.add(new byte[] {1});
    ring.destroy();
    KeyRing.Key next = new KeyRing(vault).add(new byte[] {9}).orElseThrow();
    ring.destroy();
    assertThat(next.copy()).hasValue(new byte[] {9});
  }

  @Test
  void noKeyShowsInText() {
    assertThat(ring.add(new byte[] {77}).orElseThrow().toString()).isEqualTo("Key[]");
  }
}
