// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.observe.Health.Kind;
import io.secureprint.agent.observe.Health.Part;
import io.secureprint.app.SampleHealth;
import io.secureprint.app.SampleShop;
import io.secureprint.app.fx.Background;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Queue;

final class HealthViewModelTest {
  private final SampleHealth health = new SampleHealth();
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final HealthViewModel model =
      new HealthViewModel(
          health, SampleShop.CLOCK, new Background(work::add, Runnable::run), Runnable::run);

  @Test
  void aLookIsTakenBesideTheScreenAndNotTwiceAtOnce() {
    model.onLook();
    model.onLook();
    assertThat(health.looks).hasValue(0);
    assertThat(model.looking().get()).isTrue();
    assertThat(work).hasSize(1);

    work.remove().run();
    assertThat(health.looks).hasValue(1);
    assertThat(model.looking().get()).isFalse();
  }

  @Test
  void theWorstComesFirstAndOnlyWhatIsWrongIsCounted() {
    assertThat(HealthViewModel.wanting(model.report().get())).isZero();
    health.trouble();
    assertThat(HealthViewModel.wanting(model.report().get())).isEqualTo(4);
    assertThat(HealthViewModel.sorted(model.report().get()))
        .extracting(Part::kind)
        .startsWith(Kind.PRINTER, Kind.ERASING, Kind.DISK, Kind.WORKERS)
        .endsWith(Kind.GATEWAY);
  }

  @Test
  void nothingIsFollowedAfterTheEnd() {
    model.close();
    health.trouble();
    assertThat(HealthViewModel.wanting(model.report().get())).isZero();
  }
}
