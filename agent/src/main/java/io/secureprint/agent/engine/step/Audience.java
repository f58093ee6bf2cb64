// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

/// The person who is asked, by whatever way they are reached. Told outside any unit of work, and again
/// after a restart.
public interface Audience {
  /// This is the one thing to do, or to wait for, now.
  void show(Question question);

  /// Nothing is asked any more.
  void nothing(String executionId);
}
