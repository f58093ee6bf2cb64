// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class WatchdogTest {
  private final WorkLimits limits = new WorkLimits(Duration.ofSeconds(10), Duration.ofSeconds(25));
  private Duration spent = Duration.ofSeconds(100);
  private boolean expired;
  private final Watchdog watchdog = new Watchdog(limits, () -> spent);

  @Test
  void aPageOverItsTimeEndsTheWork() {
    begin();
    spend(10);
    assertThat(expired).isFalse();
    spend(1);
    assertThat(expired).isTrue();
  }

  @Test
  void eachPageHasItsOwnTimeAndTheCommandHasOneForAll() {
    begin();
    spend(9);
    watchdog.pageStarted();
    spend(9);
    watchdog.pageStarted();
    spend(7);
    assertThat(expired).isFalse();
    spend(1);
    assertThat(expired).isTrue();
  }

  @Test
  void timeBetweenCommandsDoesNotCount() {
    begin();
    spend(9);
    watchdog.end();
    spend(60);
    assertThat(expired).isFalse();
    begin();
    spend(9);
    assertThat(expired).isFalse();
  }

  private void begin() {
    watchdog.begin(() -> expired = true);
  }

  private void spend(int seconds) {
    spent = spent.plusSeconds(seconds);
    watchdog.look();
  }
}
