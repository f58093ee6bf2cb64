// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.seal;

import io.secureprint.agent.engine.Context;
import io.secureprint.agent.engine.ContextRoom;
import io.secureprint.agent.engine.Contexts;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.SealedBox;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/// The contexts of executions without a customer: they survive a restart, and end with their key.
public final class SealedContexts implements Contexts {
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
      ContextRoom.within(values.sizes(executionId), name, value.length);
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
      return values.sizes(executionId).keySet();
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
