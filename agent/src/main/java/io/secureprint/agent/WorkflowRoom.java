// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.api.graphql.EngineExecutions;
import io.secureprint.agent.api.graphql.Executions;
import io.secureprint.agent.audit.Secret;
import io.secureprint.agent.audit.SecretStore;
import io.secureprint.agent.authoring.Workshop;
import io.secureprint.agent.connection.ConnectionDesk;
import io.secureprint.agent.connection.Connections;
import io.secureprint.agent.connection.HttpServers;
import io.secureprint.agent.connection.TriedConnections;
import io.secureprint.agent.engine.Context;
import io.secureprint.agent.engine.Contexts;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.definition.PublishCheck;
import io.secureprint.agent.engine.seal.KeySlab;
import io.secureprint.agent.engine.seal.SealedContexts;
import io.secureprint.agent.engine.shelf.Shelf;
import io.secureprint.agent.engine.step.AskStep;
import io.secureprint.agent.engine.step.Audience;
import io.secureprint.agent.engine.step.BranchStep;
import io.secureprint.agent.engine.step.Branches;
import io.secureprint.agent.engine.step.CallStep;
import io.secureprint.agent.engine.step.CardStep;
import io.secureprint.agent.engine.step.CardsWithdrawn;
import io.secureprint.agent.engine.step.CloseStep;
import io.secureprint.agent.engine.step.FinishStep;
import io.secureprint.agent.engine.step.Pace;
import io.secureprint.agent.engine.step.PauseStep;
import io.secureprint.agent.engine.step.SwitchStep;
import io.secureprint.agent.engine.step.WorkBoard;
import io.secureprint.agent.journey.PrintJourney;
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.store.JdbcConnections;
import io.secureprint.agent.store.JdbcResults;
import io.secureprint.agent.store.JdbcSealedValues;
import io.secureprint.agent.store.JdbcWorkflowRows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The owner's workflows: the shelf they lie on, what their steps do, and where executions without a
/// customer keep what they know.
final class WorkflowRoom {
  private final Stores store;
  private final Clock clock;
  private final Shelf shelf;
  private final SealedContexts contexts;
  private final Connections connections;
  private final HttpServers servers;
  private final JdbcResults results;
  private final Cel cel;

  /// `owner` says in whose name somebody called so may change the shop.
  WorkflowRoom(
      OpenRooms open,
      Stores store,
      Folders folders,
      SecretStore secrets,
      Cel cel,
      Surroundings around)
      throws IOException {
    this.store = store;
    this.clock = around.clock();
    this.cel = cel;
    shelf = shelf(store, cel, around);
    KeySlab slab =
        open.add("key slab", slab(folders, secrets, around.ids()));
    contexts = new SealedContexts(slab, new JdbcSealedValues(store.unitOfWork()), around.ids());
    connections =
        new Connections(
            new JdbcConnections(store.unitOfWork()),
            store.unitOfWork(),
            secrets.of("connection"),
            clock,
            around.ids(),
            around.owner()::apply);
    servers = open.add("servers", new HttpServers(connections));
    results = new JdbcResults(store.unitOfWork());
  }

  private static Shelf shelf(Stores store, Cel cel, Surroundings around) {
    Shelf.Ports ports =
        new Shelf.Ports(
            new JdbcWorkflowRows(store.unitOfWork()),
            store.unitOfWork(),
            store.events(),
            around.owner()::apply);
    return new Shelf(ports, new PublishCheck(cel), around.clock(), PrintJourney.first());
  }

  /// Nobody can open what was sealed under a key that is gone: a slab without its key begins anew.
  private static KeySlab slab(Folders folders, SecretStore secrets, Ids ids)
      throws IOException {
    // The first version kept the slab among the keys.
    Path former = folders.keys().resolve("contexts");
    if (Files.exists(former) && !Files.exists(folders.contexts())) {
      Files.move(former, folders.contexts(), StandardCopyOption.ATOMIC_MOVE);
    }
    byte[] key = secrets.key(Secret.CONTEXT_KEY, folders.keys().resolve("contexts.key"));
    return KeySlab.open(folders.contexts(), key, ids);
  }

  Shelf shelf() {
    return shelf;
  }

  Workshop workshop() {
    return new Workshop(shelf, connections, cel, clock);
  }

  Connections connections() {
    return connections;
  }

  /// As the owner sees and changes them.
  ConnectionDesk connectionDesk() {
    return new TriedConnections(connections, servers);
  }

  SealedContexts contexts() {
    return contexts;
  }

  /// What a customer knows dies with the session; what others know is sealed on the disk.
  Contexts withCustomers(Contexts customers) {
    return executionId -> {
      Context known = customers.of(executionId);
      return known.equals(Context.LOST) ? contexts.of(executionId) : known;
    };
  }

  /// The handlers of the owner's steps.
  List<StepHandler> handlers(Audience audience, WorkBoard board, Branches branches) {
    Pace pace = new Pace(clock);
    return List.of(
        new AskStep(audience, pace),
        new CallStep(servers, audience, cel, pace),
        BranchStep.parallel(branches::open, pace),
        BranchStep.later(pace),
        new SwitchStep(cel),
        new PauseStep(audience, pace, clock),
        new CardStep(board, audience, pace),
        new FinishStep(servers, branches::open, results::keep, pace),
        new CardsWithdrawn(
            new CloseStep(servers, board, branches::open, contexts::forget, clock), board));
  }

  /// Executions of programs.
  Executions executions(Engine engine, Ids ids) {
    return new EngineExecutions(
        new EngineExecutions.Ports(engine, shelf, contexts, results, store.unitOfWork()), ids);
  }

  /// Forgets what nobody needs any more. Called once at the start.
  void sweep(List<String> underWay) {
    contexts.sweep(underWay);
  }

  /// The rest of the shop.
  record Surroundings(Clock clock, Ids ids, Function<String, Optional<String>> owner) {}
}
