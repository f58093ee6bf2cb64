// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.journey.SessionTile.Teller;
import io.secureprint.agent.kernel.Paise;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/// Money that is not what was asked for, under a person's hands.
final class HeldMoneyScreenTest {
  @TempDir private Path folder;
  private final FxRobot robot = new FxRobot();
  private ShopOnScreen screen;

  @BeforeEach
  void tooLittleCame() throws TimeoutException {
    SampleStaff staff = new SampleStaff(folder, SampleShop.CLOCK);
    screen = new ShopOnScreen(staff, staff.shift(), SampleShop.CLOCK);
    screen.shop.sessions.set(SampleShop.upi(Teller.GATEWAY, new Paise(7_000)));
    robot.targetWindow(screen.console);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
  }

  @AfterEach
  void closeShop() {
    screen.close();
  }

  @Test
  void itPrintsOnlyOnceSomebodySaysWhy() {
    assertThat(screen.node("#confirm-cash").isDisabled()).isTrue();
    robot.write("paid the rest").type(KeyCode.TAB);
    assertThat(screen.node("#confirm-cash").isFocused()).isTrue();

    robot.press(KeyCode.ENTER);
    await().atMost(Duration.ofSeconds(5)).until(() -> !screen.shop.asked.isEmpty());
    robot.release(KeyCode.ENTER);
    assertThat(screen.shop.asked).containsExactly("accept session-1 (paid the rest) console");
  }

  @Test
  void oneOfTheUsualReasonsIsEnough() {
    robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP, KeyCode.TAB);
    assertThat(screen.node("#confirm-cash").isFocused()).isTrue();
    robot.press(KeyCode.ENTER);
    await().atMost(Duration.ofSeconds(5)).until(() -> !screen.shop.asked.isEmpty());
    robot.release(KeyCode.ENTER);
    assertThat(screen.shop.asked).containsExactly("accept session-1 (Rest paid in cash) console");
  }
}
