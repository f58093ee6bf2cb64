// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.automation.AutomationDesk.Card;
import io.secureprint.agent.automation.Draft;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// The automations under the hands of an owner, while they go on working.
final class AutomationsScreenTest {
  @TempDir private Path folder;
  private final FxRobot robot = new FxRobot();
  private final RealAutomations behind = new RealAutomations();
  private ShopOnScreen screen;

  @BeforeEach
  void theOwnerOpensTheAutomations() throws TimeoutException {
    SettableClock clock = new SettableClock();
    SampleStaff staff = new SampleStaff(folder, clock);
    screen =
        new ShopOnScreen(
            staff, staff.shift(), clock, (SampleShop shop) -> shop.automations = behind.desk());
    robot.targetWindow(screen.console);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
    await().until(() -> texts().contains("Evening round"));
  }

  @AfterEach
  void closeShop() {
    screen.close();
    behind.close();
  }

  @Test
  void whatIsTypedStaysWhileAutomationsRunAndComeAndTheOwnerGoesAndReturns() {
    choose("Evening round");
    type("#auto-name", "Closing round");
    behind.desk().press("evening-round", "Ravi");
    Draft first = Objects.requireNonNull(card("paper-order").draft());
    behind.desk().save(called(first, "a-paper-order", "A paper order"), 0, "Ravi");
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
    await().until(() -> texts().contains("A paper order"));
    assertThat(typed("#auto-name")).isEqualTo("Closing round");
    assertThat(chosen()).isEqualTo("evening-round");

    choose("Order paper");
    await().until(() -> typed("#auto-name").equals("Order paper"));
    choose("Evening round");
    await().until(() -> typed("#auto-name").equals("Closing round"));

    robot.push(KeyCode.CONTROL, KeyCode.S);
    await().until(() -> texts().contains("Saved as version 2."));
    assertThat(texts()).contains("Closing round");
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
    await().until(() -> texts().contains("Saved as version 2."));
  }

  @Test
  void aNewOneIsMadeByTheKeyboardAndSwitchedOnWhereItSaysThatItIsOff() {
    press("#auto-new");
    robot.interact(() -> node("#auto-name").requestFocus());
    robot.write("Cash count");
    press("#auto-kind-manual");
    type("#auto-action-0-title", "Count the cash");
    robot.push(KeyCode.CONTROL, KeyCode.S);
    await().until(() -> texts().contains("Saved as version 1. It is still switched off and does nothing yet."));
    assertThat(card("cash-count").enabled()).isFalse();
    press("#auto-switch-on");
    await().until(() -> texts().contains("“Cash count” is switched on."));
    assertThat(card("cash-count").enabled()).isTrue();
    press("#auto-press");
    await().until(() -> texts().contains("Ran. The condition was met."));
  }

  private static Draft called(Draft draft, String id, String name) {
    return new Draft(
        id, name, draft.start(), draft.condition(), draft.actions(), draft.pace());
  }

  private Card card(String id) {
    return behind.desk().all().stream()
        .filter(card -> card.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void choose(String name) {
    ListView<Card> list = list();
    robot.interact(
        () ->
            list.getItems().stream()
                .filter(card -> card.name().equals(name))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select));
  }

  private String chosen() {
    return ShopOnScreen.onScreen(() -> list().getSelectionModel().getSelectedItem().id());
  }

  @SuppressWarnings("unchecked") // what the list of that name has in it
  private ListView<Card> list() {
    return (ListView<Card>) node("#automations");
  }

  private String typed(String id) {
    return ((TextInputControl) node(id)).getText();
  }

  private void type(String id, String text) {
    await().until(() -> robot.lookup(id).tryQuery().isPresent());
    robot.interact(() -> node(id).requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.A).write(text);
  }

  private void press(String id) {
    await().until(() -> robot.lookup(id).tryQuery().isPresent());
    robot.interact(() -> node(id).requestFocus());
    robot.type(KeyCode.SPACE);
  }

  private Node node(String id) {
    return robot.lookup(id).query();
  }

  private List<String> texts() {
    return screen.texts(screen.console);
  }
}
