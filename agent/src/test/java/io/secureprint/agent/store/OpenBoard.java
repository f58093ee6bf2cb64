// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.board.Promises;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;

/// What every test of the board stands on, whichever database it is.
abstract class OpenBoard {
  @Parameter TestDatabase kind;
  @TempDir Path folder;
  final SettableClock clock = new SettableClock();
  Database database;
  BoardShop shop;

  @BeforeEach
  void begin() throws Database.Unusable {
    database = kind.open(folder);
    shop = new BoardShop(database, clock, Promises.Sharing.NOBODY_ELSE);
  }

  @AfterEach
  void end() {
    shop.close();
    database.close();
  }

  /// As after a crash or a night.
  void restart() throws Database.Unusable {
    end();
    begin();
  }
}
