// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.Observable;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

final class FollowedTest {
  private final Observable<Integer> source = new Observable<>(0);
  private final Queue<Runnable> screen = new ArrayDeque<>();
  private final Followed<Integer> followed = new Followed<>(source, screen::add);
  private final List<Integer> seen = new ArrayList<>();

  FollowedTest() {
    runScreen();
    followed.property().subscribe(value -> seen.add(value));
  }

  @Test
  void aBurstReachesTheScreenAsItsNewestValue() {
    for (int value = 1; value <= 1_000; value++) {
      source.set(value);
    }
    assertThat(screen).hasSize(1);
    runScreen();

    assertThat(seen).containsExactly(0, 1_000);
  }

  @Test
  void aChangeUnderWayDoesNotArriveAfterTheEnd() {
    source.set(1);
    followed.close();
    source.set(2);
    runScreen();

    assertThat(seen).containsExactly(0);
    assertThat(screen).isEmpty();
  }

  private void runScreen() {
    while (!screen.isEmpty()) {
      screen.remove().run();
    }
  }
}
