// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import io.secureprint.agent.kernel.Lifecycle;

import java.util.Optional;

/// Where an action plan stands (`workflow.md` 4.4).
public enum ActionPlanState {
  /// Its items are still being written.
  DRAFT,
  /// Its tasks are on the board.
  ACTIVE,
  ARCHIVED;

  public static final Lifecycle<ActionPlanState> LIFECYCLE =
      Lifecycle.of("action_plan", ActionPlanState.class, DRAFT)
          .lowerCase()
          .move(DRAFT, ACTIVE, ARCHIVED)
          .move(ACTIVE, ARCHIVED)
          .build();

  public static Optional<ActionPlanState> find(String word) {
    return LIFECYCLE.find(word);
  }

  /// The name on the wire and in tables.
  public String word() {
    return LIFECYCLE.word(this);
  }
}
