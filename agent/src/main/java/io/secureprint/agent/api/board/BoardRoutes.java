// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.board;

import io.secureprint.agent.api.route.Described;
import io.secureprint.agent.api.route.Route;
import io.secureprint.agent.board.ActionPlanState;
import io.secureprint.agent.board.Board;
import io.secureprint.agent.board.BoardFigures;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.board.TransitionTally;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Everything under `/api/workflow`.
public final class BoardRoutes {
  private BoardRoutes() {}

  /// `machines` are all tables of moves that the program has.
  public static List<Route<?, ?, ?>> of(Board board, List<Machine> machines) {
    List<Route<?, ?, ?>> all = new ArrayList<>(new TaskRoutes(board.tasks()).routes());
    all.addAll(new PlanRoutes(board.plans()).routes());
    all.addAll(new SlaRoutes(board.sla()).routes());
    all.add(
        Route.get("/api/workflow/metadata")
            .named("workflowMetadata", "The machines: states, moves, guards and a drawing of each")
            .answers(Metadata.class, _ -> new Metadata(machines)));
    all.add(
        Route.get("/api/workflow/stats")
            .named("workflowStats", "The board in figures")
            .answers(Stats.class, _ -> stats(board.count(), board.transitions())));
    return all;
  }

  private static Stats stats(BoardFigures figures, TransitionTally tally) {
    Map<String, Long> tasks =
        figures.tasks().entrySet().stream()
            .collect(Collectors.toMap(each -> TaskState.LIFECYCLE.word(each.getKey()), Map.Entry::getValue));
    Map<String, Long> plans =
        figures.plans().entrySet().stream()
            .collect(
                Collectors.toMap(
                    each -> ActionPlanState.LIFECYCLE.word(each.getKey()), Map.Entry::getValue));
    BoardFigures.Promises promises = figures.promises();
    return new Stats(
        tasks,
        plans,
        new PromiseFigures(
            promises.ticking(), promises.warned(), promises.breached(), promises.overdue()),
        tally.counts().entrySet().stream()
            .map(
                each ->
                    new Moved(
                        each.getKey().entityType(), each.getKey().result(), each.getValue()))
            .toList(),
        figures.changedAt());
  }

  record Metadata(List<Machine> machines) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Stats(
      @Described("Tasks by state.") Map<String, Long> tasks,
      @Described("Action plans by state.") Map<String, Long> actionPlans,
      PromiseFigures promises,
      @Described("Wishes to move something since the start, by how they ended.")
          List<Moved> transitions,
      @Described("When a task or a plan last changed.") @Nullable Instant changedAt) {}

  record PromiseFigures(
      @Described("Clocks that run.") long ticking,
      @Described("Those of them that have warned.") long warned,
      @Described("Promises that were ever broken.") long breached,
      @Described("Those of them whose task is still open.") long overdue) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Moved(String entityType, String result, long count) {}
}
