// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static io.secureprint.agent.store.BoardShop.ASHA;
import static io.secureprint.agent.store.BoardShop.AT_ONCE;
import static io.secureprint.agent.store.BoardShop.PARTNER;
import static io.secureprint.agent.store.BoardShop.done;
import static io.secureprint.agent.store.BoardShop.draft;
import static io.secureprint.agent.store.BoardShop.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.board.ActionPlan;
import io.secureprint.agent.board.ActionPlanState;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.PlanDesk;
import io.secureprint.agent.board.PlanDraft;
import io.secureprint.agent.board.PlanItem;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.Refusal;
import io.secureprint.agent.board.TaskDraft;
import io.secureprint.agent.board.TaskQuery;
import io.secureprint.agent.board.TaskState;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Checklists that become tasks.
@OnBothDatabases
final class PlanDeskTest extends OpenBoard {
  private static final PlanItem.Wish PAPER =
      new PlanItem.Wish("Order paper", "refill_paper", Priority.HIGH, "back");
  private static final PlanItem.Wish LOOK =
      new PlanItem.Wish("Look at the samples", "review", Priority.NORMAL, "front");
  private static final PlanDraft DIWALI = new PlanDraft("Diwali", List.of(PAPER, LOOK));

  @Test
  void anActivatedPlanPutsItsItemsOnTheBoard() {
    ActionPlan plan = done(shop.board.plans().create(DIWALI, ASHA));
    assertThat(shop.board.plans().find(plan.id())).contains(plan);
    ActionPlan active = done(shop.board.plans().activate(plan.id(), ASHA.within("corr-7")));
    assertThat(active.items()).extracting(PlanItem::wish).containsExactly(PAPER, LOOK);
    assertThat(active.progress()).isEqualTo(new ActionPlan.Progress(0, 0, 2));
    assertThat(shop.events(plan.id()))
        .containsExactly("ActionPlanCreated Asha", "ActionPlanActivated Asha");
    assertThat(shop.strings("select distinct type from event where correlation_id = 'corr-7'"))
        .containsExactlyInAnyOrder("TaskCreated", "ActionPlanActivated");

    var mine = new TaskQuery.Filter(Set.of(), null, null, null, plan.id(), "");
    assertThat(shop.board.tasks().list(new TaskQuery(mine, TaskQuery.Order.NEWEST, null, 10)))
        .extracting(card -> card.task().title() + " " + card.task().priority())
        .containsExactlyInAnyOrder("Order paper HIGH", "Look at the samples NORMAL");
    assertThat(shop.board.tasks().find(task(active, 1)).orElseThrow().promise())
        .as("a review is promised")
        .isNotNull();
  }

  @Test
  void theChecklistFollowsItsTasks() {
    ActionPlan plan = active();
    shop.move(task(plan, 0), TaskState.IN_PROGRESS);
    shop.move(task(plan, 0), TaskState.COMPLETED);
    ActionPlan half = shop.board.plans().find(plan.id()).orElseThrow();
    assertThat(half.progress()).isEqualTo(new ActionPlan.Progress(1, 0, 2));
    Refusal open = refused(shop.board.plans().archive(plan.id(), ASHA));
    assertThat(open.code()).isEqualTo("PLAN_TASKS_OPEN");
    assertThat(shop.board.plans().moves(plan.id()).getFirst().objections().getFirst().figures())
        .containsEntry("open", 1L);

    shop.move(task(plan, 1), TaskState.CANCELLED);
    ActionPlan archived = done(shop.board.plans().archive(plan.id(), ASHA));
    assertThat(archived.progress()).isEqualTo(new ActionPlan.Progress(1, 1, 2));
    assertThat(shop.board.plans().find(plan.id())).contains(archived);
    assertThat(refused(shop.board.plans().activate(plan.id(), ASHA)).code())
        .isEqualTo("INVALID_TRANSITION");
    assertThat(shop.board.plans().list(Set.of(ActionPlanState.ACTIVE))).isEmpty();
    assertThat(shop.board.plans().list(Set.of())).containsExactly(archived);
  }

  @Test
  void aDraftIsWrittenAnewUntilItIsActive() {
    ActionPlan plan = done(shop.board.plans().create(new PlanDraft("Holi", List.of()), ASHA));
    assertThat(refused(shop.board.plans().activate(plan.id(), ASHA)).code()).isEqualTo("PLAN_EMPTY");
    ActionPlan better = done(shop.board.plans().rewrite(plan.id(), DIWALI, ASHA.having(1)));
    assertThat(shop.board.plans().find(plan.id())).contains(better);
    assertThat(refused(shop.board.plans().rewrite(plan.id(), DIWALI, ASHA.having(1))).code())
        .isEqualTo("CHANGED_MEANWHILE");
    done(shop.board.plans().activate(plan.id(), ASHA));
    assertThat(refused(shop.board.plans().rewrite(plan.id(), DIWALI, ASHA)).code())
        .isEqualTo("PLAN_NOT_DRAFT");
  }

  @Test
  void aPlanIsActivatedOnceHoweverManyWishForIt() {
    ActionPlan plan = done(shop.board.plans().create(DIWALI, PARTNER.once("new")));
    List<CompletableFuture<Answer<ActionPlan>>> all = new ArrayList<>();
    for (int who = 0; who < 4; who++) {
      all.add(
          CompletableFuture.supplyAsync(
              () -> shop.board.plans().activate(plan.id(), PARTNER.once("go")), AT_ONCE));
    }
    all.forEach(each -> done(each.join()));
    assertThat(shop.strings("select id from task")).hasSize(2);
    assertThat(refused(shop.board.plans().activate(plan.id(), ASHA)).code())
        .isEqualTo("INVALID_TRANSITION");
  }

  @Test
  void aTaskJoinsAnActivePlanOnly() {
    ActionPlan plan = active();
    TaskDraft more = joining(plan.id());
    done(shop.board.tasks().create(more, ASHA));
    assertThat(refused(shop.board.plans().archive(plan.id(), ASHA)).code())
        .isEqualTo("PLAN_TASKS_OPEN");
    ActionPlan draft = done(shop.board.plans().create(DIWALI, ASHA));
    assertThat(refused(shop.board.tasks().create(joining(draft.id()), ASHA)))
        .isEqualTo(new Refusal.Conflict("PLAN_NOT_ACTIVE"));
    assertThat(refused(shop.board.tasks().create(joining("nobody"), ASHA)))
        .isEqualTo(new Refusal.Unknown("PLAN_UNKNOWN"));
  }

  @Test
  void whatDoesNotFitIsRefusedItemByItem() {
    PlanDraft wrong =
        new PlanDraft(
            " ", List.of(PAPER, new PlanItem.Wish("", "Bad Type", Priority.LOW, "a\tb")));
    assertThat(refused(shop.board.plans().create(wrong, ASHA)))
        .isInstanceOfSatisfying(
            Refusal.Wrong.class,
            why ->
                assertThat(why.faults())
                    .extracting(Refusal.Fault::field)
                    .containsExactly(
                        "title", "items[1].title", "items[1].task_type", "items[1].area"));
    PlanDraft endless =
        new PlanDraft("x", Collections.nCopies(PlanDesk.MOST_ITEMS + 1, PAPER));
    assertThat(refused(shop.board.plans().create(endless, ASHA)).code()).isEqualTo("PLAN_TOO_LONG");
    assertThat(refused(shop.board.plans().archive("nobody", ASHA)).code()).isEqualTo("PLAN_UNKNOWN");
    assertThat(shop.board.plans().moves("nobody")).isEmpty();
    assertThat(shop.strings("select id from action_plan")).isEmpty();
  }

  private ActionPlan active() {
    ActionPlan plan = done(shop.board.plans().create(DIWALI, ASHA));
    return done(shop.board.plans().activate(plan.id(), ASHA));
  }

  private static TaskDraft joining(String planId) {
    TaskDraft plain = draft("clear_jam", "One more");
    return new TaskDraft(
        plain.type(), plain.area(), plain.priority(), plain.title(), null, null,
        new TaskDraft.Links(planId, null, null));
  }

  private static String task(ActionPlan plan, int item) {
    return Objects.requireNonNull(plan.items().get(item).taskId());
  }
}
