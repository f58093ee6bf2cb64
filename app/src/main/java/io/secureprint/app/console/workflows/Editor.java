// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import io.secureprint.agent.authoring.Fault;
import io.secureprint.agent.authoring.Known;
import io.secureprint.agent.authoring.NewStep;
import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.authoring.Workshop;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// The text of one workflow under a person's hands: each change at its place, undone where wanted, and
/// looked through behind the person's back.
final class Editor {
  /// Chosen where it is about the workflow as a whole.
  static final int WHOLE = -1;
  private static final int MOST_UNDONE = 100;

  private final Workshop workshop;
  private final Background background;
  private final Deque<WorkflowText> past = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<WorkflowText> text =
      new ReadOnlyObjectWrapper<>(new WorkflowText(JsonObject.EMPTY));
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(WHOLE);
  private final ReadOnlyIntegerWrapper shape = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Looked> looked = new ReadOnlyObjectWrapper<>(Looked.NOTHING);
  private String slug = "";
  /// Where somebody types without having done anything else meanwhile.
  private JsonPath typing = JsonPath.ROOT;
  private boolean looking;
  private boolean again;

  Editor(Workshop workshop, Background background) {
    this.workshop = workshop;
    this.background = background;
  }

  /// Whether the text was looked through.
  enum Sight {
    NOT_YET,
    SEEN,
    FAILED
  }

  /// What was found behind the person's back: what is wrong with the text, and what the chosen step may name.
  record Looked(Sight sight, List<Fault> faults, List<Known> names, List<String> servers) {
    static final Looked NOTHING = new Looked(Sight.NOT_YET, List.of(), List.of(), List.of());

    boolean isSeen() {
      return sight == Sight.SEEN;
    }

    /// What was found before stays on the screen, but nobody may take it for the truth.
    Looked failed() {
      return new Looked(Sight.FAILED, faults, names, servers);
    }

    /// What has to be mended before it can run.
    long wrong() {
      return faults.stream().filter(fault -> !fault.advice()).count();
    }
  }

  ReadOnlyObjectProperty<WorkflowText> text() {
    return text.getReadOnlyProperty();
  }

  /// The index of the chosen step, or [#WHOLE].
  ReadOnlyIntegerProperty chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// Counts the changes after which there are other things to fill in than before.
  ReadOnlyIntegerProperty shape() {
    return shape.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Looked> looked() {
    return looked.getReadOnlyProperty();
  }

  /// Begins with a text.
  void open(String opened, WorkflowText begun) {
    open(opened, begun, begun);
  }

  /// Begins with a text in place of a `former` one, which Undo brings back.
  void open(String opened, WorkflowText begun, WorkflowText former) {
    slug = opened;
    past.clear();
    typing = JsonPath.ROOT;
    if (!former.equals(begun)) {
      past.addLast(former);
    }
    looked.set(Looked.NOTHING);
    text.set(begun);
    choose(begun.steps().isEmpty() ? WHOLE : 0);
  }

  void choose(int index) {
    typing = JsonPath.ROOT;
    chosen.set(Math.clamp(index, WHOLE, text.get().steps().size() - 1));
    reshape();
  }

  /// Something was typed at a place: what there is to fill in stays. What is typed there one letter
  /// after the other is undone as one.
  void type(JsonPath place, UnaryOperator<WorkflowText> change) {
    WorkflowText before = text.get();
    apply(change);
    if (place.equals(typing) && !text.get().equals(before)) {
      past.removeLast();
    }
    typing = place;
    look();
  }

  /// Something came or went: there is something else to fill in.
  void change(UnaryOperator<WorkflowText> change) {
    typing = JsonPath.ROOT;
    apply(change);
    reshape();
  }

  void onAdd(StepKind kind) {
    WorkflowText now = text.get();
    int place = NewStep.place(now, kind.name(), chosen.get());
    apply(before -> before.insert(WorkflowText.STEPS, place, NewStep.of(now, kind.name()).members()));
    choose(place);
  }

  boolean mayRemove() {
    return chosen.get() > WHOLE
        && StepKind.of(text.get().type(chosen.get())).filter(StepKind::prints).isEmpty();
  }

  void onRemove() {
    if (mayRemove()) {
      int index = chosen.get();
      apply(before -> before.remove(WorkflowText.step(index)));
      choose(Math.min(index, text.get().steps().size() - 1));
    }
  }

  boolean mayMove(int by) {
    int to = chosen.get() + by;
    return mayRemove() && to >= 0 && to < text.get().steps().size();
  }

  void onMove(int by) {
    if (mayMove(by)) {
      int from = chosen.get();
      apply(before -> before.move(WorkflowText.STEPS, from, from + by));
      choose(from + by);
    }
  }

  boolean mayUndo() {
    return !past.isEmpty();
  }

  void onUndo() {
    if (mayUndo()) {
      text.set(past.removeLast());
      choose(chosen.get());
    }
  }

  /// Goes to the first thing that is wrong, or says where there is none.
  JsonPath onFault(Fault fault) {
    List<Object> parts = fault.where().parts();
    boolean inStep = parts.size() > 1 && parts.getFirst().equals("steps");
    int index = inStep && parts.get(1) instanceof Integer step ? step : WHOLE;
    boolean discount = fault.where().within(JsonPath.of("config.discount"));
    choose(discount ? text.get().find(StepKind.PRINT_OPTIONS.name()).orElse(WHOLE) : index);
    return fault.where();
  }

  private void apply(UnaryOperator<WorkflowText> change) {
    WorkflowText before = text.get();
    WorkflowText after = change.apply(before);
    if (!after.equals(before)) {
      past.addLast(before);
      if (past.size() > MOST_UNDONE) {
        past.removeFirst();
      }
      text.set(after);
    }
  }

  private void reshape() {
    shape.set(shape.get() + 1);
    look();
  }

  /// Looks through the text once more.
  void onLook() {
    look();
  }

  /// One look at a time: who types fast gets the newest one.
  private void look() {
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    String of = slug;
    JsonObject json = text.get().json();
    int step = chosen.get() == WHOLE ? text.get().steps().size() : chosen.get();
    background.run(
        () ->
            new Looked(
                Sight.SEEN,
                workshop.check(of, json),
                workshop.names(json, step),
                workshop.servers()),
        found -> found(of, found),
        () -> found(of, looked.get().failed()));
  }

  private void found(String of, Looked found) {
    looking = false;
    if (Objects.equals(of, slug) && !again) {
      looked.set(found);
    }
    if (again) {
      again = false;
      look();
    }
  }
}
