// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.time.Instant;
import java.util.Optional;

/// The wishes that programs sent with an id, so that the same one is granted once. Every call joins
/// the running unit of work, which must exist.
public interface CommandRows {
  Optional<Granted> find(String caller, String commandId);

  /// Drops what was granted before `forgotten`.
  ///
  /// @throws Taken when somebody else has written this id down meanwhile
  void insert(String caller, String commandId, Granted granted, Instant at, Instant forgotten);

  /// `request` is a hash of what was wished for, `subject` the id of what came of it.
  record Granted(String request, String subject) {}

  /// The same wish came twice at once: the unit of work must be given up.
  final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Taken(Throwable cause) {
      super("this command is being granted already", cause);
    }
  }
}
