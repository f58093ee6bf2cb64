// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.engine.Context;
import io.secureprint.agent.kernel.Ids;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A customer's context in memory: AES-256-GCM under a key of the session's ring, each value with a
/// nonce of its own and bound to its name. When the ring is destroyed, nobody can read it again.
final class SealedContext implements Context {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int MOST_VALUES = 64;
  private static final int MOST_BYTES = 1 << 20;

  private final Map<String, byte[]> sealed = new HashMap<>();
  private final KeyRing.Key key;
  private final Ids ids;

  SealedContext(KeyRing.Key key, Ids ids) {
    this.key = key;
    this.ids = ids;
  }

  @Override
  public synchronized boolean put(String name, byte[] value) {
    if (value.length > MOST_BYTES || (sealed.size() >= MOST_VALUES && !sealed.containsKey(name))) {
      throw new IllegalArgumentException("no room in the context for " + name);
    }
    byte[] nonce = ids.bytes(NONCE);
    Optional<byte[]> box = under(Cipher.ENCRYPT_MODE, name, nonce, value, 0);
    box.ifPresent(text -> {
      byte[] both = Arrays.copyOf(nonce, NONCE + text.length);
      System.arraycopy(text, 0, both, NONCE, text.length);
      sealed.put(name, both);
    });
    return box.isPresent();
  }

  @Override
  public synchronized Optional<byte[]> get(String name) {
    byte[] both = sealed.get(name);
    return both == null
        ? Optional.empty()
        : under(Cipher.DECRYPT_MODE, name, Arrays.copyOf(both, NONCE), both, NONCE);
  }

  private Optional<byte[]> under(int mode, String name, byte[] nonce, byte[] text, int from) {
    return key.copy().map(secret -> {
      try {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(UTF_8));
        return cipher.doFinal(text, from, text.length - from);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("the context does not open", e);
      } finally {
        Arrays.fill(secret, (byte) 0);
      }
    });
  }
}
