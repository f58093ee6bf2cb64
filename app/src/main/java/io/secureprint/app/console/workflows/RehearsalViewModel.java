// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import io.secureprint.agent.authoring.Rehearsal;
import io.secureprint.agent.authoring.Scene;
import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.authoring.Workshop;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The open workflow tried out: what is on the screen is gone through without a customer, servers or
/// paper.
final class RehearsalViewModel {
  private final Workshop workshop;
  private final Background background;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Idle());
  private @Nullable Rehearsal rehearsal;
  private JsonObject typed = JsonObject.EMPTY;
  private WorkflowText text = new WorkflowText(JsonObject.EMPTY);

  RehearsalViewModel(Workshop workshop, Background background) {
    this.workshop = workshop;
    this.background = background;
  }

  /// How the trying stands.
  sealed interface State {
    record Idle() implements State {}

    record Working() implements State {}

    /// There is something to mend before it can be tried.
    record Wrong() implements State {}

    record Failed() implements State {}

    /// `text` is what is tried; `passed` are the ids of the steps that were done.
    record At(WorkflowText text, Scene scene, List<String> passed, JsonObject known)
        implements State {}
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// The last answer, which stays in its fields while it is not taken.
  JsonObject typed() {
    return typed;
  }

  void onBegin(String slug, JsonObject json) {
    text = new WorkflowText(json);
    typed = JsonObject.EMPTY;
    state.set(new State.Working());
    background.run(() -> workshop.rehearse(slug, json), this::begun, this::failed);
  }

  void onEnd() {
    rehearsal = null;
    state.set(new State.Idle());
  }

  void onAnswer(JsonObject values) {
    typed = values;
    go(tried -> tried.answer(values));
  }

  /// What the server says; false where it is no JSON.
  boolean onReply(String json) {
    try {
      onReply(JsonObject.parse(json));
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  void onReply(JsonObject body) {
    go(tried -> tried.reply(body));
  }

  void onSilence() {
    go(Rehearsal::silence);
  }

  void onDecide(boolean yes) {
    go(tried -> tried.decide(yes));
  }

  void onGoOn() {
    go(Rehearsal::goOn);
  }

  private void go(Consumer<Rehearsal> way) {
    Rehearsal tried = rehearsal;
    if (tried == null || state.get() instanceof State.Working) {
      return;
    }
    state.set(new State.Working());
    background.run(
        () -> {
          way.accept(tried);
          return at(tried);
        },
        now -> {
          if (tried.equals(rehearsal)) {
            state.set(now);
          }
        },
        this::failed);
  }

  private void begun(Optional<Rehearsal> begun) {
    rehearsal = begun.orElse(null);
    state.set(begun.map(this::at).orElseGet(State.Wrong::new));
  }

  private State at(Rehearsal tried) {
    return new State.At(text, tried.scene(), tried.passed(), tried.known());
  }

  private void failed() {
    rehearsal = null;
    state.set(new State.Failed());
  }
}
