// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

/// How commits get onto a disk.
interface CommitSync extends AutoCloseable {
  /// Told before a transaction begins, by the thread that writes.
  void begins();

  /// Told after it has ended, by the same thread.
  void ended();

  /// Returns when everything committed before the call is on the disk.
  ///
  /// @throws org.jdbi.v3.core.JdbiException if the disk will not take it
  void sync();

  /// What is committed may wait for a moment.
  void soon();

  @Override
  void close();
}
