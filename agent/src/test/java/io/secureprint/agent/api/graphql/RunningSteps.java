// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import io.secureprint.agent.kernel.UnitOfWork;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// Executions in memory: two steps, a form that wants an amount, and a confirmation.
public final class RunningSteps implements Executions {
  private static final Instant BEGIN = Instant.parse("2026-11-21T05:10:00Z");
  private static final Workflow TRANSFER =
      new Workflow(
          "money-transfer", "Money Transfer", 1,
          List.of(
              new Step("details", "FORM", "Enter Transfer Details", 0, Mode.CLIENT_ONLY, null,
                  () -> Map.of("dataKey", "transferDetails")),
              new Step("confirm", "CONFIRMATION", "Confirm Transfer", 1, Mode.CLIENT_ONLY,
                  Timing.AFTER_STEP, () -> null)));

  private final Map<String, Execution> all = new LinkedHashMap<>();
  private final Map<List<String>, Object> granted = new HashMap<>();

  @Override
  public synchronized Answer<Execution> start(By by, Start start) {
    if (start.workflowId().equals("broken")) {
      throw new IllegalStateException("secret of the inside");
    }
    if (start.workflowId().equals("stuck")) {
      throw new UnitOfWork.Unavailable(new IllegalStateException("secret of the disk"));
    }
    if (!start.workflowId().equals("money-transfer")) {
      return new Answer.Refused<>("WORKFLOW_UNKNOWN", "no published workflow has this id");
    }
    return once(by, Execution.class, () -> {
      String id = "e-" + (all.size() + 1);
      Execution execution =
          new Execution(
              id, "s-" + id, Status.IN_PROGRESS, () -> TRANSFER, by.subject(), start.pageId(),
              "details", () -> context(start), () -> null, null, null, BEGIN, null);
      all.put(id, execution);
      return execution;
    });
  }

  @Override
  public synchronized Answer<StepResult> executeStep(By by, StepInput step) {
    Optional<Execution> execution = find(by.subject(), step.executionId());
    if (execution.isEmpty()) {
      return unknown();
    }
    boolean fits = step.input().get("amount") instanceof Number;
    List<FieldError> errors =
        fits ? List.of() : List.of(new FieldError("amount", "is not a number"));
    return new Answer.Done<>(
        new StepResult(
            fits, step.input(), fits, fits ? null : "FIELDS_WRONG", errors,
            fits ? "confirm" : "details"));
  }

  @Override
  public synchronized Answer<Completion> complete(By by, String executionId) {
    return find(by.subject(), executionId)
        .<Answer<Completion>>map(
            found -> new Answer.Done<>(new Completion(true, Map.of("amount", 5_000), found.id())))
        .orElseGet(RunningSteps::unknown);
  }

  @Override
  public synchronized Answer<Execution> cancel(
      By by, String executionId, @Nullable String reason) {
    return find(by.subject(), executionId)
        .<Answer<Execution>>map(found -> {
          Execution over =
              new Execution(
                  found.id(), found.sessionId(), Status.CANCELLED, () -> TRANSFER, found.userId(),
                  found.pageId(), null, () -> null, () -> null, reason, null, found.startedAt(),
                  BEGIN);
          all.put(found.id(), over);
          return new Answer.Done<>(over);
        })
        .orElseGet(RunningSteps::unknown);
  }

  @Override
  public synchronized Optional<Execution> find(String subject, String executionId) {
    return Optional.ofNullable(all.get(executionId))
        .filter(each -> each.userId().equals(subject));
  }

  @Override
  public synchronized List<Execution> ofUser(
      String subject, @Nullable Status status, int limit) {
    List<Execution> mine =
        new ArrayList<>(
            all.values().stream()
                .filter(each -> each.userId().equals(subject))
                .filter(each -> status == null || each.status() == status)
                .toList());
    return mine.reversed().stream().limit(limit).toList();
  }

  private static Object context(Start start) {
    if (start.pageId().equals("torn")) {
      throw new IllegalArgumentException("secret of the inside");
    }
    return start.initialContext();
  }

  private <T> Answer<T> once(By by, Class<T> type, Supplier<T> work) {
    if (by.commandId() == null) {
      return new Answer.Done<>(work.get());
    }
    List<String> command = List.of(by.subject(), Objects.requireNonNull(by.commandId()));
    return new Answer.Done<>(type.cast(granted.computeIfAbsent(command, _ -> work.get())));
  }

  private static <T> Answer<T> unknown() {
    return new Answer.Refused<>("EXECUTION_UNKNOWN", "there is no such execution");
  }
}
