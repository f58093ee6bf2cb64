// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.observe.History;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Clock;

final class JdbcHistoryTest {
  @TempDir private Path folder;
  private Database database;
  private JdbcUnitOfWork unitOfWork;
  private JdbcHistory history;

  @BeforeEach
  void remember() throws Database.Unusable {
    database = Database.open(folder);
    unitOfWork = new JdbcUnitOfWork(database);
    history = new JdbcHistory(unitOfWork);
    Clock clock = Clock.systemUTC();
    Facts facts = Facts.of("name", "Blue Mango").and("paidPaise", 1_200L).and("sheets", 3L);
    unitOfWork.run(
        Durability.STEP,
        () ->
            new JdbcJournal(unitOfWork, clock)
                .insert(TestExecution.of("e".repeat(32), clock, facts), "dedupe"));
  }

  @AfterEach
  void close() {
    unitOfWork.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "blue", "Mango", "ue ma", "IN_PROGRESS", "in_pro"})
  void isFoundByNameAndStatus(String text) {
    assertThat(history.search(new History.Query(text, null, 10)))
        .extracting(History.Row::name)
        .containsExactly("Blue Mango");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"paid", "name", "sheets", "1200", "12", "%", "(", "[a-z]", ".*", "\\", "\"", "'", "{"})
  void isNotFoundByWhatNobodySees(String text) {
    assertThat(history.search(new History.Query(text, null, 10))).isEmpty();
  }

  @Test
  void anEmptyQueryIsBounded() {
    assertThat(history.search(new History.Query("", null, 1))).hasSize(1);
  }
}
