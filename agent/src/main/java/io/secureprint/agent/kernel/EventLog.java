// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.util.Map;
import java.util.Optional;

/// The one log of what happened: outbox, history and the source of every push. It holds no data of
/// a customer, ever: types are constants, payloads are counts, states and codes, and the line by which
/// a person of the shop says why.
public interface EventLog {
  /// Appends within the running unit of work, which must exist.
  void append(Event event);

  /// The log of somebody who goes by what was written before.
  interface WithPast extends EventLog {
    /// The newest event of an aggregate. Joins the running unit of work, which must exist.
    Optional<Event> newest(String aggregateType, String aggregateId);
  }

  /// One thing that happened to one aggregate.
  record Event(
      String aggregateType,
      String aggregateId,
      String type,
      Map<String, ?> payload,
      String actor,
      String correlationId) {
    public Event {
      payload = Map.copyOf(payload);
    }
  }
}
