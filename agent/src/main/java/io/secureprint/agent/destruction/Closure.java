// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.destruction;

import io.secureprint.agent.kernel.EventLog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What keeps the shop closed until a person has looked, as the event log has it, so that it outlives
/// the agent: the shop's newest event names all that is left to be looked at. Every call joins the
/// running unit of work.
final class Closure {
  private static final String TYPE = "shop";
  private static final String LEFT = "left";

  private final EventLog.WithPast events;
  private final String shop;

  /// `shop` is this one among those that share the log.
  Closure(EventLog.WithPast events, String shop) {
    this.events = events;
    this.shop = shop;
  }

  /// What nobody has looked at yet.
  List<String> codes() {
    return events
        .newest(TYPE, shop)
        .map(event -> String.valueOf(event.payload().get(LEFT)))
        .filter(left -> !left.isEmpty())
        .map(left -> List.of(left.split(" ")))
        .orElse(List.of());
  }

  /// A failure that is known already is not written again with each new try.
  void closes(List<String> failures) {
    Set<String> left = new TreeSet<>(codes());
    if (left.addAll(failures)) {
      append("ShopClosed", failures, left, "agent");
    }
  }

  /// What failed meanwhile is still to be looked at.
  void lookedAt(List<String> codes, String actor) {
    Set<String> left = new TreeSet<>(codes());
    left.removeAll(codes);
    append("ShopReopened", codes, left, actor);
  }

  private void append(String type, List<String> codes, Set<String> left, String actor) {
    Map<String, ?> payload =
        Map.of("codes", String.join(" ", codes), LEFT, String.join(" ", left));
    events.append(new EventLog.Event(TYPE, shop, type, payload, actor, ""));
  }
}
