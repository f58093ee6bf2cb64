// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.AutomationRows.Version;
import io.secureprint.agent.kernel.EventFeed;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Tally;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.kernel.WakingLoop;
import io.secureprint.agent.outbox.EventConsumer;
import io.secureprint.agent.outbox.Outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The owner's automations: what they are, what sets them off, what they did and why. Whether `actor` may
/// do what is asked is the caller's question. Thread-safe.
public final class Automations implements AutoCloseable {
  private static final int SHOWN = 200;
  private static final Duration KEPT = Duration.ofDays(30);

  private final Ports ports;
  private final InstantSource clock;
  private final Ids ids;
  private final LiveAutomations live;
  private final AutomationBook book;
  private final Judge judge;
  private final Alerts alerts;
  private final Hooks hooks;
  private final Schedules schedules;
  private final HookCaller caller;
  private final RunWorker worker;
  private final WakingLoop loop;

  /// `owner` names this agent among those on one database; `hookKey` is the shop's key for webhooks.
  public Automations(Ports ports, byte[] hookKey, String owner, InstantSource clock, Ids ids) {
    this.ports = ports;
    this.clock = clock;
    this.ids = ids;
    EventTypes types = EventTypes.ofTheShop();
    UnitOfWork unitOfWork = ports.unitOfWork();
    live = new LiveAutomations(ports.automations(), unitOfWork, types);
    book = new AutomationBook(ports.automations(), live, types, ports.events(), unitOfWork, clock);
    judge = new Judge(ports.runs(), unitOfWork, ids, clock, this::wake);
    alerts = new Alerts(ports.alerts(), ports.events(), unitOfWork, clock, ids);
    HookSignature signature = new HookSignature(hookKey);
    HookSecrets secrets =
        new HookSecrets(signature, ports.hooks(), ports.events(), unitOfWork);
    hooks = new Hooks(live, judge, secrets, ports.hooks(), unitOfWork, clock, ids);
    schedules = new Schedules(live, ports.automations(), judge, unitOfWork, clock, ids);
    caller = new HookCaller(signature, clock);
    RunWorker.Ports needs =
        new RunWorker.Ports(
            ports.runs(), unitOfWork, new ActionDoer(ports.tasks(), alerts), caller, owner);
    worker = new RunWorker(needs, clock, this::wake);
    book.open(BuiltIn.definitions());
    alerts.refresh();
    loop = new WakingLoop("automation-runs", worker::round);
  }

  private void wake() {
    loop.wake();
  }

  /// From now on events come to the automations, and runs are done. The expressions are made ready in
  /// the background.
  public void follow(Outbox outbox) {
    loop.start();
    outbox.add(consumer());
    Thread.ofVirtual().name("automation-warm").start(() -> live.all().forEach(LiveAutomation::checked));
  }

  EventConsumer consumer() {
    return new Evaluator(live, judge, ports.runs(), ports.tasks(), clock);
  }

  /// Looks at the clock. Called every second.
  public void tick() {
    schedules.tick();
  }

  /// Looks at what other agents on the database have changed. Called every few seconds.
  public void refresh() {
    live.refresh();
    alerts.refresh();
  }

  /// Forgets what was evaluated more than 30 days ago. Called now and then.
  public void forget() {
    ports.unitOfWork().run(
        Durability.STEP, () -> ports.runs().forget(clock.instant().minus(KEPT)));
  }

  /// In the order of their ids.
  public List<AutomationRows.Stored> all() {
    return live.all().stream().map(LiveAutomation::stored).toList();
  }

  /// All that is wrong with a definition; empty when it can be saved.
  public List<Fault> check(String json) {
    return book.check(json);
  }

  /// Saves the version that follows `basedOn`, 0 for a new one, which is switched off until somebody
  /// switches it on.
  public Saved save(String json, int basedOn, String actor) {
    return book.save(json, basedOn, actor);
  }

  /// False when it was so already, or there is none of this id.
  public boolean enable(String id, boolean enabled, String actor) {
    return book.enable(id, enabled, actor);
  }

  /// Puts one away that is switched off, or takes it out again; its past stays. False when it was so
  /// already, it is switched on, or there is none of this id.
  public boolean putAway(String id, boolean away, String actor) {
    return book.putAway(id, away, actor);
  }

  /// Newest first.
  public List<Version> versions(String id) {
    return book.versions(id);
  }

  /// What it did and why, newest first; of all automations when `id` is empty.
  public List<Evaluation> evaluations(String id) {
    return ports.unitOfWork().call(
        Durability.STEP, () -> ports.runs().evaluations(id, SHOWN));
  }

  public Optional<Run> run(String id) {
    return ports.unitOfWork().call(Durability.STEP, () -> ports.runs().find(id));
  }

  /// Has a run that failed go on from the action that failed; a webhook goes out under the same key.
  /// False when there is no such run, or it has not failed.
  public boolean again(String runId, String actor) {
    return ports.unitOfWork().call(Durability.BARRIER, () -> {
      Optional<Run> failed =
          ports.runs().find(runId).filter(run -> run.progress().state() == Run.State.FAILED);
      boolean again =
          failed.isPresent()
              && ports.runs().replace(
                  failed.get(), failed.get().at(failed.get().progress().again(clock.instant())));
      if (again) {
        ports.events().append(
            new EventLog.Event(
                "automation", failed.get().automationId(), "AutomationRunAgain",
                Map.of("run", runId), actor, failed.get().correlationId()));
        ports.unitOfWork().afterCommit(this::wake);
      }
      return again;
    });
  }

  /// Of what type the event of this number is, if it is still there.
  public Optional<String> eventType(long seq) {
    return ports.feed().find(seq).map(entry -> entry.event().type());
  }

  /// `actor` presses its button. Empty when there is none of this id, or it is not for pressing.
  public Optional<Evaluation> press(String id, String actor) {
    return live.find(id)
        .filter(one -> one.definition().map(d -> d.trigger() instanceof Trigger.OnDemand).orElse(false))
        .map(one -> {
          Stimulus stimulus = Stimulus.fresh(ids.hex128(), clock.instant(), "actor", actor);
          return ports.unitOfWork().call(Durability.STEP, () -> judge.judge(one, stimulus));
        });
  }

  /// What a definition would have done from `from` on and before `to`, had it been switched on.
  public Tried tryOut(String json, Instant from, Instant to) {
    List<Fault> faults = new ArrayList<>();
    return book.checked(json, faults)
        .<Tried>map(
            checked -> new Tried.Done(new DryRun(ports.feed(), ports.tasks()).over(checked, from, to)))
        .orElseGet(() -> new Tried.Faulty(faults));
  }

  public Alerts alerts() {
    return alerts;
  }

  public Hooks hooks() {
    return hooks;
  }

  /// How often each automation looked at something, by outcome.
  public Tally evaluationTally() {
    return judge.evaluations();
  }

  @Override
  public void close() {
    loop.close();
    worker.close();
    caller.close();
  }

  /// What came of trying a definition out.
  public sealed interface Tried {
    record Done(Past past) implements Tried {}

    record Faulty(List<Fault> faults) implements Tried {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /// What automations need of the rest of the agent.
  public record Ports(
      UnitOfWork unitOfWork,
      EventLog events,
      EventFeed feed,
      AutomationRows automations,
      RunRows runs,
      AlertRows alerts,
      Hooks.HookRows hooks,
      Tasks tasks) {}
}
