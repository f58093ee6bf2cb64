// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// The books of a day under a person's hands.
final class DayBookScreenTest {
  @TempDir private Path folder;
  private final FxRobot robot = new FxRobot();
  private ShopOnScreen screen;

  @BeforeEach
  void openShop() throws TimeoutException {
    SettableClock clock = new SettableClock();
    SampleStaff staff = new SampleStaff(folder, clock);
    screen = new ShopOnScreen(staff, staff.shift(), clock);
    robot.targetWindow(screen.console);
    await().until(() -> screen.console.isFocused());
    await().until(() -> texts().contains("Books of the day"));
  }

  @AfterEach
  void closeShop() {
    screen.close();
  }

  @Test
  void theDayIsTickedOffWithTheKeyboardAlone() {
    robot.push(KeyCode.CONTROL, KeyCode.B);
    await().until(() -> texts().contains("Saturday, 21 November 2026"));
    await().until(() -> texts().contains("0 of 5 ticked · ₹192.89 to find"));
    robot.type(KeyCode.SPACE, KeyCode.DOWN, KeyCode.SPACE);
    assertThat(texts()).contains("2 of 5 ticked · ₹114.93 to find", "…0041");

    robot.type(KeyCode.LEFT);
    await().until(() -> texts().contains("0 of 5 ticked · ₹192.89 to find"));
    assertThat(texts()).contains("Friday, 20 November 2026");
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
    await().until(() -> texts().contains("2 of 5 ticked · ₹114.93 to find"));
    assertThat(texts()).contains("Saturday, 21 November 2026");

    robot.type(KeyCode.ESCAPE);
    await().until(() -> texts().contains("Books of the day"));
    robot.push(KeyCode.CONTROL, KeyCode.B);
    await().until(() -> texts().contains("2 of 5 ticked · ₹114.93 to find"));
  }

  @Test
  void whatIsStillOwedIsOneButtonFromWhereItIsSettled() {
    robot.clickOn("#to-books");
    await().until(() -> robot.lookup("#book-settle").tryQuery().isPresent());
    assertThat(texts()).contains("Paid, but not printed.").doesNotContain("Code PRINT_WITHOUT_MONEY");
    screen.shop.books.robbed = true;
    robot.type(KeyCode.F5);
    await().until(() -> texts().contains("Code PRINT_WITHOUT_MONEY"));

    robot.clickOn("#book-settle");
    await().until(() -> robot.lookup("#sessions").tryQuery().isPresent());
  }

  @Test
  void booksThatCannotBeReadAreTriedAgainAndClosedWithAKey() {
    screen.shop.books.broken = true;
    robot.push(KeyCode.CONTROL, KeyCode.B);
    await().until(() -> texts().contains("The books could not be read"));
    robot.push(KeyCode.CONTROL, KeyCode.S);
    screen.shop.books.broken = false;
    robot.type(KeyCode.F5);
    await().until(() -> texts().contains("0 of 5 ticked · ₹192.89 to find"));

    screen.shop.books.broken = true;
    robot.type(KeyCode.LEFT);
    await().until(() -> texts().contains("The books could not be read"));
    robot.type(KeyCode.ESCAPE);
    await().until(() -> texts().contains("Books of the day"));
  }

  private List<String> texts() {
    return screen.texts(screen.console);
  }
}
