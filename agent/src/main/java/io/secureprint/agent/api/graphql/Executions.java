// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// Executions that programs run, each of which belongs to the subject of a key. Whatever belongs to
/// another subject, or to a customer, is not there: it is refused as `EXECUTION_UNKNOWN`. Values are
/// those of JSON: maps, lists, texts, numbers, truth values and null.
public interface Executions {
  Answer<Execution> start(By by, Start start);

  Answer<StepResult> executeStep(By by, StepInput step);

  /// Maps the context and makes the final call.
  Answer<Completion> complete(By by, String executionId);

  /// `reason` is a person's line or missing.
  Answer<Execution> cancel(By by, String executionId, @Nullable String reason);

  Optional<Execution> find(String subject, String executionId);

  /// Newest first, in one status or all; `limit` is 1 to 100.
  List<Execution> ofUser(String subject, @Nullable Status status, int limit);

  /// Who wants it, and by which command: one that was carried out before is answered as it was then.
  /// `correlationId` marks what comes of it; nobody is kept waiting longer than `patience`.
  record By(
      String subject, @Nullable String commandId, String correlationId, Patience patience) {}

  /// `workflowId` names a published definition, `pageId` where it was opened.
  record Start(String workflowId, String pageId, Map<String, @Nullable Object> initialContext) {}

  /// An answer to a step, or only its trigger.
  record StepInput(
      String executionId, String stepId, Map<String, @Nullable Object> input, Timing timing) {}

  /// An execution as its owner sees it. What is dear to read is read when somebody wants it.
  record Execution(
      String id,
      String sessionId,
      Status status,
      Supplier<Workflow> workflow,
      String userId,
      String pageId,
      @Nullable String currentStepId,
      Supplier<@Nullable Object> context,
      Supplier<@Nullable Object> result,
      @Nullable String error,
      @Nullable Instant expiresAt,
      Instant startedAt,
      @Nullable Instant completedAt) {}

  /// The definition by which it runs.
  record Workflow(String id, String name, int version, List<Step> steps) {
    public Workflow {
      steps = List.copyOf(steps);
    }
  }

  /// One of its steps; `config` is for who shows it.
  record Step(
      String id,
      String type,
      String label,
      int order,
      Mode executionMode,
      @Nullable Timing triggerTiming,
      Supplier<@Nullable Object> config) {}

  /// What came of a step. Where `shouldProceed` is false it has to be answered again.
  record StepResult(
      boolean success,
      @Nullable Object result,
      boolean shouldProceed,
      @Nullable String error,
      List<FieldError> fieldErrors,
      @Nullable String nextStepId) {
    public StepResult {
      fieldErrors = List.copyOf(fieldErrors);
    }
  }

  /// What is wrong with one field of an input.
  record FieldError(String field, String message) {}

  /// What an execution ended with.
  record Completion(boolean success, @Nullable Object result, String executionId) {}

  /// Done, or refused with a code of the shop's table and words for people.
  sealed interface Answer<T> {
    record Done<T>(T value) implements Answer<T> {}

    record Refused<T>(String code, String words) implements Answer<T> {}
  }

  /// Where an execution stands.
  enum Status {
    PENDING, IN_PROGRESS, COMPLETED, FAILED, CANCELLED
  }

  /// When a trigger of a step runs.
  enum Timing {
    BEFORE_STEP, AFTER_STEP, BOTH
  }

  /// Where a step runs.
  enum Mode {
    CLIENT_ONLY, SERVER_SYNC, SERVER_ASYNC, SERVER_VALIDATION
  }
}
