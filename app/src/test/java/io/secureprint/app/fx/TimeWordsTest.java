// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.ZoneId;

final class TimeWordsTest {
  private static final Instant NOON = Instant.parse("2026-11-21T06:30:00Z");

  private final TimeWords words =
      new TimeWords(Messages.in(Language.ENGLISH), ZoneId.of("Asia/Kolkata"));

  @ParameterizedTest
  @CsvSource({
    "0, 0.00 s",
    "420, 0.42 s",
    "9990, 9.99 s",
    "12400, 12 s",
    "82090, 1 min 22 s",
    "3600000, 1 h 0 min",
    "-5, 0.00 s"
  })
  void tellsHowLongItTook(long millis, String told) {
    assertThat(words.took(NOON, NOON.plusMillis(millis))).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"-60, just now", "59, just now", "60, 1 min", "3599, 59 min", "3660, 1 h 1 min"})
  void tellsHowLongAgo(long seconds, String told) {
    assertThat(words.age(NOON, NOON.plusSeconds(seconds))).isEqualTo(told);
  }

  @Test
  void namesTheDayOnlyWhenItIsNotToday() {
    assertThat(words.clock(NOON, NOON.plusSeconds(60))).isEqualTo("12:00");
    assertThat(words.clock(NOON, NOON.plusSeconds(86_400))).isEqualTo("21 Nov, 12:00");
  }
}
