// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.observe.Health.Kind;
import io.secureprint.agent.observe.Health.Part;
import io.secureprint.agent.observe.HealthCheck.Probe;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

final class HealthCheckTest {
  private final SettableClock clock = new SettableClock();
  private final CountDownLatch disk = new CountDownLatch(1);
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void aPartThatDoesNotAnswerIsToldAndHoldsUpNeitherTheOthersNorTheNextLook() {
    try (HealthCheck health =
        check(List.of(new Probe(Kind.DISK, this::stuckDisk), well(Kind.CLOCK)))) {
      assertThat(health.report().get().parts()).isEmpty();
      health.look();
      health.look();
      assertThat(health.report().get().parts())
          .containsExactly(
              Part.failed(Kind.DISK, "PART_SILENT"), Part.well(Kind.CLOCK, List.of()));
      assertThat(looks).hasValue(1);

      health.look();
      assertThat(health.report().get().parts())
          .contains(Part.failed(Kind.DISK, "STORAGE_FAILED"));

      disk.countDown();
      await()
          .untilAsserted(
              () -> {
                health.look();
                assertThat(health.report().get().parts())
                    .extracting(Part::state)
                    .containsOnly(Health.State.OK);
              });
    }
  }

  @Test
  void aPartThatCannotBeLookedAtIsToldAndTheOthersAreToo() {
    Probe broken =
        new Probe(
            Kind.DISK,
            () -> {
              throw new IOException("the folder is gone");
            });
    try (HealthCheck health = check(List.of(broken, well(Kind.CLOCK)))) {
      clock.pass(Duration.ofMinutes(1));
      health.look();
      assertThat(health.report().get())
          .isEqualTo(
              new Health.Report(
                  clock.instant(),
                  List.of(
                      Part.failed(Kind.DISK, "PART_SILENT"),
                      Part.well(Kind.CLOCK, List.of()))));
    }
  }

  private HealthCheck check(List<Probe> probes) {
    return new HealthCheck(probes, clock, Duration.ofMillis(200));
  }

  private static Probe well(Kind kind) {
    return new Probe(kind, () -> List.of(Part.well(kind, List.of())));
  }

  private List<Part> stuckDisk() throws InterruptedException {
    looks.incrementAndGet();
    disk.await();
    return List.of(Part.well(Kind.DISK, List.of()));
  }
}
