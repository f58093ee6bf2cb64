// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.outbox;

import io.secureprint.agent.kernel.EventFeed;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Tally;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.kernel.WakingLoop;
import io.secureprint.agent.outbox.DeadLetter.State;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Brings every consumer its events: at once after each commit, and now and then in case a push was
/// lost or another agent wrote. Thread-safe.
public final class Outbox implements AutoCloseable {
  private static final int SHOWN = 200;

  private final Dispatch.Ports ports;
  private final Dispatch.Settings settings;
  private final InstantSource clock;
  private final Tally processed = new Tally("outbox_events_processed_total", "event_type", "status");
  private final List<WakingLoop> loops = new CopyOnWriteArrayList<>();

  /// `owner` names this agent among those on one database.
  public Outbox(Stores stores, String owner, InstantSource clock) {
    this(stores, Dispatch.Settings.of(owner), clock);
  }

  Outbox(Stores stores, Dispatch.Settings settings, InstantSource clock) {
    this.ports =
        new Dispatch.Ports(
            stores.feed(), stores.events(), stores.unitOfWork(), stores.consumers(),
            stores.letters(), processed);
    this.settings = settings;
    this.clock = clock;
  }

  /// Pushes from now on. Without it, consumers look every few seconds.
  public void push() {
    ports.feed().whenAppended(() -> loops.forEach(WakingLoop::wake));
  }

  /// Brings events from now on; a consumer that is new begins with what comes next.
  public void add(EventConsumer consumer) {
    Dispatch dispatch = dispatch(consumer);
    WakingLoop loop = new WakingLoop("outbox-" + consumer.name(), dispatch::drain);
    loops.add(loop);
    loop.start();
  }

  Dispatch dispatch(EventConsumer consumer) {
    ports.unitOfWork().run(
        Durability.STEP,
        () -> ports.consumers().register(consumer.name(), ports.feed().last(), clock.instant()));
    return new Dispatch(ports, consumer, settings, clock);
  }

  /// How many events were brought, put aside or given up.
  public Tally processed() {
    return processed;
  }

  /// What waits or was given up, newest first.
  public List<DeadLetter> deadLetters() {
    return ports.unitOfWork().call(Durability.STEP, () -> ports.letters().open(SHOWN));
  }

  /// `actor` wants it to be brought once more.
  public Answer retry(String consumer, long seq, String actor) {
    Answer answer = change(consumer, seq, State.WAITING, actor);
    loops.forEach(WakingLoop::wake);
    return answer;
  }

  /// `actor` says that it does not matter.
  public Answer dismiss(String consumer, long seq, String actor) {
    return change(consumer, seq, State.DISMISSED, actor);
  }

  private Answer change(String consumer, long seq, State to, String actor) {
    return ports.unitOfWork().call(Durability.STEP, () -> {
      Optional<DeadLetter> found = ports.letters().find(consumer, seq);
      if (found.isEmpty()) {
        return Answer.UNKNOWN;
      }
      DeadLetter old = found.get();
      if (!State.LIFECYCLE.allows(old.state(), to)
          || !ports.letters().replace(old, old.to(to, clock.instant()))) {
        return Answer.NOT_NOW;
      }
      ports.events().append(event(old, to, actor));
      return Answer.DONE;
    });
  }

  private static EventLog.Event event(DeadLetter letter, State to, String actor) {
    return new EventLog.Event(
        "dead_letter",
        letter.consumer(),
        to == State.WAITING ? "DeadLetterRetried" : "DeadLetterDismissed",
        Map.of("seq", letter.seq(), "type", letter.eventType(), "code", letter.code()),
        actor,
        "");
  }

  /// Forgets letters that were settled before that moment.
  public void forget(Instant before) {
    ports.unitOfWork().run(Durability.STEP, () -> ports.letters().forget(before));
  }

  @Override
  public void close() {
    loops.forEach(WakingLoop::close);
  }

  /// What came of a person's wish for a letter.
  public enum Answer {
    DONE,
    UNKNOWN,
    /// It was settled, is waiting already, or is just being brought.
    NOT_NOW
  }

  /// Where the outbox reads and writes.
  public record Stores(
      EventFeed feed,
      EventLog events,
      UnitOfWork unitOfWork,
      Consumers consumers,
      DeadLetters letters) {}
}
