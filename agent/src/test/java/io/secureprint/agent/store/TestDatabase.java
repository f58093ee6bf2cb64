// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// The two kinds of database that every store is tested on. What is opened for the same folder again is
/// the same database.
public enum TestDatabase {
  H2 {
    @Override
    public DatabasePlace place(Path folder) {
      return new DatabasePlace.Folder(folder);
    }

    @Override
    public Map<String, String> settings(Path folder) {
      return Map.of();
    }
  },

  POSTGRESQL {
    @Override
    public DatabasePlace place(Path folder) {
      return PostgresServer.running().place(schema(folder));
    }

    @Override
    public Map<String, String> settings(Path folder) {
      return PostgresServer.running().settings(schema(folder));
    }
  };

  /// Where the database of this folder is. Making one is cheap.
  public abstract DatabasePlace place(Path folder);

  /// How an agent is told of it, by the full names of its settings.
  public abstract Map<String, String> settings(Path folder);

  /// Opens the database of this folder, with all its tables.
  public Database open(Path folder) throws Database.Unusable {
    return Database.open(place(folder));
  }

  /// Where the PostgreSQL of the tests listens.
  public static int port() {
    return PostgresServer.running().port();
  }

  /// The files of the PostgreSQL of the tests, its log of changes among them, in which this text is.
  public static List<Path> filesWith(String text) throws IOException, SQLException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(PostgresServer.running().files())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static String schema(Path folder) {
    byte[] name = folder.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
    return "t" + UUID.nameUUIDFromBytes(name).toString().replace("-", "");
  }
}
