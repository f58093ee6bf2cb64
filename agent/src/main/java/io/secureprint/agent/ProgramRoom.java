// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.access.ApiKeys;
import io.secureprint.agent.access.GuardedKeys;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.access.ShopApiKey;
import io.secureprint.agent.api.HookRoutes;
import io.secureprint.agent.api.KeyRoutes;
import io.secureprint.agent.api.MetricsRoute;
import io.secureprint.agent.api.SchemaRoute;
import io.secureprint.agent.api.board.BoardRoutes;
import io.secureprint.agent.api.board.Machine;
import io.secureprint.agent.api.graphql.GraphQlRoute;
import io.secureprint.agent.api.openapi.OpenApi;
import io.secureprint.agent.api.route.Dispatcher;
import io.secureprint.agent.api.route.Doorkeeper;
import io.secureprint.agent.api.route.Origins;
import io.secureprint.agent.api.route.Route;
import io.secureprint.agent.automation.Hooks;
import io.secureprint.agent.board.Board;
import io.secureprint.agent.board.BoardRules;
import io.secureprint.agent.board.ClockState;
import io.secureprint.agent.engine.EffectState;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.observe.Meters;
import io.secureprint.agent.payment.IntentState;
import io.secureprint.agent.payment.Refund;
import io.secureprint.agent.session.FileStatus;
import io.secureprint.agent.session.SessionState;
import io.secureprint.agent.session.Sessions;
import io.secureprint.agent.store.JdbcApiKeys;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What programs on this PC may ask for and do, and their keys.
final class ProgramRoom {
  private static final List<Machine> MACHINES =
      List.of(
          Machine.of(BoardRules.TASKS),
          Machine.of(BoardRules.PLANS),
          Machine.of(ClockState.LIFECYCLE),
          Machine.of(ExecutionStatus.LIFECYCLE),
          Machine.of(EffectState.LIFECYCLE),
          Machine.of(SessionState.LIFECYCLE),
          Machine.of(FileStatus.LIFECYCLE),
          Machine.of(IntentState.LIFECYCLE),
          Machine.of(Refund.State.LIFECYCLE));

  private final Meters meters = new Meters();
  private final ApiSettings settings;
  private final ApiKeys keys;
  private final ShopApiKey shopKey;
  private final Clock clock;
  private final Ids ids;
  private final List<Route<?, ?, ?>> routes = new ArrayList<>();

  ProgramRoom(AgentConfig config, Folders folders, Stores store, Clock clock, Ids ids) {
    this.settings = config.api();
    this.clock = clock;
    this.ids = ids;
    this.keys = keys(store, clock, ids);
    this.shopKey = new ShopApiKey(folders.apiKey());
    routes.addAll(new KeyRoutes(keys, shopKey).routes());
    routes.addAll(MetricsRoute.of(meters.metrics()));
  }

  static ApiKeys keys(Stores store, Clock clock, Ids ids) {
    return new ApiKeys(
        new JdbcApiKeys(store.unitOfWork()), store.unitOfWork(), store.events(), ids, clock);
  }

  /// As the owner at the console gives them.
  GuardedKeys keys(Shift shift) {
    return new GuardedKeys(keys, shopKey, shift);
  }

  /// More that programs may ask for or do.
  void offer(List<Route<?, ?, ?>> more) {
    routes.addAll(more);
  }

  /// The work board, its figures, and every machine of the program.
  void offer(Board board) {
    routes.addAll(BoardRoutes.of(board, MACHINES));
    meters.transitions(
        () ->
            board.transitions().counts().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        each -> List.of(each.getKey().entityType(), each.getKey().result()),
                        Map.Entry::getValue)));
    meters.tasks(
        () ->
            board.count().tasks().entrySet().stream()
                .filter(each -> !each.getKey().over())
                .collect(Collectors.toMap(each -> each.getKey().word(), Map.Entry::getValue)));
    meters.breaches(() -> board.count().promises().breached());
  }

  /// Messages from outside for automations; what they and the outbox count.
  void offer(AutomationRoom room) {
    routes.addAll(HookRoutes.of(room::heard, Hooks.LARGEST));
    meters.events(room.outbox().processed());
    meters.evaluations(room.automations().evaluationTally());
  }

  /// Executions that programs run, and what becomes of all executions, customers' with them.
  void offer(WorkflowRoom room, Engine engine, Sessions sessions) {
    routes.addAll(GraphQlRoute.of(room.executions(engine, ids)));
    routes.addAll(SchemaRoute.routes());
    engine.follow(new ExecutionFigures(meters, engine::find));
    meters.contexts(
        () -> room.contexts().bytes() + sessions.contextBytes(),
        () -> room.contexts().live() + sessions.claimed().size());
  }

  /// Answers by all that was put here until now. `doorkey` is the token in the data folder.
  Dispatcher dispatcher(String doorkey) {
    Doorkeeper doorkeeper = new Doorkeeper(keys, shopKey, doorkey, settings.rate(), clock);
    return new Dispatcher(
        OpenApi.described(routes), doorkeeper, new Origins(settings.origins()), ids);
  }
}
