// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import io.secureprint.agent.engine.Context;
import io.secureprint.agent.engine.ContextRoom;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.SealedBox;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A customer's context in memory: AES-256-GCM under a key of the session's ring, each value with a
/// nonce of its own and bound to its name. When the ring is destroyed, nobody can read it again.
final class SealedContext implements Context {
  private final Map<String, byte[]> sealed = new HashMap<>();
  private final KeyRing.Key key;
  private final Ids ids;

  SealedContext(KeyRing.Key key, Ids ids) {
    this.key = key;
    this.ids = ids;
  }

  @Override
  public synchronized boolean put(String name, byte[] value) {
    Map<String, Integer> sizes = new HashMap<>();
    sealed.forEach((each, box) -> sizes.put(each, box.length));
    ContextRoom.within(sizes, name, value.length);
    Optional<byte[]> box = under(secret -> SealedBox.seal(secret, name, value, ids));
    box.ifPresent(both -> sealed.put(name, both));
    return box.isPresent();
  }

  @Override
  public synchronized Optional<byte[]> get(String name) {
    byte[] both = sealed.get(name);
    return both == null ? Optional.empty() : under(secret -> SealedBox.open(secret, name, both));
  }

  @Override
  public synchronized Set<String> names() {
    return Set.copyOf(sealed.keySet());
  }

  @Override
  public synchronized void remove(String name) {
    sealed.remove(name);
  }

  /// Memory that it takes.
  synchronized long bytes() {
    return sealed.values().stream().mapToLong(box -> box.length).sum();
  }

  private Optional<byte[]> under(UnaryOperator<byte[]> work) {
    return key.copy().map(secret -> {
      try {
        return work.apply(secret);
      } finally {
        Arrays.fill(secret, (byte) 0);
      }
    });
  }
}
