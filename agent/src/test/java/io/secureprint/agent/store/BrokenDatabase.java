// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// A database in use whose file is gone, as with a disk that was pulled out; closing this puts the file
/// back.
public final class BrokenDatabase implements AutoCloseable {
  private final Path file;
  private final Path aside;

  private BrokenDatabase(Path file, Path aside) {
    this.file = file;
    this.aside = aside;
  }

  /// Takes the database away under the program that has it open. What stands in its place is no file,
  /// so that nobody makes a new one.
  public static BrokenDatabase in(Path folder) throws SQLException, IOException {
    String url = "jdbc:h2:async:" + folder.resolve("sps").toAbsolutePath();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown immediately");
    }
    Path file = folder.resolve("sps.mv.db");
    Path aside = folder.resolve("aside");
    Files.move(file, aside);
    Files.createDirectory(file);
    return new BrokenDatabase(file, aside);
  }

  @Override
  public void close() throws IOException {
    Files.delete(file);
    Files.move(aside, file);
  }
}
