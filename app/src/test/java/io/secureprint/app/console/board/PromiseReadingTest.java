// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskState;
import io.secureprint.app.console.board.PromiseReading.Kind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

final class PromiseReadingTest {
  @TempDir private Path folder;
  private BoardHand hand;
  private TaskCard task;

  @BeforeEach
  void open() {
    hand = new BoardHand(folder, "Ravi");
    task = hand.task("Refill tray 2", Priority.NORMAL, "Ravi");
  }

  @AfterEach
  void close() {
    hand.close();
  }

  @Test
  void theClockCountsDownWarnsAndThenCountsHowLateItIs() {
    assertThat(reading()).isEqualTo(new PromiseReading(Kind.RUNNING, Duration.ofHours(1)));
    hand.clock.pass(Duration.ofMinutes(48));
    assertThat(reading()).isEqualTo(new PromiseReading(Kind.SOON, Duration.ofMinutes(12)));
    hand.clock.pass(Duration.ofMinutes(15));
    PromiseReading late = new PromiseReading(Kind.BROKEN, Duration.ofMinutes(3));
    assertThat(reading()).isEqualTo(late);
    hand.board().tick();
    assertThat(reading()).isEqualTo(late);
    move(TaskState.IN_PROGRESS);
    move(TaskState.COMPLETED);
    assertThat(reading().kind()).isEqualTo(Kind.BROKEN_OVER);
  }

  @Test
  void itStandsStillWhileTheTaskIsBlockedAndIsKeptInTheEnd() {
    hand.clock.pass(Duration.ofMinutes(10));
    move(TaskState.BLOCKED);
    hand.clock.pass(Duration.ofHours(5));
    assertThat(reading()).isEqualTo(new PromiseReading(Kind.PAUSED, Duration.ofMinutes(50)));
    move(TaskState.IN_PROGRESS);
    assertThat(reading().kind()).isEqualTo(Kind.RUNNING);
    move(TaskState.COMPLETED);
    assertThat(reading()).isEqualTo(new PromiseReading(Kind.KEPT, Duration.ZERO));
  }

  @Test
  void whatIsNotPromisedHasNoClock() {
    hand.board().sla().policies().forEach(
        policy -> BoardHand.done(hand.board().sla().withdraw(policy.id(), BoardHand.ELSEWHERE)));
    task = hand.task("Refill tray 3", Priority.NORMAL, "Ravi");
    assertThat(reading().kind()).isEqualTo(Kind.NONE);
  }

  @Test
  void forWhatIsCancelledNothingIsPromisedAnyMore() {
    BoardHand.done(
        hand.board()
            .tasks()
            .transition(task.id(), TaskState.CANCELLED, "No tray 2", BoardHand.ELSEWHERE));
    assertThat(reading().kind()).isEqualTo(Kind.NONE);
  }

  private void move(TaskState to) {
    BoardHand.done(hand.board().tasks().transition(task.id(), to, "", BoardHand.ELSEWHERE));
  }

  private PromiseReading reading() {
    return PromiseReading.of(
        hand.board().tasks().find(task.id()).orElseThrow(),
        hand.board().sla().calendar(),
        hand.clock.instant());
  }
}
