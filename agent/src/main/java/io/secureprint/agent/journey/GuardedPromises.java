// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.access.Permission;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.CalendarDraft;
import io.secureprint.agent.board.PolicyDraft;
import io.secureprint.agent.board.ShopCalendar;
import io.secureprint.agent.board.SlaDesk;
import io.secureprint.agent.board.SlaPolicy;

import java.util.List;

/// The shop's promises as people get to them: the owner alone sees and changes them. What can be
/// refused is told by [SlaDesk], and `PIN_NEEDED` by the guard.
public final class GuardedPromises {
  private final SlaDesk desk;
  private final BoardDoor door;

  GuardedPromises(SlaDesk desk, BoardDoor door) {
    this.desk = desk;
    this.door = door;
  }

  /// The hours that promises are counted by, for whoever sees a clock.
  public ShopCalendar calendar() {
    return desk.calendar();
  }

  /// Everything that is promised, once the owner has said who asks.
  public Answer<Rules> open(String actor) {
    return door.by(
        Permission.SET_PROMISES,
        actor,
        _ -> new Answer.Done<>(new Rules(desk.policies(), desk.calendar())));
  }

  public Answer<SlaPolicy> promise(PolicyDraft draft, String actor) {
    return door.by(Permission.SET_PROMISES, actor, caller -> desk.promise(draft, caller));
  }

  /// Answers with those that hold from now on.
  public Answer<List<SlaPolicy>> withdraw(SlaPolicy policy, String actor) {
    return door.by(
        Permission.SET_PROMISES, actor, caller -> desk.withdraw(policy.id(), caller));
  }

  public Answer<ShopCalendar> keep(CalendarDraft draft, String actor) {
    return door.by(Permission.SET_PROMISES, actor, caller -> desk.keep(draft, caller));
  }

  /// What is promised for tasks that begin now, and the shop's hours.
  public record Rules(List<SlaPolicy> policies, ShopCalendar calendar) {
    public Rules {
      policies = List.copyOf(policies);
    }
  }
}
