// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.board;

import io.secureprint.agent.api.route.ApiError;
import io.secureprint.agent.api.route.ApiProblem;
import io.secureprint.agent.api.route.ApiProblem.Fault;
import io.secureprint.agent.api.route.ApiProblem.Move;
import io.secureprint.agent.api.route.Call;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.Caller;
import io.secureprint.agent.board.Refusal;
import io.secureprint.agent.kernel.GuardedLifecycle.Choice;
import io.secureprint.agent.kernel.Lifecycle;
import io.secureprint.agent.kernel.RefusedMove;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The board's answers as those of the API, and callers of the API as those of the board.
final class BoardAnswers {
  /// Everything that the board refuses with, by its code.
  private static final Map<String, ApiError> ERRORS =
      Stream.of(
              new ApiError(404, "TASK_UNKNOWN", "There is no such task."),
              new ApiError(404, "PLAN_UNKNOWN", "There is no such plan."),
              new ApiError(400, "INVALID_TRANSITION", "The machine has no such move."),
              new ApiError(400, "TASK_NOT_ASSIGNED", "Nobody has done the task."),
              new ApiError(400, "CANCEL_REASON_NEEDED", "Cancelling needs a reason."),
              new ApiError(400, "PLAN_EMPTY", "The plan has no items."),
              new ApiError(400, "PLAN_TASKS_OPEN", "Tasks of the plan are still open."),
              new ApiError(409, "PLAN_NOT_ACTIVE", "The plan takes no tasks."),
              new ApiError(409, "TASKS_TOO_MANY", "The board is full."),
              new ApiError(409, "CHANGED_MEANWHILE", "Somebody has changed it since."),
              new ApiError(409, "COMMAND_REUSED", "Another wish had this command id."),
              new ApiError(422, "COMMAND_WRONG", "The command id does not fit."),
              new ApiError(422, "PLAN_TOO_LONG", "The plan has too many items."),
              new ApiError(422, "SLA_TARGET_WRONG", "A promise lasts a minute to 30 days."),
              new ApiError(422, "SLA_WARNING_WRONG", "A warning comes at 1 to 99 %."),
              new ApiError(422, "SLA_STATES_WRONG", "The states of the clock do not fit."),
              new ApiError(422, "TASK_AREA_WRONG", "The area does not fit."),
              new ApiError(422, "TASK_DUE_WRONG", "It would be due in the past, or too late."),
              new ApiError(422, "TASK_LINK_WRONG", "An id does not fit."),
              new ApiError(422, "TASK_PERSON_WRONG", "The person's name does not fit."),
              new ApiError(422, "TASK_TITLE_WRONG", "The title does not fit."),
              new ApiError(422, "TASK_TYPE_WRONG", "The type does not fit."),
              new ApiError(422, "TASK_WORDS_WRONG", "The words do not fit."))
          .collect(Collectors.toUnmodifiableMap(ApiError::code, Function.identity()));

  private BoardAnswers() {}

  static ApiError[] errors(String... codes) {
    return Arrays.stream(codes).map(BoardAnswers::error).toArray(ApiError[]::new);
  }

  static ApiError error(String code) {
    ApiError error = ERRORS.get(code);
    if (error == null) {
      throw new IllegalStateException("a refusal of the board without its status: " + code);
    }
    return error;
  }

  /// The program that asks. `commandId` and `revision` are those of the wish, where it has them.
  static Caller caller(Call<?, ?> call, @Nullable String commandId, @Nullable Integer revision) {
    Caller caller =
        Caller.program(call.caller().subject()).within(call.caller().correlationId());
    Caller once = commandId == null ? caller : caller.once(commandId);
    return revision == null ? once : once.having(revision);
  }

  /// What came of a wish that moves nothing.
  static <T> T value(Answer<T> answer) throws io.secureprint.agent.api.route.Refusal {
    return value(answer, List::of);
  }

  /// What came of a wish; `moves` tells what could be done instead.
  static <T> T value(Answer<T> answer, Supplier<List<Move>> moves)
      throws io.secureprint.agent.api.route.Refusal {
    return switch (answer) {
      case Answer.Done<T>(T value) -> value;
      case Answer.Refused<T>(Refusal why) ->
          throw new io.secureprint.agent.api.route.Refusal(problem(why, moves));
    };
  }

  /// The moves of a life cycle by their names on the wire.
  static <S extends Enum<S>> List<Move> moves(Lifecycle<S> table, List<Choice<S>> choices) {
    return choices.stream()
        .map(choice -> new Move(table.word(choice.to()), reason(choice)))
        .toList();
  }

  private static @Nullable String reason(Choice<?> choice) {
    return choice.objections().isEmpty()
        ? null
        : choice.objections().stream()
            .map(RefusedMove.Reason::message)
            .collect(Collectors.joining("; "));
  }

  private static ApiProblem problem(Refusal why, Supplier<List<Move>> moves) {
    return switch (why) {
      case Refusal.NotAllowed _ -> ApiProblem.of(ApiError.ROLE_MISSING, ApiError.ROLE_MISSING.words());
      case Refusal.Unknown(String code) -> ApiProblem.of(error(code), error(code).words());
      case Refusal.Conflict(String code) -> ApiProblem.of(error(code), error(code).words());
      case Refusal.Wrong(List<Refusal.Fault> faults) ->
          ApiProblem.of(
              error(why.code()),
              faults.stream()
                  .map(fault -> new Fault(fault.field(), error(fault.code()).words()))
                  .toList());
      case Refusal.NotMoved(RefusedMove move) ->
          ApiProblem.ofMove(error(move.code()), move.message(), moves.get());
    };
  }
}
