// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.ActionPlan;
import io.secureprint.agent.board.ActionPlanState;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.PlanDraft;
import io.secureprint.agent.journey.GuardedPlans;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// The action plans, the one that is looked at, and the draft that is being written. A draft that is
/// put away half written is kept until somebody saves it or throws it away.
final class PlansViewModel {
  private static final PlanDraft EMPTY = new PlanDraft("", List.of());

  private final GuardedPlans plans;
  private final String actor;
  private final Background background;
  private final Consumer<String> tasks;
  private final Wishing wishing;
  private final PlanForm form = new PlanForm();
  private final Map<String, PlanDraft> kept = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable List<ActionPlan>> list =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ActionPlan> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(Look.READING);
  private @Nullable ActionPlan changing;
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
  private boolean asking;
  private boolean stale;
  private boolean closed;

  /// Whether the plan at the right is read, written anew or changed.
  enum Look {
    READING, WRITING, CHANGING
  }

  /// @param tasks shows the task of an id
  PlansViewModel(
      GuardedPlans plans, String actor, Background background, Consumer<String> tasks) {
    this.plans = plans;
    this.tasks = tasks;
    this.actor = actor;
    this.background = background;
    this.wishing = new Wishing(background);
  }

  /// The newest first; null until they have been read.
  ReadOnlyObjectProperty<@Nullable List<ActionPlan>> list() {
    return list.getReadOnlyProperty();
  }

  /// Whether the last reading failed.
  ReadOnlyBooleanProperty failed() {
    return failed.getReadOnlyProperty();
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
    if (!asking && !closed) {
      asking = true;
      background.run(plans::list, this::took, this::missed);
    }
  }

  /// Nothing is read any more.
  void close() {
    closed = true;
  }

  void onOpen(ActionPlan plan) {
    onPutAway();
    opened.set(plan);
  }

  /// Opens the plan of this id, if there is one.
  void onFind(String id) {
    background.run(
        () -> plans.find(id), found -> found.ifPresent(this::onOpen), wishing::fail);
  }

  /// Whether a half-written draft of this plan waits; null is the plan that is new.
  boolean isKept(@Nullable ActionPlan plan) {
    return kept.containsKey(key(plan));
  }

  /// Shows the task of a line.
  void onTask(String id) {
    tasks.accept(id);
  }

  void onWrite() {
    onPutAway();
    opened.set(null);
    write(null, EMPTY, Look.WRITING);
  }

  void onChange() {
    ActionPlan plan = opened.get();
    if (plan != null && plan.state() == ActionPlanState.DRAFT) {
      onPutAway();
      write(plan, written(plan), Look.CHANGING);
    }
  }

  /// What is being written is kept as it is, for later.
  void onPutAway() {
    wishing.forget();
    if (look.get() != Look.READING) {
      ActionPlan plan = changing;
      PlanDraft draft = form.draft();
      if (!draft.equals(plan == null ? EMPTY : written(plan))) {
        kept.put(key(plan), draft);
      }
      look.set(Look.READING);
    }
  }

  /// What was written is thrown away.
  void onBack() {
    wishing.forget();
    look.set(Look.READING);
  }

  void onSave() {
    ActionPlan plan = changing;
    PlanDraft draft = form.draft();
    wishing.ask(
        () -> plan == null ? plans.create(draft, actor) : plans.rewrite(plan, draft, actor),
        saved -> {
          kept.remove(key(plan));
          if (Objects.equals(plan, changing)) {
            look.set(Look.READING);
          }
          return done(saved);
        });
  }

  /// Whether a plan is being written that is nowhere but on the screen.
  boolean hasUnsaved() {
    PlanDraft draft = form.draft();
    return look.get() != Look.READING && !(draft.title().isEmpty() && draft.items().isEmpty());
  }

  void onMove(ActionPlanState to) {
    ActionPlan plan = opened.get();
    if (plan != null) {
      wishing.ask(() -> moved(plan, to), this::done);
    }
  }

  private void write(@Nullable ActionPlan plan, PlanDraft before, Look how) {
    PlanDraft waits = kept.remove(key(plan));
    changing = plan;
    form.load(waits == null ? before : waits);
    look.set(how);
  }

  private static String key(@Nullable ActionPlan plan) {
    return plan == null ? "" : plan.id();
  }

  private static PlanDraft written(ActionPlan plan) {
    return new PlanDraft(plan.title(), plan.items().stream().map(item -> item.wish()).toList());
  }

  private Answer<ActionPlan> moved(ActionPlan plan, ActionPlanState to) {
    return plans.move(plan, to, actor);
  }

  private Outcome done(ActionPlan plan) {
    onPutAway();
    opened.set(plan);
    onReload();
    return new Outcome.Nothing();
  }

  private void took(List<ActionPlan> read) {
    failed.set(false);
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

  private void missed() {
    failed.set(true);
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
