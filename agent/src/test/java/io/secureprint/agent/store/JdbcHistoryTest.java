// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.observe.History;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

@OnBothDatabases
final class JdbcHistoryTest {
  private static final History.Filter NAMED =
      new History.Filter("Sky Plum", "", History.Filter.EVER, History.Filter.ALWAYS);

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private Database database;
  private JdbcUnitOfWork unitOfWork;
  private JdbcHistory history;

  @BeforeEach
  void remember() throws Database.Unusable {
    database = kind.open(folder);
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

  @Test
  void pagesFollowEachOtherWithoutGapsWhereManyStartedAtOnce() {
    SettableClock clock = new SettableClock();
    for (int run = 0; run < 25; run++) {
      ran("%032d".formatted(run), clock, "COMPLETED", null, Duration.ofSeconds(run));
      if (run % 7 == 6) {
        clock.pass(Duration.ofSeconds(1));
      }
    }
    List<String> seen = new ArrayList<>();
    History.Cursor after = null;
    List<History.Row> page;
    do {
      page = history.search(new History.Query(NAMED, after, 4));
      page.forEach(row -> seen.add(row.executionId()));
      after = page.isEmpty() ? null : page.getLast().cursor();
    } while (page.size() == 4);
    assertThat(seen).hasSize(25).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void figuresTellHowManyHowWellHowLongAndWhyNot() {
    SettableClock clock = new SettableClock();
    for (int run = 1; run <= 100; run++) {
      ran("%032d".formatted(run), clock, "COMPLETED", null, Duration.ofSeconds(run));
    }
    for (int run = 101; run <= 125; run++) {
      ran("%032d".formatted(run), clock, "FAILED", run > 103 ? "PRINT_IN_DOUBT" : "NOT_PAID", Duration.ofHours(9));
    }
    ran("%032d".formatted(126), clock, "CANCELLED", "SESSION_IDLE", Duration.ofHours(9));

    History.Figures figures = history.figures(NAMED);
    assertThat(figures.all()).isEqualTo(126);
    assertThat(figures.success()).hasValue(80);
    assertThat(figures.took())
        .isEqualTo(
            new History.Spans(
                Duration.ofMillis(50_500), Duration.ofMillis(95_050), Duration.ofMillis(99_010)));
    assertThat(figures.codes())
        .containsExactly(
            new History.Count("PRINT_IN_DOUBT", 22),
            new History.Count("NOT_PAID", 3),
            new History.Count("SESSION_IDLE", 1));
    History.Filter failed = new History.Filter("sky", "FAILED", clock.instant(), History.Filter.ALWAYS);
    assertThat(history.figures(failed).all()).isEqualTo(25);
    assertThat(history.figures(failed).took()).isNull();
    assertThat(history.figures(failed).success()).hasValue(0);
    History.Filter before = new History.Filter("", "", History.Filter.EVER, clock.instant());
    assertThat(history.search(new History.Query(before, null, 10))).isEmpty();
  }

  private void ran(
      String id, SettableClock clock, String status, @Nullable String code, Duration took) {
    unitOfWork.run(
        Durability.STEP,
        () -> {
          new JdbcJournal(unitOfWork, clock)
              .insert(TestExecution.of(id, clock, Facts.of("name", "Sky Plum")), id);
          unitOfWork
              .handle()
              .execute(
                  "update execution set status = ?, code = ?, ended_at = ? where id = ?",
                  status, code, Rows.column(clock.instant().plus(took)), id);
        });
  }
}
