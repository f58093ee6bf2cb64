// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import java.nio.file.Path;

/// Where a shop's database is.
public sealed interface DatabasePlace {
  /// An H2 file in this folder, which one process alone opens.
  record Folder(Path folder) implements DatabasePlace {
    @Override
    public String toString() {
      return "in " + folder;
    }
  }

  /// A PostgreSQL at this JDBC address, which several agents may use at once.
  record Server(String url, String user, String password) implements DatabasePlace {
    @Override
    public String toString() {
      return "at " + url + " for " + user;
    }
  }
}
