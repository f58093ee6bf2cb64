// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.board;

import io.secureprint.agent.api.board.TaskViews.Command;
import io.secureprint.agent.api.route.Access;
import io.secureprint.agent.api.route.Call;
import io.secureprint.agent.api.route.Described;
import io.secureprint.agent.api.route.Refusal;
import io.secureprint.agent.api.route.Route;
import io.secureprint.agent.board.Caller;
import io.secureprint.agent.board.PolicyDraft;
import io.secureprint.agent.board.SlaDesk;
import io.secureprint.agent.board.SlaPolicy;
import io.secureprint.agent.board.StateSet;
import io.secureprint.agent.board.TaskState;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/// The shop's promises by `/api/workflow/sla-configs`.
final class SlaRoutes {
  private static final String CONFIGS = "/api/workflow/sla-configs";

  private final SlaDesk sla;

  SlaRoutes(SlaDesk sla) {
    this.sla = sla;
  }

  List<Route<?, ?, ?>> routes() {
    return List.of(
        Route.post(CONFIGS)
            .named("createSlaConfig", "Promises something for a kind of task, in place of before")
            .by(Access.ACTS)
            .with(Command.class)
            .takes(NewSla.class)
            .refuses(
                BoardAnswers.errors(
                    "SLA_TARGET_WRONG", "SLA_WARNING_WRONG", "SLA_STATES_WRONG",
                    "TASK_TYPE_WRONG", "TASK_AREA_WRONG", "COMMAND_WRONG", "COMMAND_REUSED"))
            .makes(SlaView.class, _ -> CONFIGS, this::create),
        Route.get(CONFIGS)
            .named("listSlaConfigs", "The promises for tasks that begin now")
            .answers(
                SlaList.class,
                _ -> new SlaList(sla.policies().stream().map(SlaView::of).toList())));
  }

  private SlaView create(Call<Command, NewSla> call) throws Refusal {
    Caller caller = BoardAnswers.caller(call, call.parameters().commandId(), null);
    return SlaView.of(BoardAnswers.value(sla.promise(call.body().draft(), caller)));
  }

  private static StateSet states(@Nullable List<TaskState> given, StateSet usual) {
    return given == null ? usual : new StateSet(new HashSet<>(given));
  }

  private static List<TaskState> list(StateSet states) {
    return states.states().stream().sorted().toList();
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record NewSla(
      @Described(
              value = "The part of the shop's service; * for any.",
              min = 1,
              max = 40,
              example = "counter")
          String area,
      @Described(
              value = "The kind of task; * for any.",
              min = 1,
              max = 40,
              pattern = "\\*|[a-z][a-z0-9]*(_[a-z0-9]+)*",
              example = "intake")
          String taskType,
      @Described(value = "Of open hours, PT1M to P30D.", max = 40, example = "PT1H")
          Duration target,
      @Described(value = "Of the target; 80 where it is missing.", min = 1, max = 99)
          @Nullable Integer warnPercent,
      @Described(value = "Starts the clock; new where it is missing.", min = 1, max = 5)
          @Nullable List<TaskState> startOn,
      @Described(value = "Pauses it; blocked where it is missing.", max = 5)
          @Nullable List<TaskState> pauseOn,
      @Described(
              value = "Stops it; completed and cancelled where it is missing.",
              min = 1,
              max = 5)
          @Nullable List<TaskState> stopOn) {
    PolicyDraft draft() {
      SlaPolicy.Moves usual = SlaPolicy.Moves.USUAL;
      return new PolicyDraft(
          new SlaPolicy.Kind(area, taskType),
          target,
          Objects.requireNonNullElse(warnPercent, PolicyDraft.WARN_PERCENT),
          new SlaPolicy.Moves(
              states(startOn, usual.start()),
              states(pauseOn, usual.pause()),
              states(stopOn, usual.stop())));
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record SlaView(
      String id,
      String area,
      String taskType,
      @Described(value = "Of open hours.", example = "PT1H") String target,
      int warnPercent,
      List<TaskState> startOn,
      List<TaskState> pauseOn,
      List<TaskState> stopOn,
      Instant createdAt) {
    static SlaView of(SlaPolicy policy) {
      return new SlaView(
          policy.id(), policy.kind().area(), policy.kind().taskType(),
          policy.target().toString(), policy.warnPercent(), list(policy.moves().start()),
          list(policy.moves().pause()), list(policy.moves().stop()), policy.createdAt());
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record SlaList(
      @Described(value = "One for each area and kind.", max = 100_000)
          List<SlaView> slaConfigs) {}
}
