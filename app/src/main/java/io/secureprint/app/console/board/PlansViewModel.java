// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.ActionPlan;
import io.secureprint.agent.board.ActionPlanState;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.PlanDraft;
import io.secureprint.agent.journey.GuardedPlans;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The action plans, the one that is looked at, and the draft that is being written.
final class PlansViewModel {
  private final GuardedPlans plans;
  private final String actor;
  private final Background background;
  private final Wishing wishing;
  private final PlanForm form = new PlanForm();
  private final ReadOnlyObjectWrapper<@Nullable List<ActionPlan>> list =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ActionPlan> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(Look.READING);
  private boolean failed;
  private boolean asking;
  private boolean stale;

  /// Whether the plan at the right is read, written anew or changed.
  enum Look {
    READING, WRITING, CHANGING
  }

  PlansViewModel(GuardedPlans plans, String actor, Background background) {
    this.plans = plans;
    this.actor = actor;
    this.background = background;
    this.wishing = new Wishing(background);
  }

  /// The newest first; null until they have been read.
  ReadOnlyObjectProperty<@Nullable List<ActionPlan>> list() {
    return list.getReadOnlyProperty();
  }

  /// Whether the last reading failed.
  boolean isFailed() {
    return failed;
  }

  ReadOnlyObjectProperty<@Nullable ActionPlan> opened() {
    return opened.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Look> look() {
    return look.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Outcome> outcome() {
    return wishing.outcome();
  }

  PlanForm form() {
    return form;
  }

  void onReload() {
    stale = asking;
    if (!asking) {
      asking = true;
      background.run(plans::list, this::took, this::failed);
    }
  }

  void onOpen(ActionPlan plan) {
    wishing.forget();
    look.set(Look.READING);
    opened.set(plan);
  }

  /// Opens the plan of this id, if there is one.
  void onFind(String id) {
    background.run(
        () -> plans.find(id), found -> found.ifPresent(this::onOpen), this::failed);
  }

  void onWrite() {
    wishing.forget();
    opened.set(null);
    form.load(new PlanDraft("", List.of()));
    look.set(Look.WRITING);
  }

  void onChange() {
    ActionPlan plan = opened.get();
    if (plan != null && plan.state() == ActionPlanState.DRAFT) {
      wishing.forget();
      form.load(
          new PlanDraft(
              plan.title(), plan.items().stream().map(item -> item.wish()).toList()));
      look.set(Look.CHANGING);
    }
  }

  void onBack() {
    wishing.forget();
    look.set(Look.READING);
  }

  void onSave() {
    ActionPlan plan = opened.get();
    PlanDraft draft = form.draft();
    wishing.ask(
        () ->
            plan == null || look.get() == Look.WRITING
                ? plans.create(draft, actor)
                : plans.rewrite(plan, draft, actor),
        this::done);
  }

  void onMove(ActionPlanState to) {
    ActionPlan plan = opened.get();
    if (plan != null) {
      wishing.ask(() -> moved(plan, to), this::done);
    }
  }

  private Answer<ActionPlan> moved(ActionPlan plan, ActionPlanState to) {
    return plans.move(plan, to, actor);
  }

  private Outcome done(ActionPlan plan) {
    look.set(Look.READING);
    opened.set(plan);
    onReload();
    return new Outcome.Nothing();
  }

  private void took(List<ActionPlan> read) {
    failed = false;
    ActionPlan present = opened.get();
    if (present != null) {
      read.stream()
          .filter(plan -> plan.id().equals(present.id()))
          .findFirst()
          .ifPresent(opened::set);
    }
    list.set(read);
    asked();
  }

  private void failed() {
    failed = true;
    list.set(List.of());
    asked();
  }

  private void asked() {
    asking = false;
    if (stale) {
      onReload();
    }
  }
}
