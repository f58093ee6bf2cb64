// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.automation.AutomationDesk.Card;
import io.secureprint.agent.automation.Draft;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

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
    assertThat(screen.typed("#auto-name")).isEqualTo("Closing round");
    assertThat(chosen()).isEqualTo("evening-round");

    choose("Order paper");
    await().until(() -> screen.typed("#auto-name").equals("Order paper"));
    choose("Evening round");
    await().until(() -> screen.typed("#auto-name").equals("Closing round"));

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
    robot.interact(screen.node("#auto-name")::requestFocus);
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

  @Test
  void aWebhooksSecretIsGoneWhenTheOwnerReturnsAndIsReplacedByHoldingAlone() {
    choose("Orders from the website");
    press("#auto-hook-show");
    String leaked = screen.typed("#auto-hook-secret");
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
    assertThat(robot.lookup("#auto-hook-secret").tryQuery()).isEmpty();

    press("#auto-hook-show");
    press("#auto-hook-renew");
    assertThat(screen.typed("#auto-hook-secret")).isEqualTo(leaked);
    robot.press(KeyCode.SPACE);
    await().until(() -> !screen.typed("#auto-hook-secret").equals(leaked));
    robot.release(KeyCode.SPACE);
  }

  @Test
  void whatIsSwitchedOffIsPutAwayByHoldingAndFoundAgain() {
    choose("Order paper");
    press("#auto-tab-versions");
    robot.interact(screen.node("#auto-away")::requestFocus);
    robot.press(KeyCode.SPACE);
    await().until(() -> texts().contains("Put away (1)"));
    robot.release(KeyCode.SPACE);
    assertThat(list().getItems()).extracting(Card::name).doesNotContain("Order paper");
    press("#auto-put-away");
    await().until(() -> list().getItems().size() == 1);
    choose("Order paper");
    assertThat(screen.node("#auto-tab-form").isDisabled()).isTrue();
    press("#auto-tab-versions");
    await().until(() -> texts().contains("Version 1"));
    press("#auto-back");
    await().until(() -> list().getItems().size() == 6);
    assertThat(chosen()).isEqualTo("paper-order");
  }

  @Test
  void closingTheWindowAsksWhileSomethingTypedIsNotSaved() {
    robot.interact(() -> screen.shop.sessions.set(List.of()));
    choose("Evening round");
    type("#auto-name", "Closing round");
    robot.interact(
        () ->
            screen.console.fireEvent(
                new WindowEvent(screen.console, WindowEvent.WINDOW_CLOSE_REQUEST)));
    await().until(() -> asked().contains("An automation has changes that are not saved."));
    // A title is looked for by its pattern.
    robot.targetWindow("Close the shop.").type(KeyCode.ESCAPE);
    await().until(() -> asked().isEmpty());
    assertThat(screen.closings).hasValue(0);
    assertThat(screen.typed("#auto-name")).isEqualTo("Closing round");
  }

  @Test
  void aTextHintsAtWhatTheTriggerBringsAndATypeOfTaskIsChosenByItsName() {
    choose("Order paper");
    await().until(() -> texts().contains("Texts may hold fields from above, such as ${due}"));
    select("#auto-action-0-task_type", "Refill paper");
    robot.push(KeyCode.CONTROL, KeyCode.S);
    await().until(() -> texts().stream().anyMatch(text -> text.startsWith("Saved as version 2.")));
    Draft saved = Objects.requireNonNull(card("paper-order").draft());
    assertThat(saved.actions().getFirst().field("task_type")).isEqualTo("refill_paper");
  }

  @Test
  void whatCouldNotBeBroughtIsToldWithoutTheProgramsOwnWords() {
    press("#auto-to-letters");
    await().until(() -> texts().stream().anyMatch(text -> text.startsWith("Code INTERNAL")));
    assertThat(texts()).noneMatch(text -> text.contains("IllegalState") || text.contains("automation 3"));
  }

  @SuppressWarnings("unchecked") // what the box of that name has in it
  private ComboBox<String> combo(String id) {
    return (ComboBox<String>) screen.node(id);
  }

  @Test
  void aConditionIsPutTogetherFromChoicesAndCanBeWrittenByHand() {
    choose("Urgent binding came in");
    assertThat(combo("#auto-when-0").getValue()).isEqualTo("payload.area");
    assertThat(screen.typed("#auto-when-0-value")).isEqualTo("binding");
    assertThat(combo("#auto-when-1-value").getEditor().getText()).isEqualTo("Urgent");
    press("#auto-when-0-remove");
    press("#auto-when-add");
    select("#auto-when-2", "payload.new_state");
    select("#auto-when-2-value", "New");
    assertThat(screen.typed("#auto-condition"))
        .isEqualTo("task.priority == 'urgent' && payload.new_state == 'new'");
    press("#auto-when-other");
    type("#auto-condition", "payload.area != '' || now > event.at");
    robot.push(KeyCode.CONTROL, KeyCode.S);
    await().until(() -> texts().contains("Saved as version 2."));
    assertThat(screen.node("#auto-when-other").isVisible()).isFalse();
    Draft saved = Objects.requireNonNull(card("urgent-intake").draft());
    assertThat(saved.condition()).isEqualTo("payload.area != '' || now > event.at");
  }

  /// What stands in the window that asks whether to close; empty while there is none.
  private List<String> asked() {
    return ShopOnScreen.onScreen(
        () ->
            Window.getWindows().stream()
                .map(Stage.class::cast)
                .filter(stage -> "Close the shop?".equals(stage.getTitle()))
                .flatMap(stage -> Texts.shown(stage.getScene().getRoot()).stream())
                .toList());
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

  private void select(String id, String value) {
    ComboBox<String> box = combo(id);
    robot.interact(() -> box.getSelectionModel().select(value));
  }

  private String chosen() {
    ListView<Card> list = list();
    return ShopOnScreen.onScreen(() -> list.getSelectionModel().getSelectedItem().id());
  }

  @SuppressWarnings("unchecked") // what the list of that name has in it
  private ListView<Card> list() {
    return (ListView<Card>) screen.node("#automations");
  }

  private void type(String id, String text) {
    robot.interact(screen.node(id)::requestFocus);
    robot.push(KeyCode.CONTROL, KeyCode.A).write(text);
  }

  private void press(String id) {
    robot.interact(screen.node(id)::requestFocus);
    robot.type(KeyCode.SPACE);
  }

  private List<String> texts() {
    return screen.texts(screen.console);
  }
}
