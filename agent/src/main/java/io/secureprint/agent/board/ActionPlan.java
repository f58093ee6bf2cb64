// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.time.Instant;
import java.util.List;

/// A checklist whose lines become tasks all at once. `revision` begins at 1 and grows with each
/// change of its own; the state of its items follows their tasks.
public record ActionPlan(
    String id,
    String title,
    ActionPlanState state,
    List<PlanItem> items,
    int revision,
    Instant createdAt,
    Instant updatedAt)
    implements Named {
  public ActionPlan {
    items = List.copyOf(items);
  }

  public Progress progress() {
    int done = (int) items.stream().filter(PlanItem::done).count();
    int dropped =
        (int) items.stream().filter(item -> item.taskState() == TaskState.CANCELLED).count();
    return new Progress(done, dropped, items.size());
  }

  ActionPlan in(ActionPlanState next, List<PlanItem> then, Instant now) {
    return new ActionPlan(id, title, next, then, revision + 1, createdAt, now);
  }

  ActionPlan rewritten(PlanDraft draft, Instant now) {
    return new ActionPlan(
        id,
        draft.title(),
        state,
        draft.items().stream().map(PlanItem::new).toList(),
        revision + 1,
        createdAt,
        now);
  }

  /// Of `all` items so many are done, and so many were given up.
  public record Progress(int done, int dropped, int all) {}
}
