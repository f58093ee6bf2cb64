// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.time.Duration;
import java.util.Optional;

/// A promise as somebody wishes for it: nothing in it is checked yet.
public record PolicyDraft(
    SlaPolicy.Kind kind, Duration target, int warnPercent, SlaPolicy.Moves moves) {
  /// When nothing else is said.
  public static final int WARN_PERCENT = 80;
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(30);

  /// Warned of at 80 %, running from new, standing still while blocked.
  public PolicyDraft(String area, String taskType, Duration target) {
    this(new SlaPolicy.Kind(area, taskType), target, WARN_PERCENT, SlaPolicy.Moves.USUAL);
  }

  Optional<Refusal> refusal() {
    Faults faults = new Faults();
    if (!kind.area().equals(Faults.ANY)) {
      faults.area("area", kind.area());
    }
    if (!kind.taskType().equals(Faults.ANY)) {
      faults.type("task_type", kind.taskType());
    }
    boolean lasts = target.compareTo(SHORTEST) >= 0 && target.compareTo(LONGEST) <= 0;
    return faults
        .check("target", lasts, "SLA_TARGET_WRONG")
        .check("warn_percent", warnPercent >= 1 && warnPercent <= 99, "SLA_WARNING_WRONG")
        .check("start_on", startsOnce(), "SLA_STATES_WRONG")
        .check("stop_on", moves.stop().hasAllThatAreOver(), "SLA_STATES_WRONG")
        .refusal();
  }

  private boolean startsOnce() {
    return !moves.start().states().isEmpty()
        && !moves.start().sharesWith(moves.pause())
        && !moves.start().sharesWith(moves.stop())
        && !moves.pause().sharesWith(moves.stop());
  }
}
