// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static io.secureprint.agent.journey.Stage.PAYING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.kernel.Paise;

import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// Both windows under a person's hands.
final class ShopWindowsTest {
  @TempDir private Path folder;
  private final FxRobot robot = new FxRobot();
  private ShopOnScreen screen;
  private SampleShop shop;
  private Stage console;

  @BeforeEach
  void openShop() throws TimeoutException {
    SampleStaff staff = new SampleStaff(folder, SampleShop.CLOCK);
    screen = new ShopOnScreen(staff, staff.shift(), SampleShop.CLOCK);
    shop = screen.shop;
    console = screen.console;
    robot.targetWindow(console);
    await().until(() -> ShopOnScreen.onScreen(console::isFocused));
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    await().until(() -> screen.node("#sessions").isFocused());
  }

  @AfterEach
  void closeShop() {
    screen.close();
  }

  @Test
  void cashIsTakenWithTheKeyboardAlone() {
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    assertThat(screen.node("#confirm-cash").isFocused()).isTrue();

    robot.press(KeyCode.ENTER);
    await().atMost(Duration.ofSeconds(5)).until(() -> !shop.asked.isEmpty());
    robot.release(KeyCode.ENTER);

    assertThat(shop.asked).containsExactly("cash session-1 7800 console");
    await().until(() -> texts().contains("₹78.00 taken. Printing starts by itself."));
  }

  @Test
  void theEnterThatOpensASessionNeverTakesItsCash() {
    robot.type(KeyCode.DOWN);
    robot.press(KeyCode.ENTER);
    assertThatNothingIsAsked(this::repeatEnter);
    robot.release(KeyCode.ENTER);

    assertThat(screen.node("#confirm-cash").isFocused()).isTrue();
  }

  @Test
  void aClickIsNotEnoughToCancel() {
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    robot.clickOn("#cancel-session").clickOn("#cancel-session");
    assertThat(shop.asked).isEmpty();

    robot.press(MouseButton.PRIMARY);
    await().atMost(Duration.ofSeconds(5)).until(() -> !shop.asked.isEmpty());
    robot.release(MouseButton.PRIMARY);
    assertThat(shop.asked).containsExactly("cancel session-1 console");
  }

  @Test
  void aPriceThatChangesUnderTheFingerIsNotConfirmed() {
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    robot.press(KeyCode.SPACE);
    shop.sessions.set(List.of(SampleShop.tile(0, PAYING, 0, 0, true, null), dearer()));
    assertThatNothingIsAsked(() -> {});
    robot.release(KeyCode.SPACE);

    assertThat(texts()).contains("Hold: ₹999.00 received");
  }

  @Test
  void aRefusalSaysWhatToDoAndItsCode() {
    shop.answer = new Desk.Answer.Refused("AMOUNT_CHANGED");
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    robot.press(KeyCode.ENTER);
    await().atMost(Duration.ofSeconds(5)).until(() -> texts().contains("Code AMOUNT_CHANGED"));
    robot.release(KeyCode.ENTER);

    assertThat(texts()).contains("Look at the new amount and confirm again.");
  }

  @Test
  void whatBreaksWhileSomebodyLooksIsSeenWithWhatToDo() {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT9);
    await().until(() -> texts().contains("Everything works"));
    await().until(() -> shop.health.looks.get() == 1);

    shop.health.trouble();
    await().until(() -> texts().contains("To look at: 4"));
    assertThat(texts()).contains("Switch it on and check its cable.", "Code PRINTER_UNREACHABLE");

    robot.clickOn("#health-look");
    await().until(() -> shop.health.looks.get() == 2);
  }

  @Test
  void escapeGoesBackToTheListWhereItWas() {
    robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER, KeyCode.ESCAPE);

    assertThat(screen.node(".detail").isVisible()).isFalse();
    assertThat(screen.node("#sessions").isFocused()).isTrue();
    robot.type(KeyCode.ENTER);
    assertThat(texts()).filteredOn(text -> text.equals("Green Guava")).hasSize(2);
  }

  @Test
  void theHistoryIsSearchedByTyping() {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
    robot.write("guava");
    await().until(() -> texts().contains("Green Guava") && !texts().contains("Blue Mango"));

    robot.type(KeyCode.ENTER, KeyCode.ENTER);
    await().until(() -> texts().contains("Printing · attempt 2"));
    assertThat(texts()).contains("Version 3");
    robot.type(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.F);
    robot.type(KeyCode.ESCAPE);
    await().until(() -> texts().contains("Blue Mango"));
  }

  @Test
  void everythingIsFoundFromAnywhereWithTheKeyboardAlone() {
    robot.push(KeyCode.CONTROL, KeyCode.K).write("guava").type(KeyCode.ENTER);
    assertThat(texts()).contains("Sessions").filteredOn(text -> text.equals("Green Guava")).hasSize(2);

    robot.push(KeyCode.CONTROL, KeyCode.K).write("guava");
    await().until(() -> texts().contains("21 Nov, 10:36:00"));
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    await().until(() -> texts().contains("Printing · attempt 2"));

    robot.push(KeyCode.CONTROL, KeyCode.K).write("लेज़र");
    assertThat(texts()).contains("Nothing is called “लेज़र”");
    robot.push(KeyCode.CONTROL, KeyCode.A).write("दाम").type(KeyCode.ENTER);
    assertThat(screen.node("#price-A4-0-MONO_ONE").isFocused()).isTrue();

    robot.push(KeyCode.CONTROL, KeyCode.K).write("laser").type(KeyCode.ESCAPE);
    assertThat(screen.node("#price-A4-0-MONO_ONE").isFocused()).isTrue();
    assertThat(shop.asked).isEmpty();
    assertThat(shop.printers.asked).isEmpty();
  }

  @Test
  void pricesArePublishedWithTheKeyboardAlone() {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
    assertThat(screen.node("#price-A4-0-MONO_ONE").isFocused()).isTrue();
    robot.write("3").type(KeyCode.DOWN, KeyCode.DOWN).write("1").push(KeyCode.CONTROL, KeyCode.ENTER);
    assertThat(texts()).contains("₹2.50 → ₹3.00", "₹1.50 → ₹1.00");
    robot.write("toner").press(KeyCode.ENTER);
    assertThatNoPricesAreAsked(this::repeatEnter);
    robot.release(KeyCode.ENTER);
    assertThat(screen.node("#publish-prices").isFocused()).isTrue();

    robot.press(KeyCode.ENTER);
    await().atMost(Duration.ofSeconds(5)).until(() -> !shop.prices.asked.isEmpty());
    robot.release(KeyCode.ENTER);
    assertThat(shop.prices.asked).containsExactly("publish on 4 'toner' null console");
    await().until(() -> texts().stream().anyMatch(text -> text.startsWith("Version 5 is published")));
  }

  @Test
  void aBulkPriceIsAddedWhereThePersonIs() {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
    robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN).push(KeyCode.CONTROL, KeyCode.B);
    assertThat(screen.node("#price-A3-1-FROM").isFocused()).isTrue();
    robot.write("20").type(KeyCode.ENTER).write("5").type(KeyCode.ENTER);
    assertThat(texts()).contains("A3 · Black-and-white, one side, from 20", "– → ₹5.00");
  }

  @Test
  void anOlderPriceListIsBroughtBackWithTheKeyboardAlone() {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
    robot.type(KeyCode.F6);
    await().until(() -> texts().contains("Paper is dearer"));
    robot.type(KeyCode.DOWN, KeyCode.TAB).press(KeyCode.ENTER);
    await().atMost(Duration.ofSeconds(5)).until(() -> !shop.prices.asked.isEmpty());
    robot.release(KeyCode.ENTER);
    assertThat(shop.prices.asked).containsExactly("revert 3 on 4 console");
  }

  @Test
  void anotherLanguageKeepsWhatIsTyped() {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
    robot.type(KeyCode.ENTER).write("2,50").type(KeyCode.ENTER).push(KeyCode.CONTROL, KeyCode.L);
    assertThat(texts())
        .anyMatch(text -> text.startsWith("ब्लैक एंड वाइट, दोनों ओर: यह रक़म नहीं है।"));
  }

  @Test
  void anotherLanguageKeepsWhatIsOpen() {
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    robot.push(KeyCode.CONTROL, KeyCode.L);

    assertThat(texts()).contains("दबाए रखें: ₹78.00 मिले", "नारंगी नारियल");
    shop.sessions.set(List.of(dearer()));
    await().until(() -> texts().contains("दबाए रखें: ₹999.00 मिले"));
  }

  @Test
  void theStatePillTellsWhatTheShopNeeds() {
    shop.trouble("media-empty-error", "Front laser");
    robot.clickOn("#shop-state");

    assertThat(texts()).contains("Front laser: The printer is out of paper.");
    robot.push(KeyCode.CONTROL, KeyCode.N);
    assertThat(screen.node("#notes").isVisible()).isFalse();
  }

  @Test
  void theKioskFillsTheScreenOnlyOnDemandWhereThereIsOneScreen() {
    Stage kiosk = screen.kiosk;
    assertThat(kiosk.isFullScreen()).isFalse();

    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
    await().until(kiosk::isFullScreen);
    assertThat(texts()).contains("Kiosk: in a window");
  }

  @Test
  void customersCannotCloseTheKiosk() {
    Stage kiosk = screen.kiosk;
    robot.interact(
        () ->
            Event.fireEvent(kiosk, new WindowEvent(kiosk, WindowEvent.WINDOW_CLOSE_REQUEST)));

    assertThat(kiosk.isShowing()).isTrue();
  }

  @Test
  void closingTheConsoleAsksWhileThereAreCustomers() {
    robot.interact(this::askToClose);
    robot.clickOn("Stay open");
    assertThat(console.isShowing()).isTrue();
    assertThat(screen.closings).hasValue(0);

    shop.sessions.set(List.of());
    robot.interact(this::askToClose);
    assertThat(console.isShowing()).isFalse();
    assertThat(screen.closings).hasValue(1);
  }

  @Test
  void aSecondStartBringsTheConsoleBack() {
    robot.interact(() -> console.setIconified(true));
    screen.raise();

    await().until(() -> !console.isIconified() && console.isFocused());
  }

  /// For longer than a hold takes, with `meanwhile` every 25 ms.
  private void assertThatNothingIsAsked(Runnable meanwhile) {
    assertThatNothingIs(shop.asked, meanwhile);
  }

  private void assertThatNoPricesAreAsked(Runnable meanwhile) {
    assertThatNothingIs(shop.prices.asked, meanwhile);
  }

  private static void assertThatNothingIs(List<String> asked, Runnable meanwhile) {
    await()
        .pollInterval(Duration.ofMillis(25))
        .during(Duration.ofSeconds(1))
        .until(
            () -> {
              meanwhile.run();
              return asked.isEmpty();
            });
  }

  /// What a keyboard does with a key that stays down: the robot presses a key only once.
  private void repeatEnter() {
    robot.interact(
        () ->
            Event.fireEvent(
                console.getScene().getFocusOwner(),
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
  }

  private void askToClose() {
    WindowEvent request = new WindowEvent(console, WindowEvent.WINDOW_CLOSE_REQUEST);
    Event.fireEvent(console, request);
  }

  private static SessionTile dearer() {
    SessionTile one = SampleShop.tile(1, PAYING, 0, 0, true, null);
    return new SessionTile(
        one.sessionId(), one.executionId(), one.name(), one.sas(), one.stage(), one.files(),
        one.sheets(), new Paise(99_900), 0, 0, true, null, one.money(), one.since());
  }

  private List<String> texts() {
    return screen.texts(console);
  }
}
