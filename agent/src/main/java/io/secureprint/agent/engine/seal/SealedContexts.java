// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.seal;

import io.secureprint.agent.engine.Context;
import io.secureprint.agent.engine.Contexts;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.SealedBox;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/// The contexts of executions without a customer: they survive a restart, and end with their key.
public final class SealedContexts implements Contexts {
  /// Largest value, in bytes.
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_VALUES = 200;

  private final KeySlab slab;
  private final SealedValues values;
  private final Ids ids;

  public SealedContexts(KeySlab slab, SealedValues values, Ids ids) {
    this.slab = slab;
    this.values = values;
    this.ids = ids;
  }

  /// Makes room for an execution that is about to start.
  public void open(String executionId) {
    slab.make(executionId);
  }

  /// Destroys what an execution knew.
  public void forget(String executionId) {
    slab.destroy(executionId);
    values.clear(executionId);
  }

  /// Destroys the keys of executions that are not under way: what a crash left between two writings.
  public void sweep(Collection<String> underWay) {
    slab.executions().stream().filter(id -> !underWay.contains(id)).forEach(this::forget);
  }

  /// Bytes of all that is kept.
  public long bytes() {
    return values.bytes();
  }

  /// How many executions have something kept.
  public int live() {
    return slab.executions().size();
  }

  @Override
  public Context of(String executionId) {
    return slab.key(executionId)
        .<Context>map(key -> {
          Arrays.fill(key, (byte) 0);
          return new Sealed(executionId);
        })
        .orElse(Context.LOST);
  }

  /// Asks for the key each time, so that none lies about.
  private final class Sealed implements Context {
    private final String executionId;

    Sealed(String executionId) {
      this.executionId = executionId;
    }

    @Override
    public boolean put(String name, byte[] value) {
      Set<String> names = values.names(executionId);
      if (value.length > MOST_BYTES || (names.size() >= MOST_VALUES && !names.contains(name))) {
        throw new IllegalArgumentException("no room in the context for " + name);
      }
      Optional<byte[]> key = slab.key(executionId);
      key.ifPresent(
          secret -> values.put(executionId, name, SealedBox.seal(secret, bound(name), value, ids)));
      return key.isPresent();
    }

    @Override
    public Optional<byte[]> get(String name) {
      return slab.key(executionId).flatMap(secret ->
          values.get(executionId, name).map(box -> SealedBox.open(secret, bound(name), box)));
    }

    @Override
    public Set<String> names() {
      return values.names(executionId);
    }

    @Override
    public void remove(String name) {
      values.remove(executionId, name);
    }

    private String bound(String name) {
      return executionId + "/" + name;
    }
  }
}
