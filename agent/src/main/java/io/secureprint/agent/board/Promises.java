// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Says when a promise is in danger and when it is broken, each once, however many agents look at the
/// same database: the row decides who was first. It knows when the next one is due and asks for
/// nothing before that, or every 5 s where another agent may have added some.
public final class Promises {
  private static final Duration OTHERS = Duration.ofSeconds(5);
  private static final Duration AGAIN = Duration.ofSeconds(5);
  /// Then there are as many again at the next tick.
  private static final int AT_ONCE = 1_000;

  private final UnitOfWork unitOfWork;
  private final SlaRows rows;
  private final BoardEvents events;
  private final InstantSource clock;
  private final Sharing sharing;
  private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

  Promises(
      UnitOfWork unitOfWork,
      SlaRows rows,
      BoardEvents events,
      InstantSource clock,
      Sharing sharing) {
    this.unitOfWork = unitOfWork;
    this.rows = rows;
    this.events = events;
    this.clock = clock;
    this.sharing = sharing;
  }

  /// Something about the clocks is different: the next tick asks.
  void lookAgain() {
    next.set(Instant.MIN);
  }

  /// Looks whether anything is due by now; true when the database was asked. Call it every half
  /// second.
  boolean tick() {
    Instant now = clock.instant();
    if (now.isBefore(next.get())) {
      return false;
    }
    // From here on only brought forward, so that nothing that happens meanwhile is forgotten.
    next.set(Instant.MAX);
    Instant until = now.plus(AGAIN);
    try {
      until = asked(now);
    } finally {
      sooner(until);
    }
    return true;
  }

  private Instant asked(Instant now) {
    int said = 0;
    List<TaskCard> due;
    do {
      due = unitOfWork.call(Durability.STEP, () -> rows.due(now));
      due.forEach(card -> unitOfWork.run(Durability.STEP, () -> say(card, now)));
      said += due.size();
    } while (!due.isEmpty() && said < AT_ONCE);
    Optional<Instant> following = unitOfWork.call(Durability.STEP, rows::nextDue);
    Instant latest = sharing == Sharing.SEVERAL_AGENTS ? now.plus(OTHERS) : Instant.MAX;
    return following.filter(at -> at.isBefore(latest)).orElse(latest);
  }

  private void say(TaskCard card, Instant now) {
    SlaClock promise = card.promise();
    if (promise == null) {
      return;
    }
    if (promise.isLate(now)) {
      if (rows.breach(card.id(), now)) {
        events.promise("SlaBreached", card.task(), promise);
      }
    } else if (rows.warn(card.id(), now)) {
      events.promise("SlaWarned", card.task(), promise);
    }
  }

  private void sooner(Instant at) {
    next.accumulateAndGet(at, (one, other) -> one.isBefore(other) ? one : other);
  }

  /// Who else writes into the same database.
  public enum Sharing {
    NOBODY_ELSE, SEVERAL_AGENTS
  }
}
