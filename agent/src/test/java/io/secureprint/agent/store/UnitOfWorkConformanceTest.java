// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// What becomes true together, or not at all.
@OnBothDatabases
final class UnitOfWorkConformanceTest {
  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private Database database;
  private JdbcUnitOfWork work;

  @BeforeEach
  void open() throws Database.Unusable {
    database = kind.open(folder);
    work = new JdbcUnitOfWork(database);
  }

  @AfterEach
  void close() {
    work.close();
    database.close();
  }

  @Test
  void anInnerFailureThatIsSwallowedStillFailsTheOuterUnit() {
    assertThatThrownBy(() -> work.run(Durability.STEP, () -> {
      insert("a");
      assertThatThrownBy(() -> work.run(Durability.STEP, () -> {
        throw new IllegalStateException("inner");
      })).hasMessage("inner");
    })).isInstanceOf(IllegalStateException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void whatFailsAfterTheCommitIsNotTheCallersFailure() {
    work.run(Durability.STEP, () -> {
      work.afterCommit(() -> {
        throw new IllegalStateException("late");
      });
      work.afterCommit(() -> work.run(Durability.STEP, () -> insert("after")));
      insert("a");
    });
    assertThat(names()).containsExactly("a", "after");
  }

  @Test
  void whatWasWrittenBeforeAFailureIsGone() {
    assertThatThrownBy(() -> work.run(Durability.BARRIER, () -> {
      insert("a");
      throw new IllegalStateException("stop");
    })).hasMessage("stop");
    assertThat(names()).isEmpty();
  }

  @Test
  void innerUnitsCommitWithTheOuterOne() {
    work.run(Durability.STEP, () -> {
      insert("a");
      work.run(Durability.BARRIER, () -> insert("b"));
      assertThat(seenByOthers()).isEmpty();
    });
    assertThat(names()).containsExactly("a", "b");
  }

  @Test
  void whatFollowsACommitComesInItsOrderAndSeesTheCommit() {
    List<String> heard = new ArrayList<>();
    work.run(Durability.STEP, () -> {
      work.afterCommit(() -> heard.add("first" + seenByOthers()));
      work.run(Durability.STEP, () -> work.afterCommit(() -> heard.add("second")));
      insert("a");
      assertThat(heard).isEmpty();
    });
    work.afterCommit(() -> heard.add("at once"));
    assertThat(heard).containsExactly("first[a]", "second", "at once");
  }

  @Test
  void whatFollowsACommitDoesNotComeWithoutOne() {
    List<String> heard = new ArrayList<>();
    assertThatThrownBy(() -> work.run(Durability.STEP, () -> {
      work.afterCommit(() -> heard.add("never"));
      throw new IllegalStateException("stop");
    })).hasMessage("stop");
    assertThat(heard).isEmpty();
  }

  @Test
  void twoWhoWantTheSameKeyAreBothServedAndTheSecondSeesTheFirst() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    for (int rival = 0; rival < 2; rival++) {
      AtomicBoolean first = new AtomicBoolean(true);
      answers.add(CompletableFuture.supplyAsync(() -> work.call(Durability.STEP, () -> {
        boolean free = prices() == 0;
        if (first.getAndSet(false)) {
          meet(both);
        }
        return free && price(1) == 1;
      }), THREADS));
    }
    assertThat(answers).extracting(CompletableFuture::join).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void aDeadlocksVictimBeginsAgain() throws Exception {
    work.run(Durability.STEP, () -> {
      price(1);
      price(2);
    });
    CyclicBarrier both = new CyclicBarrier(2);
    CompletableFuture<Void> forth = CompletableFuture.runAsync(() -> lockBoth(both, 1, 2), THREADS);
    CompletableFuture<Void> back = CompletableFuture.runAsync(() -> lockBoth(both, 2, 1), THREADS);
    CompletableFuture.allOf(forth, back).get(20, TimeUnit.SECONDS);
    assertThat(reverts()).isEqualTo(4);
  }

  @Test
  void whatNeverSucceedsIsTriedAFewTimesAndThenSaidToBeUnavailable() {
    work.run(Durability.STEP, () -> price(1));
    AtomicInteger tries = new AtomicInteger();
    assertThatThrownBy(() -> work.run(Durability.STEP, () -> {
      tries.incrementAndGet();
      price(1);
    })).isInstanceOf(UnitOfWork.Unavailable.class);
    assertThat(tries).hasValueBetween(2, 10);
  }

  @Test
  void aDatabaseThatIsGoneIsUnavailable() {
    database.close();
    assertThatThrownBy(() -> work.run(Durability.STEP, () -> insert("a")))
        .isInstanceOf(UnitOfWork.Unavailable.class);
  }

  @Test
  void whatCanNeverBeWrittenIsNoStoreThatIsAway() {
    assertThatThrownBy(() -> work.run(Durability.STEP, () -> insert("a".repeat(2_000))))
        .isNotInstanceOf(UnitOfWork.Unavailable.class);
    work.run(Durability.STEP, () -> insert("b"));
    assertThat(names()).containsExactly("b");
  }

  @Test
  void nobodyReachesTheConnectionOutsideOfAUnit() {
    assertThatThrownBy(work::handle).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void interruptedThreadsNeitherLoseTheirCommitsNorEndTheDatabase() throws InterruptedException {
    for (int round = 0; round < 100; round++) {
      String name = "round-" + round;
      Thread interrupted =
          Thread.ofPlatform().start(() -> work.run(Durability.BARRIER, () -> {
            insert(name);
            Thread.currentThread().interrupt();
          }));
      interrupted.join();
    }
    assertThat(names()).hasSize(100);
  }

  private void insert(String name) {
    work.handle().execute(
        "insert into event (aggregate_type, aggregate_id, type, payload, actor, correlation_id, at)"
            + " values ('test', ?, 'T', '{}', 'test', 'c', current_timestamp)",
        name);
  }

  private int price(int version) {
    return work.handle().execute(
        "insert into price_version (version, valid_from, created_at, author, note, reverts, content,"
            + " sha256) values (?, current_timestamp, current_timestamp, 'a', '', 0, '', '')",
        version);
  }

  private long prices() {
    return work.handle().select("select count(*) from price_version").mapTo(Long.class).one();
  }

  private long reverts() {
    return work.call(Durability.STEP, () ->
        work.handle().select("select sum(reverts) from price_version").mapTo(Long.class).one());
  }

  /// The first time, each has its first row before either wants its second.
  private void lockBoth(CyclicBarrier both, int one, int other) {
    AtomicBoolean first = new AtomicBoolean(true);
    work.run(Durability.STEP, () -> {
      touch(one);
      if (first.getAndSet(false)) {
        meet(both);
      }
      touch(other);
    });
  }

  private void touch(int version) {
    work.handle().execute(
        "update price_version set reverts = reverts + 1 where version = ?", version);
  }

  private static void meet(CyclicBarrier both) {
    try {
      both.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /// By another connection than the unit's.
  private List<String> seenByOthers() {
    return Jdbi.create(database.source()).withHandle(handle ->
        handle.select("select aggregate_id from event").mapTo(String.class).list());
  }

  private List<String> names() {
    return work.call(Durability.STEP, () ->
        work.handle()
            .select("select aggregate_id from event order by aggregate_id")
            .mapTo(String.class)
            .list());
  }
}
