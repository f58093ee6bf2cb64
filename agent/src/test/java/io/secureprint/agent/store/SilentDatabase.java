// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// A database that answers nobody, as on a disk that hangs, until this is closed.
public final class SilentDatabase implements AutoCloseable {
  private final Connection alone;

  private SilentDatabase(Connection alone) {
    this.alone = alone;
  }

  public static SilentDatabase in(Path folder) throws SQLException {
    Connection alone =
        DriverManager.getConnection("jdbc:h2:async:" + folder.resolve("sps").toAbsolutePath());
    try (Statement statement = alone.createStatement()) {
      statement.execute("set exclusive 1");
    }
    return new SilentDatabase(alone);
  }

  @Override
  public void close() throws SQLException {
    try (Statement statement = alone.createStatement()) {
      statement.execute("set exclusive 0");
    }
    alone.close();
  }
}
