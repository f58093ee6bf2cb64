// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

final class CronTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 9 * * 1-5   | 2026-11-20T00:00Z | 20T09:00 23T09:00 24T09:00",
        "*/20 * * * *  | 2026-11-20T00:00Z | 20T05:40 20T06:00 20T06:20",
        "15,45 8-9 * * sat | 2026-11-20T00:00Z | 21T08:15 21T08:45 21T09:15",
        "0 0 1 * mon   | 2026-11-20T00:00Z | 23T00:00 30T00:00 01T00:00",
        "0 9 * * 0,7   | 2026-11-20T00:00Z | 22T09:00 29T09:00 06T09:00",
        "30 23 31 DEC * | 2026-11-20T00:00Z | 31T23:30 31T23:30 31T23:30",
        "10/25 5 * * * | 2026-11-20T00:00Z | 20T05:35 21T05:10 21T05:35"
      })
  void fieldsMeanWhatCronSays(String cron, String from, String expected) {
    assertThat(times(cron, "Asia/Kolkata", from, 3)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // 2026-03-29 02:00 becomes 03:00 in Berlin, and 2026-10-25 03:00 becomes 02:00.
        "30 2 * * *   | Europe/Berlin | 2026-03-28T00:00Z | 28T02:30 29T03:00 30T02:30",
        "0,30 2 * * * | Europe/Berlin | 2026-03-28T12:00Z | 29T03:00 30T02:00 30T02:30",
        "*/30 * * * * | Europe/Berlin | 2026-03-29T00:10Z | 29T01:30 29T03:00 29T03:30",
        "30 2 * * *   | Europe/Berlin | 2026-10-24T12:00Z | 25T02:30 26T02:30 27T02:30",
        "0 * * * *    | Europe/Berlin | 2026-10-24T23:10Z | 25T02:00 25T02:00 25T03:00",
        "30 3 * * *   | Europe/Berlin | 2026-10-24T12:00Z | 25T03:30 26T03:30 27T03:30",
        // Midnight of 2018-11-04 was not there in Sao Paulo.
        "0 0 * * *    | America/Sao_Paulo | 2018-11-03T12:00Z | 04T01:00 05T00:00 06T00:00"
      })
  void noDailyTimeIsLostOrComesTwiceWhenClocksChange(
      String cron, String zone, String from, String expected) {
    assertThat(times(cron, zone, from, 3)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-20,2028-02-29", "2097-01-01,2104-02-29"})
  void leapDaysAreWaitedForEvenOver2100(String from, String expected) {
    assertThat(
            Cron.parse("0 0 29 2 *").next(Instant.parse(from + "T00:00:00Z"), ZoneId.of("UTC")))
        .contains(Instant.parse(expected + "T00:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "* * * *", "0 0 0 * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *",
        "* * * * 8", "5-3 * * * *", "*/0 * * * *", "a * * * *", "1,,2 * * * *", "-1 * * * *",
        "0 0 31 2 *", "0 0 30 feb *", "* * * foo *", "1-2-3 * * * *", "@daily", "٣ * * * *"
      })
  void whatNeverComesOrCannotBeReadIsRefused(String cron) {
    assertThatThrownBy(() -> Cron.parse(cron)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String times(String cron, String zone, String from, int count) {
    List<String> times = new ArrayList<>();
    Instant at = Instant.parse(from.replace("Z", ":00Z"));
    for (int one = 0; one < count; one++) {
      at = Cron.parse(cron).next(at, ZoneId.of(zone)).orElseThrow();
      times.add(at.atZone(ZoneId.of(zone)).toLocalDateTime().toString().substring(8));
    }
    return String.join(" ", times);
  }
}
