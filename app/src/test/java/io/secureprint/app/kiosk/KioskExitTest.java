// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.app.SampleStaff;
import io.secureprint.app.fx.Background;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

final class KioskExitTest {
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final AtomicInteger left = new AtomicInteger();

  @Test
  void aShopWithoutPinsLeavesAtOnce() {
    exit(new SampleStaff(folder, clock), true).onLeave();
    assertThat(left).hasValue(1);
  }

  @Test
  void aKioskInAWindowHasNothingToLeave() {
    KioskExit exit = exit(new SampleStaff(folder, clock).hire(), false);
    exit.onLeave();
    assertThat(exit.pad().get()).isNull();
    assertThat(left).hasValue(0);
  }

  @Test
  void aPadThatNobodyUsesGoesAwayAndKeepsTheKiosk() {
    KioskExit exit = exit(new SampleStaff(folder, clock).hire(), true);
    exit.onLeave();
    clock.pass(Duration.ofSeconds(19));
    exit.onTouch();
    clock.pass(Duration.ofSeconds(19));
    exit.onTick();
    assertThat(exit.pad().get()).isNotNull();
    clock.pass(Duration.ofSeconds(1));
    exit.onTick();
    assertThat(exit.pad().get()).isNull();
    assertThat(left).hasValue(0);
  }

  private KioskExit exit(SampleStaff staff, boolean full) {
    KioskExit exit =
        new KioskExit(staff.shift(), new Background(Runnable::run, Runnable::run), clock);
    exit.leads(() -> full, left::incrementAndGet);
    return exit;
  }
}
