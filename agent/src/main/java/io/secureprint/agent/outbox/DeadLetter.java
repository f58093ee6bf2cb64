// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.outbox;

import io.secureprint.agent.kernel.Lifecycle;

import java.time.Instant;

/// An event that a consumer could not do anything with: how often it was tried, what was wrong last
/// (a code, and the kind of the failure; never its words, which may quote somebody), since when, and
/// when it is tried next.
public record DeadLetter(
    String consumer,
    long seq,
    String eventType,
    int attempts,
    String code,
    String detail,
    State state,
    Instant since,
    Instant nextAt) {
  private static final int LONGEST_DETAIL = 200;

  public DeadLetter {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts of a dead letter: " + attempts);
    }
    detail = detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
  }

  DeadLetter to(State next, Instant at) {
    State allowed = State.LIFECYCLE.move(state, next);
    return new DeadLetter(consumer, seq, eventType, attempts, code, detail, allowed, since, at);
  }

  /// Tried once more, and failed again.
  DeadLetter failed(Failure failure, State next, Instant at) {
    State allowed = next == state ? state : State.LIFECYCLE.move(state, next);
    return new DeadLetter(
        consumer, seq, eventType, attempts + 1, failure.code(), failure.detail(), allowed, since, at);
  }

  /// What was wrong.
  record Failure(String code, String detail) {}

  /// Where it stands.
  public enum State {
    /// Is tried again by itself.
    WAITING,
    /// Given up; a person decides.
    DEAD,
    /// Arrived after all.
    DELIVERED,
    /// A person has said that it does not matter.
    DISMISSED;

    public static final Lifecycle<State> LIFECYCLE =
        Lifecycle.of("dead letter", State.class, WAITING)
            .move(WAITING, DELIVERED, DEAD, DISMISSED)
            .move(DEAD, WAITING, DISMISSED)
            .build();
  }
}
