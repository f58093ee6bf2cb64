// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import java.time.Instant;
import java.util.List;

/// What a definition would have looked at in a time that is over, how often in all, and how often it would
/// have done its actions; `cut` when there was more than could be told.
public record Past(List<Would> told, int seen, int fired, boolean cut) {
  public Past {
    told = List.copyOf(told);
  }

  /// One event or time (then `seq` is 0), and what would have come of it.
  public record Would(long seq, Instant at, Why why) {}
}
