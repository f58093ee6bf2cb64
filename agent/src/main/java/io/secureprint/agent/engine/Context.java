// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import java.util.Optional;
import java.util.Set;

/// What an execution knows of its customer. Unlike [Facts] it never reaches the journal: it is sealed
/// under a key of the customer's session and dies with that key (`workflow.md` 4.5, decision 25), so
/// a handler must bear with finding nothing. Thread-safe.
public interface Context {
  /// That of an execution whose session is gone.
  Context LOST =
      new Context() {
        @Override
        public boolean put(String key, byte[] value) {
          return false;
        }

        @Override
        public Optional<byte[]> get(String key) {
          return Optional.empty();
        }

        @Override
        public Set<String> names() {
          return Set.of();
        }

        @Override
        public void remove(String key) {}
      };

  /// Keeps a copy of `value`; false when the session's keys are destroyed.
  ///
  /// @throws Full when there is no room for it
  boolean put(String key, byte[] value);

  /// A copy of what was put last; empty when there is none, or when the keys are destroyed.
  Optional<byte[]> get(String key);

  /// Everything that was put and not removed.
  Set<String> names();

  void remove(String key);

  /// More was found out than one execution may keep.
  final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param key what did not find room; never its value
    public Full(String key) {
      super("no room in the context for " + key);
    }
  }
}
