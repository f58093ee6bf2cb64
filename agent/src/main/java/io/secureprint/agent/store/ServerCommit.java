// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

/// A server whose commits are on its disk when they return, many at a time (`synchronous_commit`, which
/// each connection of a [DatabasePlace.Server] sets).
final class ServerCommit implements CommitSync {
  @Override
  public void begins() {}

  @Override
  public void ended() {}

  @Override
  public void sync() {}

  @Override
  public void soon() {}

  @Override
  public void close() {}
}
