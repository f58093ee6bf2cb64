// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import java.util.List;
import java.util.Locale;

/// An automation as its owner wrote it: when `trigger`, and if `condition` is true (an empty one is),
/// then `actions` in their order.
public record Definition(
    String id, String name, Trigger trigger, String condition, List<Action> actions, Pace pace) {
  public Definition {
    actions = List.copyOf(actions);
    if (!id.matches("[a-z][a-z0-9-]{1,27}")) {
      throw new IllegalArgumentException("not the id of an automation: " + id);
    }
  }

  /// Who did it, as the event log has it.
  public String actor() {
    return "automation:" + id;
  }

  /// What happens when it should run again while it still runs: nothing, or it waits in a line that has
  /// at most `most` runs, the running one counted.
  public record Pace(Mode mode, int most) {
    static final int MOST = 100;

    public Pace {
      if (most < 1 || most > MOST) {
        throw new IllegalArgumentException("runs at a time: " + most);
      }
    }
  }

  /// One at a time: the others are left out, or wait.
  public enum Mode {
    SINGLE, QUEUED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
