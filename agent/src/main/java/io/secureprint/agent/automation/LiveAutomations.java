// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.AutomationRows.Stored;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// All automations as they are in the database, in memory. Thread-safe.
final class LiveAutomations {
  private final AutomationRows rows;
  private final UnitOfWork unitOfWork;
  private final EventTypes types;
  private volatile List<LiveAutomation> all = List.of();

  LiveAutomations(AutomationRows rows, UnitOfWork unitOfWork, EventTypes types) {
    this.rows = rows;
    this.unitOfWork = unitOfWork;
    this.types = types;
  }

  /// Looks at the database again. What has not changed stays ready.
  synchronized void refresh() {
    Map<Stored, LiveAutomation> known =
        all.stream().collect(Collectors.toMap(LiveAutomation::stored, Function.identity()));
    all =
        unitOfWork.call(Durability.STEP, rows::all).stream()
            .map(stored -> known.containsKey(stored) ? known.get(stored) : new LiveAutomation(stored, types))
            .toList();
  }

  List<LiveAutomation> all() {
    return all;
  }

  Optional<LiveAutomation> find(String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /// Those that look at events of this type, switched on or not, but not put away.
  List<LiveAutomation> onEvent(String type) {
    return having(t -> t instanceof Trigger.OnEvent(List<String> names) && names.contains(type));
  }

  List<LiveAutomation> onWebhook(String name) {
    return having(t -> t instanceof Trigger.OnWebhook(String own) && own.equals(name));
  }

  /// Those that are switched on.
  List<LiveAutomation> onSchedule() {
    return having(t -> t instanceof Trigger.OnSchedule).stream()
        .filter(one -> one.stored().enabled())
        .toList();
  }

  private List<LiveAutomation> having(Predicate<Trigger> trigger) {
    return all.stream()
        .filter(one -> !one.stored().putAway())
        .filter(one -> one.definition().map(d -> trigger.test(d.trigger())).orElse(false))
        .toList();
  }
}
