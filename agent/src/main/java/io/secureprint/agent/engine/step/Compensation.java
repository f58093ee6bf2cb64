// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.definition.ServerCall;
import io.secureprint.agent.engine.definition.StepOrders;
import io.secureprint.agent.engine.definition.StepOrders.Phase;
import io.secureprint.agent.engine.definition.WorkflowStep;
import io.secureprint.agent.kernel.DataPath;
import io.secureprint.agent.kernel.JsonObject;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What has to be undone if it does not end well. It is noted before the server is called, since nobody
/// knows after a crash whether the call came through; a server that refused did nothing. What is done
/// anew after the execution went back is undone as well, each with what was known when it was done. A
/// step that calls its server before and after a question is undone once.
final class Compensation {
  private static final String OWED = "undo.";
  private static final String STEP = "step";
  private static final String AT = "at";
  private static final String BY = "by";
  private static final String KNOWN = "known";
  private static final String LEFT = "left";
  private static final String DONE = "done";
  /// So much of an execution's id tells its branches apart.
  private static final int TAIL = 16;

  private Compensation() {}

  /// Each is noted by itself, since steps run beside each other.
  static void owed(ExecutionData data, StepOrders orders, StepRun run) {
    String name = name(data, orders, run);
    Optional<ServerCall> undo = orders.step().compensation();
    if (undo.isPresent() && data.note(name).isEmpty()) {
      int at = data.notes(OWED).stream().mapToInt(note -> number(note, AT)).max().orElse(0) + 1;
      data.note(
          name,
          JsonObject.of(AT, at)
              .with(STEP, run.settings().members())
              .with(BY, run.stepKey())
              .with(LEFT, undo.get().retry().maxRetries()));
    }
  }

  /// This part of the step did nothing; what another part of it did stays owed.
  static void notOwed(ExecutionData data, StepOrders orders, StepRun run) {
    String name = name(data, orders, run);
    data.note(name)
        .filter(note -> note.text(BY).filter(run.stepKey()::equals).isPresent())
        .ifPresent(_ -> data.forget(name));
  }

  /// The execution goes back, where other answers come in the place of those that are known now.
  static void goesBack(ExecutionData data) {
    JsonObject all = data.all();
    for (String name : data.named(OWED)) {
      data.note(name)
          .filter(note -> note.member(KNOWN).isEmpty())
          .ifPresent(note -> data.note(name, note.with(KNOWN, all.members())));
    }
  }

  /// What was asked for in the background may be found after the execution went back. What is found
  /// after a question is found by its newest answer.
  static void found(ExecutionData data, StepOrders orders, StepRun run, JsonObject found) {
    String name = name(data, orders, run);
    Optional<JsonObject> noted = data.note(name);
    if (orders.phase() == Phase.AFTER) {
      noted.ifPresent(
          note -> data.note(name, note.without(DataPath.of(KNOWN)).with(DONE, run.round())));
      return;
    }
    JsonObject own = JsonObject.of(orders.step().dataKey(), found.members());
    noted
        .filter(note -> note.member(KNOWN).isPresent())
        .ifPresent(
            note ->
                data.note(name, note.with(KNOWN, note.object(KNOWN).merged(own).members())));
  }

  /// What is to be called, the last that was done first.
  static List<Undo> owed(ExecutionData data) {
    return data.named(OWED).stream()
        .flatMap(name -> data.note(name).flatMap(note -> read(name, note, data)).stream())
        .sorted(Comparator.comparingInt(Undo::at).reversed())
        .toList();
  }

  /// It could not be done now, and is tried again. A number that only falls finds room for itself.
  static void again(ExecutionData data, Undo undo) {
    data.note(undo.name())
        .ifPresent(note -> data.note(undo.name(), note.with(LEFT, undo.left() - 1)));
  }

  static void settled(ExecutionData data, Undo undo) {
    data.forget(undo.name());
  }

  /// Different in each round, and in each execution that shares a context. What is called after a
  /// question goes with what was called before it, until it is done: who is asked again is not sent
  /// through the former once more.
  private static String name(ExecutionData data, StepOrders orders, StepRun run) {
    String id = run.executionId();
    String tail = id.substring(Math.max(0, id.length() - TAIL));
    String step = OWED + tail + "/" + orders.step().id() + "/";
    Stream<String> before =
        orders.phase() == Phase.AFTER
            ? data.named(step).stream()
                .filter(name -> data.note(name).filter(note -> isOpen(note, run)).isPresent())
            : Stream.empty();
    return before
        .max(Comparator.comparingInt(name -> at(data, name)))
        .orElse(step + run.round());
  }

  private static int at(ExecutionData data, String name) {
    return data.note(name).map(note -> number(note, AT)).orElse(0);
  }

  private static boolean isOpen(JsonObject note, StepRun run) {
    boolean others = note.text(BY).filter(run.stepKey()::equals).isEmpty();
    boolean done = note.member(DONE).isPresent() && number(note, DONE) != run.round();
    return others && !done;
  }

  private static Optional<Undo> read(String name, JsonObject note, ExecutionData data) {
    WorkflowStep step = StepOrders.of(note.object(STEP)).step();
    JsonObject known = note.member(KNOWN).isPresent() ? note.object(KNOWN) : data.all();
    return step.compensation()
        .map(call -> new Undo(name, number(note, AT), step, call, known, number(note, LEFT)));
  }

  private static int number(JsonObject note, String name) {
    return note.members().get(name) instanceof Number number ? number.intValue() : 0;
  }

  /// A step, the call that undoes it, what that is told, and how often it may still be tried again. `name`
  /// is unique in the execution.
  record Undo(
      String name, int at, WorkflowStep step, ServerCall call, JsonObject known, int left) {}
}
