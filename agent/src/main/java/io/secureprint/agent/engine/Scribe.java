// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import io.secureprint.agent.engine.Engine.Ports;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Writes what becomes of executions: each beginning and each move is one unit of work, with its rows and
/// its event.
final class Scribe {
  private final Ports ports;
  private final Clock clock;
  private final Ids ids;
  private final List<ExecutionWatch> watches = new CopyOnWriteArrayList<>();

  Scribe(Ports ports, Clock clock, Ids ids) {
    this.ports = ports;
    this.clock = clock;
    this.ids = ids;
  }

  void follow(ExecutionWatch watch) {
    watches.add(watch);
  }

  /// Ids of executions grow with time, by their first 48 bits (in milliseconds, as those of RFC 9562's
  /// version 7 do): what is written at the same time then stands on the same pages of every index. The
  /// rest is random, and nobody guesses it.
  String newId() {
    return HexFormat.of().toHexDigits(clock.millis(), 12) + ids.hex128().substring(12);
  }

  /// False when the dedupe key was used before.
  boolean begin(String id, WorkflowDefinition definition, Start start, Consumer<String> dispatch) {
    Execution.Identity identity =
        new Execution.Identity(
            id, definition, start.sessionId(), start.correlationId(), clock.instant(), start.origin());
    Execution execution =
        new Execution(
            identity,
            ExecutionStatus.LIFECYCLE.move(ExecutionStatus.PENDING, ExecutionStatus.IN_PROGRESS),
            Position.first(),
            start.facts(),
            0);
    return ports.unitOfWork().call(Durability.STEP, () -> {
      if (!ports.journal().insert(execution, start.dedupeKey())) {
        return false;
      }
      tell(execution, "WorkflowStarted", Map.of());
      ports.unitOfWork().afterCommit(() -> dispatch.accept(id));
      return true;
    });
  }

  void cancelAsked(Execution execution, String actor, String reason) {
    Map<String, String> payload =
        Map.of("workflow", execution.definition().name(), "reason", reason);
    append(execution, "WorkflowCancelAsked", actor, payload);
  }

  /// Where an execution stands that has not ended. A step that is to begin has begun with it.
  Optional<Standing> standing(String executionId) {
    return ports
        .journal()
        .owned(executionId)
        .filter(execution -> !execution.status().ended())
        .map(this::standing);
  }

  private Standing standing(Execution execution) {
    Position position = execution.position();
    boolean cutOff = !position.waiting() && position.begunAt() != null;
    Optional<Journal.Kept> signal = ports.journal().nextSignal(execution.id());
    Standing found = new Standing(execution, signal, cutOff, clock.instant());
    if (!found.begins() || cutOff) {
      return found;
    }
    Execution begun = execution.at(position.begun(found.now()));
    update(begun);
    return new Standing(begun, signal, false, found.now());
  }

  /// Writes what one step came to and, where the next begins at once, its beginning.
  void write(Move move, Consumer<String> dispatch) {
    boolean ended = move.next().status().ended();
    boolean alone = move.next().identity().origin().parentId().isEmpty();
    Durability durability = ended && alone ? Durability.BARRIER : Durability.STEP;
    ports.unitOfWork().run(durability, () -> {
      if (move.commandId() != null) {
        ports.journal().signalHandled(move.before().id(), move.commandId());
      }
      if (!move.next().equals(move.before())) {
        moved(move, dispatch);
      }
    });
  }

  private void update(Execution next) {
    if (!ports.journal().update(next)) {
      throw new IllegalStateException("two writers of execution " + next.id());
    }
  }

  private void moved(Move move, Consumer<String> dispatch) {
    Execution next = move.next();
    update(next);
    String status = move.stepStatus();
    if (status != null) {
      String step = move.before().current().key();
      ports.journal().stepEnded(next.id(), move.stepEnd(status, clock.instant()));
      ports.unitOfWork().afterCommit(() -> watches.forEach(each -> each.stepEnded(next, status)));
      tell(
          next,
          next.status().ended() ? "WorkflowEnded" : "StepEnded",
          Map.of("step", step, "stepStatus", status, "status", next.status().name()));
    }
    move.branches().forEach(branch -> branch(move, branch, dispatch));
    if (next.finalising() && !move.before().finalising()) {
      ports.journal().openBranches(next.id()).forEach(branch -> cancel(branch, next, dispatch));
    }
    if (next.status().ended()) {
      tellParent(next, dispatch);
      tellWatches(next);
    }
  }

  private void tellWatches(Execution ended) {
    if (ended.identity().origin().parentId().isEmpty()) {
      Duration took = Duration.between(ended.identity().startedAt(), clock.instant());
      ports.unitOfWork().afterCommit(() -> watches.forEach(each -> each.ended(ended, took)));
    }
  }

  private void branch(Move move, WorkflowDefinition branch, Consumer<String> dispatch) {
    Execution parent = move.next();
    String id = newId();
    Start start =
        new Start(
            "branch-" + id,
            parent.identity().sessionId(),
            parent.correlationId(),
            Facts.NONE,
            Origin.parent(parent.id(), move.before().current().key()));
    begin(id, branch, start, dispatch);
  }

  /// What runs beside an execution does not outlive it.
  private void cancel(String branch, Execution ending, Consumer<String> dispatch) {
    String code = Objects.requireNonNullElse(ending.position().code(), "SESSION_CANCELLED");
    if (ports.journal().insertSignal(branch, Signal.CANCEL, Signal.cancel(code))) {
      ports.unitOfWork().afterCommit(() -> dispatch.accept(branch));
    }
  }

  private void tellParent(Execution ended, Consumer<String> dispatch) {
    String parent = ended.identity().origin().parentId();
    if (!parent.isEmpty()) {
      Signal signal = new Signal(Signal.BRANCH, Facts.of("status", ended.status().name()));
      ports.journal().insertSignal(parent, ended.id(), signal);
      ports.unitOfWork().afterCommit(() -> dispatch.accept(parent));
    }
  }

  /// What runs beside an execution is a part of it and has no events of its own.
  private void tell(Execution next, String type, Map<String, String> more) {
    if (next.identity().origin().parentId().isEmpty()) {
      Map<String, String> payload = new HashMap<>(more);
      payload.put("workflow", next.definition().name());
      append(next, type, "agent", payload);
    }
  }

  private void append(Execution next, String type, String actor, Map<String, String> payload) {
    ports.events().append(
        new EventLog.Event("execution", next.id(), type, payload, actor, next.correlationId()));
  }
}
