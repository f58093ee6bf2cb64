// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.engine.Effect;
import io.secureprint.agent.engine.EffectLedger;
import io.secureprint.agent.engine.EffectState;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.InvalidTransition;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/// What every ledger promises, so that no effect happens twice.
@OnBothDatabases
final class EffectLedgerConformanceTest {
  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private Database database;
  private JdbcUnitOfWork unitOfWork;
  private EffectLedger ledger;

  @BeforeEach
  void open() throws Database.Unusable {
    database = kind.open(folder);
    unitOfWork = new JdbcUnitOfWork(database);
    ledger = new JdbcEffectLedger(unitOfWork, Ids.secure(), clock);
    unitOfWork.run(
        Durability.STEP,
        () -> new JdbcJournal(unitOfWork, clock).insert(TestExecution.of("e1", clock), "d"));
  }

  @AfterEach
  void close() {
    unitOfWork.close();
    database.close();
  }

  @Test
  void aKeyIsOneEffectWithOneNameOutsideAlsoAfterARestart() throws Database.Unusable {
    Effect first = ledger.open("e1/print/0", "e1", "print");
    assertThat(first.outsideName()).matches("sps-[0-9a-f]{32}");
    close();
    open();
    assertThat(ledger.open("e1/print/0", "e1", "print")).isEqualTo(first);
    assertThat(ledger.open("e1/print/1", "e1", "print").outsideName())
        .isNotEqualTo(first.outsideName());
  }

  @Test
  void eachMoveIsThereAndAddsToTheEvidence() {
    Effect prepared =
        ledger.move(opened(), EffectState.PREPARED, "job-7", Facts.of("before", 12L));
    Effect committing = ledger.move(prepared, EffectState.COMMITTING, "job-7", Facts.NONE);
    assertThat(ledger.find("k")).contains(committing);
    assertThat(committing.evidence()).isEqualTo(Facts.of("before", 12L));
    Effect done = ledger.move(committing, EffectState.DONE, "job-7", Facts.of("after", 13L));
    assertThat(ledger.find("k")).contains(done);
    assertThat(done.evidence()).isEqualTo(Facts.of("before", 12L).and("after", 13L));
  }

  @Test
  void noEffectMovesAgainstItsLifecycle() {
    Effect effect = opened();
    assertThatThrownBy(() -> ledger.move(effect, EffectState.DONE, "", Facts.NONE))
        .isInstanceOf(InvalidTransition.class);
  }

  @Test
  void ofManyWhoMoveAnEffectOneDoes() {
    Effect effect = opened();
    Queue<String> moved = new ConcurrentLinkedQueue<>();
    var threads =
        IntStream.range(0, 6).mapToObj(rival -> Thread.ofVirtual().start(() -> {
          try {
            ledger.move(effect, EffectState.PREPARED, "job-" + rival, Facts.NONE);
            moved.add("job-" + rival);
          } catch (IllegalStateException _) {
            assertThat(ledger.find("k")).isPresent();
          }
        })).toList();
    for (Thread thread : threads) {
      join(thread);
    }
    assertThat(moved).hasSize(1);
    assertThat(ledger.find("k").orElseThrow().externalRef()).isEqualTo(moved.peek());
  }

  @Test
  void manyWhoOpenTheSameKeyHaveTheSameEffect() {
    Queue<String> names = new ConcurrentLinkedQueue<>();
    var threads =
        IntStream.range(0, 6)
            .mapToObj(
                _ -> Thread.ofVirtual().start(() -> names.add(ledger.open("k", "e1", "print").outsideName())))
            .toList();
    for (Thread thread : threads) {
      join(thread);
    }
    assertThat(names).hasSize(6);
    assertThat(names.stream().distinct()).hasSize(1);
  }

  @Test
  void whatIsNeitherDoneNorAbortedIsUnresolved() {
    Effect doubtful =
        ledger.move(
            ledger.move(ledger.move(opened(), EffectState.PREPARED, "1", Facts.NONE),
                EffectState.COMMITTING, "1", Facts.NONE),
            EffectState.IN_DOUBT, "1", Facts.NONE);
    ledger.move(ledger.open("other", "e1", "print"), EffectState.ABORTED, "", Facts.NONE);
    assertThat(ledger.unresolved()).containsExactly(doubtful);
  }

  @Test
  void aMoveInsideAUnitThatFailsDidNotHappen() {
    Effect effect = opened();
    assertThatThrownBy(() -> unitOfWork.run(Durability.STEP, () -> {
      ledger.move(effect, EffectState.PREPARED, "1", Facts.NONE);
      throw new IllegalStateException("stop");
    })).hasMessage("stop");
    assertThat(ledger.find("k")).contains(effect);
  }

  private Effect opened() {
    return ledger.open("k", "e1", "print");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
