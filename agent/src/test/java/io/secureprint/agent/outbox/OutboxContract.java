// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.EventFeed.Entry;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.outbox.DeadLetter.State;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcConsumers;
import io.secureprint.agent.store.JdbcDeadLetters;
import io.secureprint.agent.store.JdbcEventFeed;
import io.secureprint.agent.store.JdbcEventLog;
import io.secureprint.agent.store.JdbcUnitOfWork;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What every outbox owes its consumers, on whichever database. What a consumer makes of an event is an
/// event of its own here, so that it can be counted.
abstract class OutboxContract {
  private static final Duration POLL = Duration.ofMillis(300);

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final List<String> brought = Collections.synchronizedList(new ArrayList<>());
  private Database database;
  private JdbcUnitOfWork work;
  private JdbcEventLog log;
  private JdbcEventFeed feed;
  private Outbox outbox;
  private boolean mended;

  abstract Database database(Path folder) throws Database.Unusable;

  @BeforeEach
  void open() throws Database.Unusable {
    database = database(folder);
    work = new JdbcUnitOfWork(database);
    log = new JdbcEventLog(work, clock);
    feed = new JdbcEventFeed(work);
    outbox = outbox("agent-1");
  }

  @AfterEach
  void close() {
    outbox.close();
    work.close();
    database.close();
  }

  @Test
  void aNewConsumerBeginsWithWhatComesNextAndGoesOnWhereItWas() {
    append("old");
    Dispatch first = outbox.dispatch(effects("a", _ -> {}));
    append("b");
    append("c");
    first.drain();
    assertThat(effects()).containsExactly("b", "c");
    append("d");
    outbox("agent-1").dispatch(effects("a", _ -> {})).drain();
    assertThat(effects()).containsExactly("b", "c", "d");
    assertThat(counted("processed")).isEqualTo(2);
  }

  @Test
  void aCrashBetweenTheEffectAndThePlaceLeavesExactlyOneEffect() {
    Dispatch crashing = outbox.dispatch(effects("a", _ -> {
      throw new Killed();
    }));
    append("b");
    assertThatThrownBy(crashing::drain).isInstanceOf(Killed.class);
    assertThat(effects()).isEmpty();
    outbox.dispatch(effects("a", _ -> {})).drain();
    assertThat(effects()).containsExactly("b");
  }

  @Test
  void aPoisonedEventIsPutAsideAndTheOthersGoOn() {
    Dispatch dispatch = outbox.dispatch(effects("a", OutboxContract::poisoned));
    append("b");
    append("poison");
    append("c");
    dispatch.drain();
    assertThat(effects()).containsExactly("b", "c");
    DeadLetter letter = outbox.deadLetters().getFirst();
    assertThat(letter.state()).isEqualTo(State.WAITING);
    assertThat(letter.code()).isEqualTo("INTERNAL");
    assertThat(letter.detail()).isEqualTo("IllegalArgumentException");
    assertThat(letter.nextAt()).isEqualTo(clock.instant().plusSeconds(1));
  }

  @Test
  void itIsTriedAgainWithGrowingPausesUntilItIsGivenUp() {
    Dispatch dispatch = outbox.dispatch(effects("a", OutboxContract::poisoned));
    append("poison");
    dispatch.drain();
    List<Long> pauses = new ArrayList<>();
    while (letter().state() == State.WAITING) {
      Duration pause = Duration.between(clock.instant(), letter().nextAt());
      pauses.add(pause.toSeconds());
      clock.pass(pause);
      dispatch.drain();
    }
    assertThat(pauses).containsExactly(1L, 5L, 25L, 125L, 625L);
    assertThat(letter().attempts()).isEqualTo(6);
    assertThat(letter().state()).isEqualTo(State.DEAD);
    clock.pass(Duration.ofDays(1));
    dispatch.drain();
    assertThat(letter().attempts()).isEqualTo(6);
    assertThat(counted("retried")).isEqualTo(5);
    assertThat(counted("dead")).isEqualTo(1);
  }

  @Test
  void whatIsMendedArrivesOnceAndIsNoDeadLetterAnyMore() {
    append("poison first");
    boolean[] mended = {false};
    Dispatch dispatch = outbox.dispatch(effects("a", entry -> {
      if (!mended[0]) {
        poisoned(entry);
      }
    }));
    append("poison");
    dispatch.drain();
    mended[0] = true;
    clock.pass(Duration.ofSeconds(1));
    dispatch.drain();
    dispatch.drain();
    assertThat(effects()).containsExactly("poison");
    assertThat(outbox.deadLetters()).isEmpty();
    clock.pass(Duration.ofDays(1));
    outbox.forget(clock.instant());
    assertThat(outbox.retry("a", 2, "asha")).isEqualTo(Outbox.Answer.UNKNOWN);
  }

  @Test
  void aPersonMayHaveADeadLetterTriedAgainOrSayThatItDoesNotMatter() {
    Dispatch dispatch = outbox.dispatch(effects("a", OutboxContract::poisoned));
    append("poison");
    dispatch.drain();
    long seq = letter().seq();
    assertThat(outbox.retry("a", seq, "asha")).isEqualTo(Outbox.Answer.NOT_NOW);
    while (letter().state() == State.WAITING) {
      clock.pass(Duration.ofHours(1));
      dispatch.drain();
    }
    assertThat(outbox.retry("a", seq, "asha")).isEqualTo(Outbox.Answer.DONE);
    dispatch.drain();
    assertThat(letter().state()).isEqualTo(State.DEAD);
    assertThat(letter().attempts()).isEqualTo(7);
    assertThat(outbox.dismiss("a", seq, "ravi")).isEqualTo(Outbox.Answer.DONE);
    assertThat(outbox.deadLetters()).isEmpty();
    assertThat(outbox.dismiss("a", seq, "ravi")).isEqualTo(Outbox.Answer.NOT_NOW);
    assertThat(outbox.retry("a", 99, "asha")).isEqualTo(Outbox.Answer.UNKNOWN);
    assertThat(written("dead_letter"))
        .containsExactly("DeadLetterRetried by asha", "DeadLetterDismissed by ravi");
  }

  @Test
  void anotherAgentTakesOverWhenTheLeaseOfADeadOneHasRunOut() {
    outbox.dispatch(effects("a", _ -> {}));
    append("b");
    outbox.dispatch(effects("a", _ -> {})).drain();
    append("c");
    Dispatch other = outbox("agent-2").dispatch(effects("a", _ -> {}));
    other.drain();
    assertThat(effects()).containsExactly("b");
    clock.pass(Duration.ofSeconds(10));
    other.drain();
    assertThat(effects()).containsExactly("b", "c");
    append("d");
    outbox.dispatch(effects("a", _ -> {})).drain();
    assertThat(effects()).containsExactly("b", "c");
  }

  @Test
  void whoWasTakenForDeadUndoesWhatItHadBegun() {
    Dispatch late = outbox.dispatch(effects("a", _ -> {}));
    Dispatch other = outbox("agent-2").dispatch(effects("a", _ -> {}));
    append("b");
    other.drain();
    clock.pass(Duration.ofSeconds(10));
    append("c");
    late.drain();
    other.drain();
    assertThat(effects()).containsExactly("b", "c");
  }

  @Test
  void whoWorksOutsideIsCalledBeforeThePlaceMovesOn() {
    Dispatch dispatch = outbox.dispatch(outside());
    append("b");
    append("poison");
    append("c");
    dispatch.drain();
    assertThat(brought).containsExactly("b", "poison", "c");
    clock.pass(Duration.ofSeconds(1));
    dispatch.drain();
    assertThat(brought).containsExactly("b", "poison", "c", "poison");
    assertThat(letter().attempts()).isEqualTo(2);
    assertThat(outbox("agent-2").dispatch(outside()).drain()).isPositive();
    assertThat(brought).hasSize(4);
  }

  @Test
  void anotherAgentLeavesALetterAloneWhileTheFirstOneIsAtIt() {
    append("first");
    List<Dispatch> others = new ArrayList<>();
    Dispatch dispatch = outbox.dispatch(outside(() -> others.forEach(Dispatch::drain)));
    Outbox second = outbox("agent-2");
    others.add(second.dispatch(outside(() -> {})));
    append("poison");
    dispatch.drain();
    assertThat(brought).containsExactly("poison");
    clock.pass(Duration.ofSeconds(1));
    mended = true;
    dispatch.drain();
    assertThat(brought).containsExactly("poison", "poison");
    assertThat(counted("processed")).isEqualTo(1);
    assertThat(counted(second, "processed")).isZero();
  }

  @Test
  void aLetterThatAnotherAgentDeliveredIsNotCountedAgain() {
    append("first");
    mended = false;
    Outbox second = outbox("agent-2");
    Dispatch other = second.dispatch(outside(() -> {}));
    Dispatch slow = outbox.dispatch(outside(() -> {
      if (mended) {
        clock.pass(Duration.ofSeconds(10));
        other.drain();
      }
    }));
    append("poison");
    slow.drain();
    mended = true;
    clock.pass(Duration.ofSeconds(1));
    slow.drain();
    assertThat(counted("processed") + counted(second, "processed")).isEqualTo(1);
  }

  @Test
  void eventsArePushedAtTheCommit() {
    outbox.push();
    outbox.add(effects("a", _ -> {}));
    for (int round = 0; round < 5; round++) {
      append("b");
      int want = round + 1;
      await().pollInterval(Duration.ofMillis(2)).atMost(POLL).until(() -> effects().size() == want);
    }
  }

  @Test
  void aLostPushIsMadeUpForByThePoll() {
    outbox.add(effects("a", _ -> {}));
    append("b");
    await().atMost(Duration.ofSeconds(5)).until(() -> effects().equals(List.of("b")));
  }

  private Outbox outbox(String owner) {
    Outbox.Stores stores =
        new Outbox.Stores(feed, log, work, new JdbcConsumers(work), new JdbcDeadLetters(work));
    return new Outbox(
        stores,
        new Dispatch.Settings(owner, Duration.ofSeconds(10), 6, Duration.ofSeconds(1), POLL),
        clock);
  }

  /// Writes an event for each that it is brought, and does `last` after that.
  private EventConsumer effects(String name, Consumer<Entry> last) {
    return new EventConsumer() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void accept(Entry entry) {
        if (entry.event().aggregateType().equals("test")) {
          log.append(
              new EventLog.Event(
                  "effect", entry.event().aggregateId(), "Effect", Map.of(), "test", ""));
          last.accept(entry);
        }
      }
    };
  }

  private EventConsumer outside() {
    return outside(() -> {});
  }

  /// Does `meanwhile` before it says whether it worked.
  private EventConsumer outside(Runnable meanwhile) {
    return new EventConsumer() {
      @Override
      public String name() {
        return "outside";
      }

      @Override
      public Guarantee guarantee() {
        return Guarantee.AT_LEAST_ONCE;
      }

      @Override
      public void accept(Entry entry) {
        brought.add(entry.event().aggregateId());
        meanwhile.run();
        if (!mended) {
          poisoned(entry);
        }
      }
    };
  }

  private static void poisoned(Entry entry) {
    if (entry.event().aggregateId().equals("poison")) {
      throw new IllegalArgumentException("cannot be read");
    }
  }

  private void append(String id) {
    work.run(
        Durability.STEP,
        () -> log.append(new EventLog.Event("test", id, "Tested", Map.of(), "test", "")));
  }

  private List<String> effects() {
    return all("effect").stream().map(EventLog.Event::aggregateId).toList();
  }

  private List<String> written(String aggregate) {
    return all(aggregate).stream().map(event -> event.type() + " by " + event.actor()).toList();
  }

  private List<EventLog.Event> all(String aggregate) {
    List<EventLog.Event> found = new ArrayList<>();
    List<Entry> entries = feed.after(0, 500).entries();
    while (!entries.isEmpty()) {
      entries.stream()
          .map(Entry::event)
          .filter(event -> event.aggregateType().equals(aggregate))
          .forEach(found::add);
      entries = feed.after(entries.getLast().seq(), 500).entries();
    }
    return found;
  }

  private DeadLetter letter() {
    return outbox.deadLetters().getFirst();
  }

  private long counted(String status) {
    return counted(outbox, status);
  }

  private static long counted(Outbox outbox, String status) {
    return outbox.processed().counts().entrySet().stream()
        .filter(one -> one.getKey().equals(List.of("Tested", status)))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /// The process dies: nobody is left who could note anything.
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
