// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.board.Board;
import io.secureprint.agent.board.Promises;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// A board on a database of its own, for whoever is tested with one.
public final class TestBoard implements AutoCloseable {
  private final Database database;
  private final BoardShop shop;

  public TestBoard(Path folder, Clock clock) {
    try {
      database = TestDatabase.H2.open(folder);
    } catch (Database.Unusable e) {
      throw new IllegalStateException(e);
    }
    shop = new BoardShop(database, clock, Promises.Sharing.NOBODY_ELSE);
  }

  public Board board() {
    return shop.board;
  }

  /// Each event of a task, a plan or the promises as `type actor`, oldest first.
  public List<String> events(String aggregateId) {
    return shop.events(aggregateId);
  }

  @Override
  public void close() {
    shop.close();
    database.close();
  }
}
