// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.connection;

import java.util.List;
import java.util.Optional;

/// The shop's connections as the owner sees and changes them. Blocks while a PIN is asked for, or a server
/// answers.
public interface ConnectionDesk {
  List<Kept> kept();

  /// Adds a connection, without a secret when `secret` is empty. Returns the code of a refusal.
  Optional<String> add(Connection connection, String secret, String actor);

  /// Changes the connection of this name; an empty `secret` leaves the one that is there, unless the
  /// server is another one. Returns the code of a refusal.
  Optional<String> change(Connection connection, String secret, String actor);

  /// Forgets a connection and its secret. Returns the code of a refusal.
  Optional<String> remove(String name, String actor);

  /// Asks the server whether it is there, with the secret that is kept.
  Trial tryOut(String name);

  /// A connection, and whether there is a secret for it.
  record Kept(Connection connection, boolean secret) {}

  /// What came of trying a connection out.
  sealed interface Trial {
    /// The server answered so: 401 and 403 mean that it does not take the secret.
    record Answered(int status) implements Trial {}

    /// `SERVER_AWAY`, `CONNECTION_UNKNOWN`, `CONNECTION_SECRET_MISSING`, `CONNECTION_WRONG` or
    /// `STORAGE_FAILED`.
    record Failed(String code) implements Trial {}
  }
}
