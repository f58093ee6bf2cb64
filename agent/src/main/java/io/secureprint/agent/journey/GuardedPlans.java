// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.access.Permission;
import io.secureprint.agent.board.ActionPlan;
import io.secureprint.agent.board.ActionPlanState;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.PlanDesk;
import io.secureprint.agent.board.PlanDraft;
import io.secureprint.agent.kernel.GuardedLifecycle.Choice;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The action plans as people get to them. What can be refused is told by [PlanDesk], and
/// `PIN_NEEDED` by the guard.
public final class GuardedPlans {
  private final PlanDesk desk;
  private final BoardDoor door;

  GuardedPlans(PlanDesk desk, BoardDoor door) {
    this.desk = desk;
    this.door = door;
  }

  /// The newest first, at most 200.
  public List<ActionPlan> list() {
    return desk.list(Set.of());
  }

  public Optional<ActionPlan> find(String id) {
    return desk.find(id);
  }

  /// Every way that a plan could go now, each with what stands against it.
  public List<Choice<ActionPlanState>> moves(String id) {
    return desk.moves(id);
  }

  public Answer<ActionPlan> create(PlanDraft draft, String actor) {
    return door.by(Permission.MAKE_PLANS, actor, caller -> desk.create(draft, caller));
  }

  public Answer<ActionPlan> rewrite(ActionPlan seen, PlanDraft draft, String actor) {
    return door.by(
        Permission.MAKE_PLANS,
        actor,
        caller -> desk.rewrite(seen.id(), draft, caller.having(seen.revision())));
  }

  public Answer<ActionPlan> move(ActionPlan seen, ActionPlanState to, String actor) {
    return door.by(
        Permission.MAKE_PLANS,
        actor,
        caller -> desk.transition(seen.id(), to, caller.having(seen.revision())));
  }
}
