// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.Cron;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When a schedule comes next, for whoever types it.
final class NextTimes {
  private static final int TIMES = 3;

  private NextTimes() {}

  /// None where it cannot be read.
  static List<Instant> of(String cron, String zone, Instant now) {
    try {
      Cron read = Cron.parse(cron);
      ZoneId where = ZoneId.of(zone.strip());
      return Stream.iterate(
              read.next(now, where),
              Optional::isPresent,
              time -> time.flatMap(at -> read.next(at, where)))
          .limit(TIMES)
          .map(Optional::orElseThrow)
          .toList();
    } catch (IllegalArgumentException | DateTimeException _) {
      return List.of();
    }
  }
}
