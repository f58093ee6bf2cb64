// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.util.List;

/// The tasks in one state, as far as they were read: `all` is how many there are.
public record TaskColumn(TaskState state, List<TaskCard> cards, long all) {
  public TaskColumn {
    cards = List.copyOf(cards);
  }

  /// How many more there are than were read.
  public long more() {
    return Math.max(0, all - cards.size());
  }
}
