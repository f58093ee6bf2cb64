// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import io.secureprint.agent.engine.Context;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a rehearsal knows: made up, so nothing of it is sealed, and gone with the rehearsal.
final class RehearsalContext implements Context {
  private final Map<String, byte[]> values = new HashMap<>();

  @Override
  public boolean put(String key, byte[] value) {
    values.put(key, value.clone());
    return true;
  }

  @Override
  public Optional<byte[]> get(String key) {
    return Optional.ofNullable(values.get(key)).map(byte[]::clone);
  }

  @Override
  public Set<String> names() {
    return Set.copyOf(values.keySet());
  }

  @Override
  public void remove(String key) {
    values.remove(key);
  }
}
