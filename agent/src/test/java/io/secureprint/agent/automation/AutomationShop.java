// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.kernel.EventFeed.Entry;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.outbox.Outbox;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcAlerts;
import io.secureprint.agent.store.JdbcAutomations;
import io.secureprint.agent.store.JdbcConsumers;
import io.secureprint.agent.store.JdbcDeadLetters;
import io.secureprint.agent.store.JdbcEventFeed;
import io.secureprint.agent.store.JdbcEventLog;
import io.secureprint.agent.store.JdbcHooks;
import io.secureprint.agent.store.JdbcRuns;
import io.secureprint.agent.store.JdbcUnitOfWork;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Automations on their real stores, followed as in the shop.
final class AutomationShop implements AutoCloseable {
  final JdbcUnitOfWork work;
  final JdbcEventLog log;
  final JdbcEventFeed feed;
  final TaskList tasks;
  final Outbox outbox;
  final Automations automations;
  private final Database database;

  AutomationShop(Database database, Clock clock) {
    this.database = database;
    work = new JdbcUnitOfWork(database);
    log = new JdbcEventLog(work, clock);
    feed = new JdbcEventFeed(work);
    tasks = new TaskList(log);
    outbox =
        new Outbox(
            new Outbox.Stores(feed, log, work, new JdbcConsumers(work), new JdbcDeadLetters(work)),
            "agent-1",
            clock);
    Automations.Ports ports =
        new Automations.Ports(
            work, log, feed, new JdbcAutomations(work), new JdbcRuns(work), new JdbcAlerts(work),
            new JdbcHooks(work), tasks);
    automations =
        new Automations(ports, new byte[32], "agent-1", clock, new Ids(new Random(work.hashCode())));
    outbox.push();
    automations.follow(outbox);
  }

  /// Saves a definition and switches it on.
  void has(String id, String trigger, String when, String... actions) {
    Saved saved = automations.save(json(id, trigger, when, actions), 0, "asha");
    assertThat(saved).isEqualTo(new Saved.Done(id, 1));
    assertThat(automations.enable(id, true, "asha")).isTrue();
  }

  static String json(String id, String trigger, String when, String... actions) {
    return """
        {"id": "%s", "name": "Test", "trigger": %s, "when": "%s", "actions": [%s]}
        """
        .formatted(id, trigger, when.replace("\"", "\\\""), String.join(",", actions));
  }

  /// Something happens to a task of the board.
  String task(String type, String... states) {
    Tasks.Author asha = new Tasks.Author("asha", "c-1", "t" + System.nanoTime());
    return work.call(Durability.STEP, () -> {
      tasks.create(new Tasks.Wish(type, "binding", "normal", "A job"), asha);
      for (String state : states) {
        tasks.move(asha.commandId(), state, "", asha);
      }
      return asha.commandId();
    });
  }

  void append(String aggregate, String id, String type, Map<String, ?> payload) {
    work.run(
        Durability.STEP,
        () -> log.append(new EventLog.Event(aggregate, id, type, payload, "asha", "c-2")));
  }

  /// Waits until an automation has looked so many times.
  List<Evaluation> evaluated(String id, int times) {
    await().atMost(Duration.ofSeconds(20)).until(() -> automations.evaluations(id).size() >= times);
    return automations.evaluations(id);
  }

  /// Waits until nothing is left to be done.
  void settled(String id) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                automations.evaluations(id).stream()
                    .map(Evaluation::runId)
                    .filter(run -> run != null)
                    .allMatch(
                        run ->
                            automations.run(run).orElseThrow().progress().state()
                                != Run.State.WAITING));
  }

  /// The newest event of this type.
  Entry newest(String type) {
    List<Entry> found = new ArrayList<>();
    List<Entry> entries = feed.after(0, 500).entries();
    while (!entries.isEmpty()) {
      entries.stream().filter(entry -> entry.event().type().equals(type)).forEach(found::add);
      entries = feed.after(entries.getLast().seq(), 500).entries();
    }
    return found.getLast();
  }

  @Override
  public void close() {
    outbox.close();
    automations.close();
    work.close();
    database.close();
  }
}
