// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.engine.Origin;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.WorkflowKind;
import io.secureprint.agent.engine.seal.SealedContexts;
import io.secureprint.agent.engine.shelf.Shelf;
import io.secureprint.agent.engine.step.ExecutionData;
import io.secureprint.agent.engine.step.FinishStep;
import io.secureprint.agent.engine.step.Pace;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Sha256;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.kernel.UnitOfWork;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Executions of programs, on the shop's own engine. A customer's execution has no subject, so that no
/// program finds it here.
public final class EngineExecutions implements Executions {
  private static final int MOST_CONTEXT = 64 << 10;
  private static final int CORRELATION = 32;
  /// Each has a slot for its key, and one program must leave some to the others.
  private static final int MOST_UNDER_WAY = 1_000;

  private final Ports ports;
  private final ExecutionViews views;
  private final Ids ids;
  private final int mostUnderWay;

  public EngineExecutions(Ports ports, Ids ids) {
    this(ports, ids, MOST_UNDER_WAY);
  }

  /// `mostUnderWay` may be under way at once for one subject.
  public EngineExecutions(Ports ports, Ids ids, int mostUnderWay) {
    this.ports = ports;
    this.views = new ExecutionViews(ports);
    this.ids = ids;
    this.mostUnderWay = mostUnderWay;
  }

  @Override
  public Answer<Execution> start(By by, Start start) {
    Optional<Shelf.Running> running =
        ports.shelf().running(start.workflowId())
            .filter(found -> found.workflow().kind() == WorkflowKind.GENERAL);
    if (running.isEmpty()) {
      return refused("WORKFLOW_UNKNOWN", "no published workflow of this id");
    }
    JsonObject context = JsonObject.copy(start.initialContext());
    if (context.bytes().length > MOST_CONTEXT) {
      return refused("CONTEXT_TOO_LARGE", "at most 64 KiB of initialContext");
    }
    String dedupe = "program-" + Sha256.hex(by.subject() + "/" + command(by));
    Optional<String> known = ports.runs().startedBy(dedupe);
    if (known.isEmpty() && ports.runs().underWay(by.subject()) >= mostUnderWay) {
      return refused("EXECUTIONS_TOO_MANY", "at most " + mostUnderWay + " under way at once");
    }
    if (known.isPresent() && !isOf(known.get(), start)) {
      return refused("COMMAND_REUSED", "another execution was started by this commandId");
    }
    String id = known.orElseGet(() -> begin(by, start, running.get(), dedupe));
    return views.of(by.subject(), id)
        .<Answer<Execution>>map(Answer.Done::new)
        .orElseGet(EngineExecutions::unknown);
  }

  private boolean isOf(String executionId, Start start) {
    return ports.engine().find(executionId)
        .filter(found -> found.definition().name().equals(start.workflowId()))
        .filter(found -> found.identity().origin().pageId().equals(start.pageId()))
        .isPresent();
  }

  private String begin(By by, Start start, Shelf.Running running, String dedupe) {
    String id = ids.hex128();
    String correlation =
        by.correlationId().length() == CORRELATION ? by.correlationId() : ids.hex128();
    Origin origin = new Origin(by.subject(), start.pageId(), "");
    io.secureprint.agent.engine.Start beginning =
        new io.secureprint.agent.engine.Start(dedupe, id, correlation, Pace.byProgram(), origin);
    JsonObject context = JsonObject.copy(start.initialContext());
    ports.contexts().open(id);
    boolean first = false;
    try {
      first = ports.unitOfWork().call(Durability.BARRIER, () ->
          ports.engine().start(id, running.definition(), beginning)
              && new ExecutionData(ports.contexts().of(id)).begin(context));
    } finally {
      if (!first) {
        ports.contexts().forget(id);
      }
    }
    return ports.runs().startedBy(dedupe).orElse(id);
  }

  @Override
  public Answer<StepResult> executeStep(By by, StepInput step) {
    Optional<io.secureprint.agent.engine.Execution> found = mine(by.subject(), step.executionId());
    if (found.isEmpty()) {
      return unknown();
    }
    ExecutionStatus status = found.get().status();
    if (status.ended()) {
      // Whoever asks with a command may ask again about the one that ended it.
      return by.commandId() != null && status != ExecutionStatus.COMPLETED
          ? new Answer.Done<>(ProgramSteps.failed(found.get()))
          : refused("EXECUTION_ENDED", "it is " + status);
    }
    String command = command(by) + "/" + step.stepId() + "/" + step.timing();
    return new Answer.Done<>(
        new ProgramSteps(
                ports.engine(), found.get(), ports.contexts().of(step.executionId()), command, by)
            .run(step));
  }

  @Override
  public Answer<Completion> complete(By by, String executionId) {
    Optional<io.secureprint.agent.engine.Execution> found = mine(by.subject(), executionId);
    if (found.isEmpty()) {
      return unknown();
    }
    io.secureprint.agent.engine.Execution execution = found.get();
    if (!execution.status().ended()) {
      boolean last = execution.current().type().equals(Compiler.FINISH) || execution.finalising();
      if (!last) {
        return refused("STEPS_OPEN", "the next step is " + ProgramSteps.next(execution));
      }
      ports.engine().signal(executionId, "complete-" + Sha256.hex(command(by)), Signal.of(FinishStep.COMPLETE));
      await(by, executionId);
    }
    return completed(by, executionId);
  }

  private Answer<Completion> completed(By by, String executionId) {
    io.secureprint.agent.engine.Execution now = mine(by.subject(), executionId).orElseThrow();
    if (now.status() == ExecutionStatus.COMPLETED) {
      JsonObject result = ports.runs().result(executionId).orElse(JsonObject.EMPTY);
      return new Answer.Done<>(new Completion(true, result.members(), executionId));
    }
    return now.status().ended()
        ? new Answer.Done<>(new Completion(false, Map.of("code", String.valueOf(now.position().code())), executionId))
        : refused("STEP_STILL_RUNNING", "ask again in a while");
  }

  @Override
  public Answer<Execution> cancel(By by, String executionId, @Nullable String reason) {
    if (mine(by.subject(), executionId).isEmpty()) {
      return unknown();
    }
    String why = reason == null ? "" : reason;
    ports.engine().cancel(executionId, "CANCELLED_BY_PROGRAM", actor(by), why);
    await(by, executionId);
    return views.of(by.subject(), executionId)
        .map(EngineExecutions::cancelled)
        .orElseGet(EngineExecutions::unknown);
  }

  /// What ended in another way was not cancelled.
  private static Answer<Execution> cancelled(Execution now) {
    return now.status() == Status.COMPLETED || now.status() == Status.FAILED
        ? refused("EXECUTION_ENDED", "it is " + now.status())
        : new Answer.Done<>(now);
  }

  @Override
  public Optional<Execution> find(String subject, String executionId) {
    return views.of(subject, executionId);
  }

  @Override
  public List<Execution> ofUser(String subject, @Nullable Status status, int limit) {
    return ports.runs().of(subject, status == null ? null : status.name(), limit).stream()
        .flatMap(id -> views.of(subject, id).stream())
        .toList();
  }

  private Optional<io.secureprint.agent.engine.Execution> mine(String subject, String executionId) {
    return ports.engine().find(executionId)
        .filter(found -> found.identity().origin().subject().equals(subject));
  }

  private void await(By by, String executionId) {
    var _ = by.patience().until(ports.engine(), executionId, now -> now.status().ended());
  }

  private String command(By by) {
    String given = by.commandId();
    return given == null ? ids.hex128() : given;
  }

  private static String actor(By by) {
    return by.subject().substring(0, Math.min(by.subject().length(), 40));
  }

  private static <T> Answer<T> unknown() {
    return refused("EXECUTION_UNKNOWN", "no execution of this id");
  }

  private static <T> Answer<T> refused(String code, String words) {
    return new Answer.Refused<>(code, words);
  }

  /// What it needs of the rest of the agent.
  public record Ports(
      Engine engine, Shelf shelf, SealedContexts contexts, Runs runs, UnitOfWork unitOfWork) {}
}
