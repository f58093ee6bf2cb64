// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.Set;
import javax.net.ssl.SSLException;

/// What is behind an exception of a database: by SQLState (PostgreSQL, appendix A), since the texts are
/// in the server's language.
final class DatabaseTrouble {
  /// H2's own number for a file that another process has.
  private static final int IN_USE = 90_020;
  /// A deadlock's victim, a transaction that others went before, and a row that somebody else has put
  /// meanwhile: told again, the unit of work finds what is true now.
  private static final Set<String> PASSING = Set.of("40001", "40P01", "23505");

  private DatabaseTrouble() {}

  /// Why a database does not open.
  static String code(Throwable thrown, DatabasePlace place) {
    SQLException sql = first(thrown);
    if (place instanceof DatabasePlace.Folder) {
      return sql != null && sql.getErrorCode() == IN_USE ? "DATA_FOLDER_BUSY" : "DATABASE_DAMAGED";
    }
    if (sql == null) {
      return "DATABASE_DAMAGED";
    }
    return wantsTls(sql) ? "DATABASE_TLS" : byState(String.valueOf(sql.getSQLState()));
  }

  /// Whether the same unit of work, done again, may succeed.
  static boolean isPassing(Throwable thrown) {
    SQLException sql = first(thrown);
    return sql != null && PASSING.contains(String.valueOf(sql.getSQLState()));
  }

  /// Whether what is to be written can never be: too long for its column, or a sign that the database
  /// does not know. The store is well, and trying again later would be of no use.
  static boolean isOfData(Throwable thrown) {
    SQLException sql = first(thrown);
    return sql != null && String.valueOf(sql.getSQLState()).startsWith("22");
  }

  private static String byState(String state) {
    return switch (state) {
      // 08004 is the driver's own for a password that is wanted and not there.
      case "28P01", "28000", "08004" -> "DATABASE_LOGIN";
      case "3D000", "3F000" -> "DATABASE_MISSING";
      case "42501" -> "DATABASE_RIGHTS";
      default ->
          state.startsWith("08") || state.startsWith("53") || state.startsWith("57")
              ? "DATABASE_UNREACHABLE"
              : "DATABASE_DAMAGED";
    };
  }

  /// One side has no TLS and the other does not go without, or they cannot agree on it.
  private static boolean wantsTls(SQLException sql) {
    for (Throwable at = sql; at != null; at = at.getCause()) {
      if (at instanceof SSLException) {
        return true;
      }
    }
    String said = String.valueOf(sql.getMessage());
    return switch (String.valueOf(sql.getSQLState())) {
      case "08004" -> said.contains("SSL");
      case "28000" -> said.contains("no encryption");
      default -> false;
    };
  }

  private static @Nullable SQLException first(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
