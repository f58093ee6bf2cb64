// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import java.nio.file.Path;

/// Does to a database what a broken disk might.
public final class DamagedRecords {
  private DamagedRecords() {}

  /// Every execution in the database of this folder is unfinished and cannot be read.
  public static void in(Path folder) throws Database.Unusable {
    try (Database database = Database.open(folder)) {
      database.jdbi().useHandle(handle -> {
        handle.execute("update execution set status = 'IN_PROGRESS'");
        handle.execute("update execution_state set facts = '{'");
      });
    }
  }

  /// A digit in the newest price list in the database of this folder is another.
  public static void inPrices(Path folder) throws Database.Unusable {
    try (Database database = Database.open(folder)) {
      database.jdbi().useHandle(handle ->
          handle.execute("update price_version set content = replace(content, '200', '210')"));
    }
  }
}
