// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.console.board.BoardHand.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.board.ActionPlan;
import io.secureprint.agent.board.ActionPlanState;
import io.secureprint.agent.board.Refusal;
import io.secureprint.agent.board.TaskState;
import io.secureprint.app.console.board.BoardViewModel.Part;
import io.secureprint.app.console.board.PlansViewModel.Look;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Objects;

final class PlansViewModelTest {
  @TempDir private Path folder;
  private BoardHand hand;
  private PlansViewModel plans;

  @BeforeEach
  void open() {
    hand = new BoardHand(folder, "Ravi");
    plans = hand.model.plans();
    hand.model.onShown(true);
  }

  @AfterEach
  void close() {
    hand.close();
  }

  @Test
  void aPlanIsWrittenChangedAndStartedAsTasks() {
    write("Before Diwali", "Order paper");
    assertThat(plans.look().get()).isEqualTo(Look.READING);
    assertThat(opened().items()).hasSize(1);

    plans.onChange();
    plans.form().add();
    plans.form().lines().getLast().title().set("Photo paper");
    plans.form().add();
    plans.onSave();
    assertThat(opened().items())
        .extracting(item -> item.wish().title())
        .containsExactly("Order paper", "Photo paper");

    plans.onMove(ActionPlanState.ACTIVE);
    assertThat(opened().state()).isEqualTo(ActionPlanState.ACTIVE);
    hand.model.onReload();
    assertThat(hand.titles(TaskState.NEW)).containsExactlyInAnyOrder("Order paper", "Photo paper");
  }

  @Test
  void aPlanWithOpenTasksIsNotArchivedAndAnEmptyOneNotStarted() {
    write("Before Diwali", "Order paper");
    plans.onMove(ActionPlanState.ACTIVE);
    plans.onMove(ActionPlanState.ARCHIVED);
    assertThat(refusal(plans.outcome().get()).code()).isEqualTo("PLAN_TASKS_OPEN");

    write("Nothing yet", "");
    plans.onMove(ActionPlanState.ACTIVE);
    Refusal.NotMoved empty = (Refusal.NotMoved) refusal(plans.outcome().get());
    assertThat(empty.code()).isEqualTo("PLAN_EMPTY");
    assertThat(empty.move().allowed()).containsExactly("active", "archived");
  }

  @Test
  void aLineFollowsItsTask() {
    write("Before Diwali", "Order paper");
    plans.onMove(ActionPlanState.ACTIVE);
    hand.model.onReload();
    hand.model.card().onMove(hand.shown("Order paper"), TaskState.BLOCKED);
    plans.onReload();
    assertThat(opened().items().getFirst().taskState()).isEqualTo(TaskState.BLOCKED);
  }

  @Test
  void aPlanWithoutANameIsNotKept() {
    write(" ", "Order paper");
    assertThat(refusal(plans.outcome().get()).code()).isEqualTo("TASK_TITLE_WRONG");
    assertThat(plans.look().get()).isEqualTo(Look.WRITING);
    plans.onBack();
    assertThat(Objects.requireNonNull(plans.list().get())).isEmpty();
  }

  @Test
  void whatIsHalfWrittenWaitsUntilItIsSavedOrThrownAway() {
    write("Before Diwali", "Order paper");
    plans.onChange();
    plans.form().title().set("Before Holi");
    plans.onWrite();
    plans.form().title().set("Exam season");
    plans.onOpen(Objects.requireNonNull(plans.list().get()).getFirst());
    assertThat(plans.isKept(null)).isTrue();
    assertThat(plans.isKept(opened())).isTrue();

    plans.onChange();
    assertThat(plans.form().title().get()).isEqualTo("Before Holi");
    plans.onSave();
    assertThat(opened().title()).isEqualTo("Before Holi");
    assertThat(plans.isKept(opened())).isFalse();

    plans.onWrite();
    assertThat(plans.form().title().get()).isEqualTo("Exam season");
    plans.onBack();
    plans.onWrite();
    assertThat(plans.form().title().get()).isEmpty();
  }

  @Test
  void whatNobodyHasTypedIsNotKept() {
    write("Before Diwali", "Order paper");
    plans.onChange();
    plans.onPutAway();
    assertThat(plans.isKept(opened())).isFalse();
    plans.onWrite();
    plans.onPutAway();
    assertThat(plans.isKept(null)).isFalse();
  }

  @Test
  void aLineLeadsToItsTaskAndTheTaskBackToItsPlan() {
    write("Before Diwali", "Order paper");
    plans.onMove(ActionPlanState.ACTIVE);
    ActionPlan plan = opened();
    plans.onWrite();
    plans.onTask(Objects.requireNonNull(plan.items().getFirst().taskId()));
    assertThat(hand.model.part().get()).isEqualTo(Part.TASKS);
    OpenCard card = Objects.requireNonNull(hand.model.card().opened().get());
    assertThat(card.card().task().title()).isEqualTo("Order paper");
    hand.model.onPlan(Objects.requireNonNull(card.card().task().origin().planId()));
    assertThat(hand.model.part().get()).isEqualTo(Part.PLANS);
    assertThat(opened().id()).isEqualTo(plan.id());
  }

  @Test
  void aBoardThatCannotBeReadSaysSo() {
    assertThat(plans.failed().get()).isFalse();
    hand.behind.close();
    plans.onReload();
    assertThat(plans.failed().get()).isTrue();
    plans.onFind("a-plan");
    assertThat(refusal(plans.outcome().get()).code()).isEqualTo("INTERNAL");
  }

  private void write(String title, String line) {
    plans.onWrite();
    plans.form().title().set(title);
    plans.form().lines().getFirst().title().set(line);
    plans.onSave();
  }

  private ActionPlan opened() {
    return Objects.requireNonNull(plans.opened().get());
  }
}
