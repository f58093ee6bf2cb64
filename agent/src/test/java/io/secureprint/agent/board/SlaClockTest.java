// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// One promise through its life, over pauses and closing time.
final class SlaClockTest {
  private static final ShopCalendar SHOP =
      ShopCalendarTest.calendar(
          "Asia/Kolkata", "09:00-13:00,14:00-21:00", "10:00-16:00", Map.of());
  private static final SlaPolicy TWO_HOURS = policy("*", "review", Duration.ofHours(2));

  @Test
  void aPauseAcrossClosingTimeTakesNothingAway() {
    SlaClock begun = SlaClock.started("t", TWO_HOURS, SHOP, at("2026-11-25T20:00"));
    assertThat(begun.due()).isEqualTo(at("2026-11-26T10:00"));

    SlaClock paused = begun.paused(SHOP, at("2026-11-25T20:45"));
    assertThat(paused.used()).isEqualTo(Duration.ofMinutes(45));
    assertThat(paused.due()).isNull();
    assertThat(paused.next()).isNull();

    SlaClock resumed = paused.resumed(SHOP, at("2026-11-26T12:30"));
    assertThat(resumed.due()).isEqualTo(at("2026-11-26T14:45"));
    assertThat(resumed.left(SHOP, at("2026-11-26T13:30"))).isEqualTo(Duration.ofMinutes(45));
  }

  @Test
  void aPauseThatBeginsWhenTheShopIsShutTakesWhatWasUsedBefore() {
    SlaClock paused =
        SlaClock.started("t", TWO_HOURS, SHOP, at("2026-11-25T20:00"))
            .paused(SHOP, at("2026-11-25T23:00"));
    assertThat(paused.used()).isEqualTo(Duration.ofHours(1));
    assertThat(paused.resumed(SHOP, at("2026-11-26T03:00")).due()).isEqualTo(at("2026-11-26T10:00"));
  }

  @Test
  void itAsksForItsWarningFirstAndOnlyOnceOverAPause() {
    SlaClock begun = SlaClock.started("t", TWO_HOURS, SHOP, at("2026-11-25T09:00"));
    assertThat(begun.next()).isEqualTo(at("2026-11-25T10:36"));
    SlaClock warned =
        new SlaClock(
            "t",
            TWO_HOURS,
            ClockState.WARNED,
            Duration.ZERO,
            begun.course(),
            new SlaClock.Marks(at("2026-11-25T09:00"), at("2026-11-25T10:36"), null, null));
    SlaClock resumed = warned.paused(SHOP, at("2026-11-25T10:40")).resumed(SHOP, at("2026-11-25T15:00"));
    assertThat(resumed.state()).isEqualTo(ClockState.WARNED);
    assertThat(resumed.next()).isEqualTo(resumed.due()).isEqualTo(at("2026-11-25T15:20"));
  }

  @Test
  void otherHoursCountTheCourseAnewAndLeaveWhatIsDecided() {
    SlaClock begun = SlaClock.started("t", TWO_HOURS, SHOP, at("2026-11-25T20:00"));
    ShopCalendar longer =
        ShopCalendarTest.calendar("Asia/Kolkata", "09:00-23:00", "", Map.of());
    assertThat(begun.recounted(longer).due()).isEqualTo(at("2026-11-25T22:00"));
    SlaClock breached = begun.breached(at("2026-11-26T10:00"));
    assertThat(breached.recounted(longer)).isEqualTo(breached);
    assertThat(breached.stopped(at("2026-11-26T12:00")).state()).isEqualTo(ClockState.BREACHED);
    assertThat(breached.left(SHOP, at("2026-11-26T11:00"))).isZero();
  }

  @Test
  void theMostSpecialPromiseWins() {
    List<SlaPolicy> all =
        List.of(
            policy("*", "*", Duration.ofHours(9)),
            policy("front", "*", Duration.ofHours(8)),
            policy("*", "review", Duration.ofHours(7)),
            policy("front", "review", Duration.ofHours(6)));
    assertThat(target(all, "front", "review")).isEqualTo(6);
    assertThat(target(all, "back", "review")).isEqualTo(7);
    assertThat(target(all, "front", "clear_jam")).isEqualTo(8);
    assertThat(target(all, "back", "clear_jam")).isEqualTo(9);
    assertThat(SlaPolicy.among(all.subList(1, 2), "back", "review")).isEmpty();
  }

  private static long target(List<SlaPolicy> all, String area, String type) {
    return SlaPolicy.among(all, area, type).orElseThrow().target().toHours();
  }

  private static SlaPolicy policy(String area, String type, Duration target) {
    return new SlaPolicy(
        area + type,
        new SlaPolicy.Kind(area, type),
        target,
        80,
        SlaPolicy.Moves.USUAL,
        at("2026-01-01T00:00"));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Kolkata")).toInstant();
  }
}
