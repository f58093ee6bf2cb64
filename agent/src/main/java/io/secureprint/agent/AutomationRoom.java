// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.api.HookRoutes;
import io.secureprint.agent.automation.AutomationDesk;
import io.secureprint.agent.automation.Automations;
import io.secureprint.agent.automation.Evaluation;
import io.secureprint.agent.automation.GuardedAutomations;
import io.secureprint.agent.automation.Hooks;
import io.secureprint.agent.automation.Keeper;
import io.secureprint.agent.automation.Tasks;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.outbox.Outbox;
import io.secureprint.agent.store.JdbcAlerts;
import io.secureprint.agent.store.JdbcAutomations;
import io.secureprint.agent.store.JdbcConsumers;
import io.secureprint.agent.store.JdbcDeadLetters;
import io.secureprint.agent.store.JdbcEventFeed;
import io.secureprint.agent.store.JdbcHooks;
import io.secureprint.agent.store.JdbcRuns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The room where events go out to those who wait for them, the owner's automations first of all.
final class AutomationRoom implements AutoCloseable {
  /// How long what was settled about dead letters can still be looked at.
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration TIDY = Duration.ofHours(1);

  private final Clock clock;
  private final Outbox outbox;
  private final Automations automations;
  private Instant tidied = Instant.MIN;

  /// `owner` names this agent among those on one database and stays the same over its starts; `hookKey`
  /// is the shop's key for webhooks.
  AutomationRoom(Stores store, Tasks tasks, byte[] hookKey, String owner, Clock clock, Ids ids) {
    this.clock = clock;
    JdbcEventFeed feed = new JdbcEventFeed(store.unitOfWork());
    Outbox.Stores places =
        new Outbox.Stores(
            feed,
            store.events(),
            store.unitOfWork(),
            new JdbcConsumers(store.unitOfWork()),
            new JdbcDeadLetters(store.unitOfWork()));
    outbox = new Outbox(places, owner, clock);
    Automations.Ports ports =
        new Automations.Ports(
            store.unitOfWork(),
            store.events(),
            feed,
            new JdbcAutomations(store.unitOfWork()),
            new JdbcRuns(store.unitOfWork()),
            new JdbcAlerts(store.unitOfWork()),
            new JdbcHooks(store.unitOfWork()),
            tasks);
    automations = new Automations(ports, hookKey, owner, clock, ids);
  }

  /// From now on events go out.
  void open() {
    outbox.push();
    automations.follow(outbox);
  }

  Outbox outbox() {
    return outbox;
  }

  Automations automations() {
    return automations;
  }

  /// The automations as the people of `shift` get to them; `api` is where programs reach this agent.
  AutomationDesk desk(Shift shift, String api) {
    Keeper keeper =
        (right, actor) -> shift.person(new Shift.Wish(permission(right), Paise.ZERO), actor);
    return new GuardedAutomations(automations, outbox, keeper, api);
  }

  private static Permission permission(Keeper.Right right) {
    return switch (right) {
      case CHANGE -> Permission.AUTOMATE;
      case TEND -> Permission.TEND_AUTOMATIONS;
    };
  }

  /// A message from outside.
  HookRoutes.Heard heard(String name, Map<String, String> headers, byte[] body) {
    return switch (automations.hooks().heard(name, headers, body)) {
      case Hooks.Heard.Accepted(List<Evaluation> looks) -> new HookRoutes.Heard.Accepted(looks.size());
      case Hooks.Heard.Repeated() -> new HookRoutes.Heard.Repeated();
      case Hooks.Heard.Refused(String code) -> new HookRoutes.Heard.Refused(code);
    };
  }

  /// Looks at the clock. Called every second.
  void tick() {
    automations.tick();
  }

  /// Looks at what other agents on the database do, and forgets what is old. Called every few seconds.
  void refresh() {
    automations.refresh();
    Instant now = clock.instant();
    if (now.isAfter(tidied.plus(TIDY))) {
      tidied = now;
      automations.forget();
      outbox.forget(now.minus(KEPT));
    }
  }

  @Override
  public void close() {
    outbox.close();
    automations.close();
  }
}
