// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import java.nio.file.Path;
import java.util.List;

/// What a shop that is closed now has written down.
public final class BookedEvents {
  private BookedEvents() {}

  /// Each event as `type actor`, oldest first.
  public static List<String> in(Path folder) throws Database.Unusable {
    try (Database database = Database.open(folder)) {
      return database.jdbi().withHandle(handle ->
          handle.createQuery("select type || ' ' || actor from event order by seq")
              .mapTo(String.class)
              .list());
    }
  }
}
