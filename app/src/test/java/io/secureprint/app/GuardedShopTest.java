// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.access.TestStaff;

import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// Both windows of a shop whose people have PINs.
final class GuardedShopTest {
  private static final String CUSTOMER = "Blue Mango";

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final FxRobot robot = new FxRobot();
  private Shift shift;
  private ShopOnScreen screen;

  @BeforeEach
  void openShop() throws TimeoutException {
    SampleStaff staff = new SampleStaff(folder, clock).hire();
    shift = staff.shift();
    screen = new ShopOnScreen(staff, shift, clock);
    robot.targetWindow(screen.console);
  }

  @AfterEach
  void closeShop() {
    screen.close();
  }

  @Test
  void aPersonComesInByKeys() {
    robot.type(KeyCode.RIGHT, KeyCode.DIGIT8, KeyCode.DIGIT5, KeyCode.DIGIT2, KeyCode.DIGIT0);
    robot.type(KeyCode.ENTER);
    await().until(() -> present().equals("Ravi"));
    await().until(() -> told(CUSTOMER));
  }

  @Test
  void aPersonComesInByTouch() {
    robot.clickOn("Meena");
    List.of("1", "3", "3", "erase", "5", "7", "enter").forEach(key -> robot.clickOn("#pin-" + key));
    await().until(() -> present().equals("Meena"));
  }

  @Test
  void theConsoleLocksByItselfAndTellsNothingOfCustomersBehindIt() {
    enter("4711");
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2).type(KeyCode.DOWN, KeyCode.ENTER);
    assertThat(told(CUSTOMER)).isTrue();
    clock.pass(TestStaff.LOCK);
    shift.tick();
    await().until(() -> texts().stream().anyMatch(text -> text.endsWith(" want you")));
    assertThat(SampleShop.six()).noneMatch(customer -> told(customer.name().english()));
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT5).push(KeyCode.CONTROL, KeyCode.COMMA);
    assertThat(SampleShop.six()).noneMatch(customer -> told(customer.name().english()));

    enter("4711");
    await().until(() -> told(CUSTOMER));
  }

  @Test
  void whatOnePersonLookedForIsNotForTheNext() {
    enter("4711");
    robot.push(KeyCode.CONTROL, KeyCode.K).write("lock the").type(KeyCode.ENTER);
    await().until(() -> shift.present().isEmpty());
    enter("4711");
    robot.push(KeyCode.CONTROL, KeyCode.K).write("mango");
    assertThat(told("here now · 5608")).isTrue();

    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    enter("4711");
    await().until(() -> told("Blue Mango"));
    assertThat(told("here now · 5608")).isFalse();
    assertThat(screen.typed("#search-text")).isEmpty();
  }

  @Test
  void whoeverMovesKeepsTheConsoleOpen() {
    enter("4711");
    clock.pass(TestStaff.LOCK.minusSeconds(1));
    robot.type(KeyCode.DOWN);
    clock.pass(TestStaff.LOCK.minusSeconds(1));
    robot.moveBy(5, 5);
    clock.pass(TestStaff.LOCK.minusSeconds(1));
    shift.tick();
    assertThat(present()).isEqualTo("Asha");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    assertThat(shift.present()).isEmpty();
  }

  @Test
  void staffNeedTheOwnerForTheSettingsAndMayGiveUp() {
    robot.type(KeyCode.RIGHT);
    enter("8520");
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    await().until(() -> robot.lookup("#pin-cancel").tryQuery().isPresent());
    assertThat(robot.lookup(".pin-person").queryAllAs(ToggleButton.class))
        .extracting(ToggleButton::getText)
        .containsExactly("Asha");
    robot.write("8520").type(KeyCode.ENTER);
    await().until(() -> told("This PIN is not right."));
    robot.type(KeyCode.ESCAPE);
    await().until(() -> told("Only the owner comes in here"));
    assertThat(robot.lookup("#settings-save").tryQuery()).isEmpty();
  }

  @Test
  void whoEndsTheFullScreenFromTheConsoleIsAskedAgainAfterAWhile() {
    enter("4711");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
    await().until(screen.kiosk::isFullScreen);
    clock.pass(TestStaff.AGAIN);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
    await().until(() -> told("Leave the kiosk"));
    robot.clickOn("#pin-cancel");
    await().until(() -> !told("Leave the kiosk"));
    assertThat(screen.kiosk.isFullScreen()).isTrue();

    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
    await().until(() -> told("Leave the kiosk"));
    robot.write("4711").type(KeyCode.ENTER);
    await().until(() -> !screen.kiosk.isFullScreen());
  }

  private void enter(String pin) {
    robot.write(pin).type(KeyCode.ENTER);
    await().until(() -> shift.present().isPresent());
  }

  private String present() {
    return shift.present().map(Person::name).orElse("");
  }

  private boolean told(String text) {
    return texts().contains(text);
  }

  private List<String> texts() {
    return screen.texts(screen.console);
  }
}
