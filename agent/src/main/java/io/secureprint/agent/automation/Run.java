// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.kernel.Lifecycle;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What an automation does once. `depth` counts the runs that led to it, one because of the other.
public record Run(
    String id,
    String automationId,
    String correlationId,
    int depth,
    List<Action> actions,
    Progress progress,
    Instant startedAt) {
  public Run {
    actions = List.copyOf(actions);
  }

  Run at(Progress next) {
    return new Run(id, automationId, correlationId, depth, actions, next, startedAt);
  }

  /// How far it has come: `done` actions, `attempts` at the next one that failed, when it goes on, and
  /// what was wrong last.
  public record Progress(
      int done,
      int attempts,
      State state,
      String code,
      String detail,
      Instant wakeAt,
      @Nullable Instant endedAt) {
    private static final int LONGEST = 300;

    public Progress {
      detail = detail.substring(0, Math.min(detail.length(), LONGEST));
    }

    static Progress begun(Instant now) {
      return new Progress(0, 0, State.WAITING, "", "", now, null);
    }

    Progress further(boolean last, Instant now) {
      State next = last ? State.LIFECYCLE.move(state, State.DONE) : state;
      return new Progress(done + 1, 0, next, "", "", now, last ? now : null);
    }

    Progress failed(String why, String words, Instant now) {
      return new Progress(
          done, attempts + 1, State.LIFECYCLE.move(state, State.FAILED), why, words, now, now);
    }

    /// From the action that failed on.
    Progress again(Instant now) {
      return new Progress(done, 0, State.LIFECYCLE.move(state, State.WAITING), "", "", now, null);
    }

    Progress later(String why, String words, Instant again) {
      return new Progress(done, attempts + 1, state, why, words, again, null);
    }
  }

  /// Where it stands.
  public enum State {
    WAITING, DONE, FAILED;

    public static final Lifecycle<State> LIFECYCLE =
        Lifecycle.of("automation run", State.class, WAITING)
            .move(WAITING, DONE, FAILED)
            .move(FAILED, WAITING)
            .build();
  }
}
