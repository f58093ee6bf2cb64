// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The action plans in the database. Every call joins the running unit of work, which must exist.
public interface PlanRows {
  /// Plans of one list.
  int MOST = 200;

  void insert(ActionPlan plan);

  /// The plan and all its items as they are in this revision; the caller has it locked.
  void update(ActionPlan next);

  /// The plan, which nobody else changes until the unit of work ends.
  Optional<ActionPlan> locked(String id);

  Optional<ActionPlan> find(String id);

  /// In one of these states, or in any if there are none; the newest first, at most [#MOST].
  List<ActionPlan> list(Set<ActionPlanState> states);
}
