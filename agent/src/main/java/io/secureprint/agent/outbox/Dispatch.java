// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.outbox;

import io.secureprint.agent.kernel.EventFeed;
import io.secureprint.agent.kernel.EventFeed.Batch;
import io.secureprint.agent.kernel.EventFeed.Entry;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Tally;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.outbox.DeadLetter.Failure;
import io.secureprint.agent.outbox.DeadLetter.State;
import io.secureprint.agent.outbox.EventConsumer.Guarantee;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Brings one consumer what is there for it. Many events share a unit of work; where one of them is
/// refused they are brought singly, and that one is put aside.
final class Dispatch {
  /// How long the feed is left alone while a number is open.
  static final Duration HELD = Duration.ofMillis(20);

  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
  private static final int MOST = 200;

  private final Ports ports;
  private final EventConsumer consumer;
  private final Settings settings;
  private final InstantSource clock;

  Dispatch(Ports ports, EventConsumer consumer, Settings settings, InstantSource clock) {
    this.ports = ports;
    this.consumer = consumer;
    this.settings = settings;
    this.clock = clock;
  }

  /// Brings all that can be brought now, and returns how long to wait if nobody calls before.
  ///
  /// @throws RuntimeException when the store takes nothing
  Duration drain() {
    Batch batch = read();
    while (!batch.entries().isEmpty()) {
      if (!bring(batch.entries())) {
        return settings.poll();
      }
      batch = read();
    }
    Duration rest = retry();
    return batch.held() && HELD.compareTo(rest) < 0 ? HELD : rest;
  }

  private Batch read() {
    return ports.unitOfWork().call(Durability.STEP, () -> {
      Consumers.Cursor cursor = ports.consumers().cursor(consumer.name());
      return cursor.isOthers(holder())
          ? new Batch(List.of(), false)
          : ports.feed().after(cursor.lastSeq(), MOST);
    });
  }

  private boolean bring(List<Entry> entries) {
    if (consumer.guarantee() == Guarantee.EXACTLY_ONCE) {
      try {
        return accepted(entries);
      } catch (RuntimeException e) {
        LOG.debug("{} events are brought to {} singly", entries.size(), consumer.name(), e);
      }
    }
    for (Entry entry : entries) {
      if (!single(entry)) {
        return false;
      }
    }
    return true;
  }

  private boolean single(Entry entry) {
    try {
      return accepted(List.of(entry));
    } catch (RuntimeException e) {
      LOG.warn("event {} is put aside for {}", entry.seq(), consumer.name(), e);
      return putAside(entry, failure(e));
    }
  }

  /// The place moves first: whoever is not the only one waits there, and then does nothing.
  private boolean accepted(List<Entry> entries) {
    boolean once = consumer.guarantee() == Guarantee.EXACTLY_ONCE;
    if (!once) {
      if (!ports.unitOfWork().call(Durability.STEP, () -> advance(entries, false))) {
        return false;
      }
      entries.forEach(consumer::accept);
    }
    boolean mine = ports.unitOfWork().call(Durability.STEP, () -> {
      boolean moved = advance(entries, true);
      if (moved && once) {
        entries.forEach(consumer::accept);
      }
      return moved;
    });
    if (mine) {
      entries.forEach(entry -> count(entry.event().type(), "processed"));
    }
    return mine;
  }

  private boolean putAside(Entry entry, Failure failure) {
    String type = entry.event().type();
    boolean mine = ports.unitOfWork().call(Durability.STEP, () -> {
      boolean moved = advance(List.of(entry), true);
      if (moved) {
        Instant now = clock.instant();
        ports.letters().insert(
            new DeadLetter(
                consumer.name(), entry.seq(), type, 1, failure.code(), failure.detail(),
                State.WAITING, now, now.plus(settings.pause(1))));
      }
      return moved;
    });
    if (mine) {
      count(type, "retried");
    }
    return mine;
  }

  /// Takes the lease, and moves on behind the events if that is wanted.
  private boolean advance(List<Entry> entries, boolean behind) {
    long from = ports.consumers().cursor(consumer.name()).lastSeq();
    long to = behind ? entries.getLast().seq() : from;
    return from < entries.getFirst().seq()
        && ports.consumers().advance(consumer.name(), from, to, holder());
  }

  /// Tries what is due, and returns when the next one is.
  private Duration retry() {
    List<DeadLetter> waiting =
        ports.unitOfWork().call(
            Durability.STEP, () -> ports.letters().waiting(consumer.name(), MOST));
    Duration rest = settings.poll();
    for (DeadLetter letter : waiting) {
      Duration left = Duration.between(clock.instant(), letter.nextAt());
      if (!left.isPositive()) {
        again(letter);
      } else if (left.compareTo(rest) < 0) {
        rest = left;
      }
    }
    return rest;
  }

  private void again(DeadLetter letter) {
    if (!ports.unitOfWork().call(Durability.STEP, () -> stillOurs(letter))) {
      return;
    }
    try {
      Entry entry = ports.feed().find(letter.seq()).orElseThrow();
      if (consumer.guarantee() == Guarantee.AT_LEAST_ONCE) {
        consumer.accept(entry);
      }
      boolean mine = ports.unitOfWork().call(Durability.STEP, () -> delivered(letter, entry));
      if (mine) {
        count(letter.eventType(), "processed");
      }
    } catch (RuntimeException e) {
      failedAgain(letter, failure(e));
    }
  }

  /// Takes the lease: nobody else tries this letter meanwhile, nor has done so before.
  private boolean stillOurs(DeadLetter letter) {
    long at = ports.consumers().cursor(consumer.name()).lastSeq();
    return ports.consumers().advance(consumer.name(), at, at, holder())
        && ports.letters().find(consumer.name(), letter.seq()).equals(Optional.of(letter));
  }

  private boolean delivered(DeadLetter letter, Entry entry) {
    boolean mine = ports.letters().replace(letter, letter.to(State.DELIVERED, clock.instant()));
    if (mine && consumer.guarantee() == Guarantee.EXACTLY_ONCE) {
      consumer.accept(entry);
    }
    return mine;
  }

  private void failedAgain(DeadLetter letter, Failure failure) {
    boolean over = letter.attempts() + 1 >= settings.attempts();
    Instant next = clock.instant().plus(settings.pause(letter.attempts() + 1));
    DeadLetter failed = letter.failed(failure, over ? State.DEAD : State.WAITING, next);
    boolean mine =
        ports.unitOfWork().call(Durability.STEP, () -> ports.letters().replace(letter, failed));
    if (mine) {
      count(letter.eventType(), over ? "dead" : "retried");
    }
  }

  private Consumers.Holder holder() {
    return new Consumers.Holder(settings.owner(), clock.instant(), settings.lease());
  }

  private void count(String type, String status) {
    ports.processed().count(type, status);
  }

  private static Failure failure(RuntimeException e) {
    String code = e instanceof UnitOfWork.Unavailable ? "STORAGE_FAILED" : "INTERNAL";
    return new Failure(code, e.getClass().getSimpleName());
  }

  /// What the outbox needs of the rest of the agent.
  record Ports(
      EventFeed feed,
      EventLog events,
      UnitOfWork unitOfWork,
      Consumers consumers,
      DeadLetters letters,
      Tally processed) {}

  /// `owner` names this agent among those on one database; a dead one's work is taken over after
  /// `lease`. A refused event is tried `attempts` times in all, the first pause being `firstPause` and
  /// each of the others five times the one before, at most an hour. Without a push the log is looked at
  /// each `poll`.
  record Settings(String owner, Duration lease, int attempts, Duration firstPause, Duration poll) {
    private static final Duration LONGEST = Duration.ofHours(1);

    Settings {
      if (attempts < 1) {
        throw new IllegalArgumentException("attempts: " + attempts);
      }
    }

    static Settings of(String owner) {
      return new Settings(
          owner, Duration.ofSeconds(10), 6, Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    Duration pause(int attempts) {
      Duration pause = firstPause;
      for (int failed = 1; failed < attempts && pause.compareTo(LONGEST) < 0; failed++) {
        pause = pause.multipliedBy(5);
      }
      return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
  }
}
