// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.kernel.EventFeed.Entry;
import io.secureprint.agent.kernel.EventLog.Event;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What an automation is to look at: the values of its variables, the event (0 where there is none), how
/// many runs led to it, and to what it belongs.
record Stimulus(long eventSeq, int depth, String correlationId, Map<String, Object> values) {
  Stimulus {
    values = Map.copyOf(values);
  }

  static Stimulus of(Entry entry, int depth, Optional<Map<String, String>> task, Instant now) {
    Event event = entry.event();
    Map<String, Object> values = new HashMap<>();
    values.put("now", now);
    values.put("payload", event.payload());
    values.put(
        "event",
        Map.of(
            "type", event.type(),
            "aggregate_type", event.aggregateType(),
            "aggregate_id", event.aggregateId(),
            "actor", event.actor(),
            "correlation_id", event.correlationId(),
            "seq", entry.seq(),
            "at", entry.at()));
    task.ifPresent(facts -> values.put("task", facts));
    return new Stimulus(entry.seq(), depth, event.correlationId(), values);
  }

  /// Something that began here, and not with an event.
  static Stimulus fresh(String correlationId, Instant now, String name, Object value) {
    return new Stimulus(0, 1, correlationId, Map.of("now", now, name, value));
  }
}
