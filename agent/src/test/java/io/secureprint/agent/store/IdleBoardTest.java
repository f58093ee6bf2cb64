// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.board.Board;
import io.secureprint.agent.board.Promises;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// A board where nothing is due does nothing, and one whose database is away comes back to it.
final class IdleBoardTest {
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final AtomicInteger units = new AtomicInteger();
  private volatile boolean away;
  private Database database;
  private BoardShop shop;
  private Board board;

  @BeforeEach
  void open() throws Database.Unusable {
    database = Database.open(folder);
    shop = new BoardShop(database, clock, Promises.Sharing.NOBODY_ELSE);
    board = counted(Promises.Sharing.NOBODY_ELSE);
    board.tick();
    await().until(() -> board.figures().get().equals(board.count()));
  }

  @AfterEach
  void close() {
    board.close();
    shop.close();
    database.close();
  }

  @Test
  void nothingIsAskedBeforeSomethingIsDue() {
    BoardShop.done(board.tasks().create(BoardShop.draft("intake", "A"), BoardShop.ASHA));
    board.tick();
    await().until(() -> board.figures().get().tasks().getOrDefault(TaskState.NEW, 0L) == 1);
    int before = units.get();
    clock.pass(Duration.ofMinutes(48).minusMillis(1));
    for (int tick = 0; tick < 1_000; tick++) {
      board.tick();
    }
    assertThat(units.get()).isEqualTo(before);
    clock.pass(Duration.ofMillis(1));
    board.tick();
    assertThat(units.get()).isGreaterThan(before);
    assertThat(shop.board.count().promises().warned()).isEqualTo(1);
  }

  @Test
  void whereOthersWriteItIsAskedEveryFiveSeconds() {
    try (Board shared = counted(Promises.Sharing.SEVERAL_AGENTS)) {
      shared.tick();
      await().until(() -> shared.figures().get().equals(shared.count()));
      int before = units.get();
      clock.pass(Duration.ofSeconds(4));
      shared.tick();
      assertThat(units.get()).isEqualTo(before);
      clock.pass(Duration.ofSeconds(1));
      shared.tick();
      assertThat(units.get()).isGreaterThan(before);
    }
  }

  @Test
  void aDatabaseThatWasAwayIsAskedAgain() {
    BoardShop.done(board.tasks().create(BoardShop.draft("intake", "A"), BoardShop.ASHA));
    clock.pass(Duration.ofHours(1));
    away = true;
    assertThatThrownBy(board::tick).isInstanceOf(UnitOfWork.Unavailable.class);
    away = false;
    board.tick();
    assertThat(shop.board.count().promises().breached()).isZero();
    clock.pass(Duration.ofSeconds(5));
    board.tick();
    assertThat(shop.board.count().promises().breached()).isEqualTo(1);
  }

  private Board counted(Promises.Sharing sharing) {
    Board.Ports ports =
        new Board.Ports(
            new Counted(),
            new JdbcEventLog(shop.unitOfWork, clock),
            new JdbcTaskRows(shop.unitOfWork),
            new JdbcPlanRows(shop.unitOfWork),
            new JdbcSlaRows(shop.unitOfWork),
            new JdbcCommandRows(shop.unitOfWork));
    return new Board(ports, sharing, clock, Ids.secure());
  }

  private final class Counted implements UnitOfWork {
    @Override
    public <T> T call(Durability durability, Supplier<T> work) {
      units.incrementAndGet();
      if (away) {
        throw new Unavailable(new IllegalStateException("away"));
      }
      return shop.unitOfWork.call(durability, work);
    }

    @Override
    public void afterCommit(Runnable action) {
      shop.unitOfWork.afterCommit(action);
    }
  }
}
