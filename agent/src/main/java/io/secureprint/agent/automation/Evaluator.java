// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.kernel.EventFeed.Entry;
import io.secureprint.agent.outbox.EventConsumer;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings each event to the automations that wait for its type. What they make of it is written in the
/// unit of work that moves the place in the log on: each event is looked at once.
final class Evaluator implements EventConsumer {
  private final LiveAutomations automations;
  private final Judge judge;
  private final RunRows runs;
  private final Tasks tasks;
  private final InstantSource clock;

  Evaluator(
      LiveAutomations automations, Judge judge, RunRows runs, Tasks tasks, InstantSource clock) {
    this.automations = automations;
    this.judge = judge;
    this.runs = runs;
    this.tasks = tasks;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "automation";
  }

  @Override
  public void accept(Entry entry) {
    List<LiveAutomation> waiting = automations.onEvent(entry.event().type());
    if (!waiting.isEmpty()) {
      Stimulus stimulus = Stimulus.of(entry, depth(entry), task(entry), clock.instant());
      waiting.forEach(automation -> judge.judge(automation, stimulus));
    }
  }

  private int depth(Entry entry) {
    return 1 + runs.find(entry.causationId()).map(Run::depth).orElse(0);
  }

  private Optional<Map<String, String>> task(Entry entry) {
    return entry.event().aggregateType().equals("task")
        ? tasks.find(entry.event().aggregateId())
        : Optional.empty();
  }
}
