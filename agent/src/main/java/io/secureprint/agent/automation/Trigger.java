// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// What makes an automation look.
public sealed interface Trigger {
  /// Each event of one of these types.
  record OnEvent(List<String> types) implements Trigger {
    public OnEvent {
      types = List.copyOf(types);
    }
  }

  /// The times of `cron` in `zone`; `catchUp` says what becomes of those that passed while nobody
  /// looked.
  record OnSchedule(Cron cron, ZoneId zone, CatchUp catchUp) implements Trigger {}

  /// A person who presses the button.
  record OnDemand() implements Trigger {}

  /// A signed message to the webhook of this name.
  record OnWebhook(String name) implements Trigger {}

  /// What becomes of times that were missed: none, the last one, or each of them up to a limit.
  enum CatchUp {
    SKIP, ONCE, ALL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
