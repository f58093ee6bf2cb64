// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// The workflows under the hands of an owner who has never seen them.
final class WorkflowsScreenTest {
  @TempDir private Path folder;
  private final FxRobot robot = new FxRobot();
  private ShopOnScreen screen;

  @BeforeEach
  void theOwnerOpensTheWorkflows() throws TimeoutException {
    SettableClock clock = new SettableClock();
    SampleStaff staff = new SampleStaff(folder, clock);
    screen = new ShopOnScreen(staff, staff.shift(), clock);
    robot.targetWindow(screen.console);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
    await().until(() -> texts().contains("Choose and see the price"));
  }

  @AfterEach
  void closeShop() {
    screen.close();
  }

  @Test
  void theStudentDiscountIsAddedByFollowingTheScreens() {
    add("form");
    type("#flow-steps-0-label-en", "Are you a student?");
    type("#flow-steps-0-config-fields-0-label-en", "Student number");
    click("#flow-steps-0-config-fields-0-required");
    add("validation");
    type("#flow-steps-1-triggerEndpoint", "/students/check");
    clickStep(1);
    addTheLastKind();
    click("#flow-steps-1-config-cases-add");
    choose("#flow-steps-1-config-cases-0-when", "answers.studentNumber");
    choose("#flow-steps-1-config-cases-0-goTo", "validation");
    choose("#flow-steps-1-config-otherwise", "choose");
    clickStep(4);
    click("#flow-discount");
    type("#flow-config-discount-label-en", "Student discount");
    choose("#flow-config-discount-when", "check.valid");
    assertThat(texts()).contains("Choose");
    tryWithoutANumber();
    publish();
    assertThat(screen.shop.workflows.running()).isEqualTo(2);
    assertThat(kept("config.discount.when")).isEqualTo("check.valid == true");
    assertThat(kept("steps[0].config.fields[0].key")).isEqualTo("studentNumber");
    assertThat(kept("steps[1].config.cases[0].when")).isEqualTo("answers.studentNumber != ''");
  }

  private void tryWithoutANumber() {
    robot.clickOn("#tab-try").clickOn("#try-begin");
    await().until(() -> robot.lookup("#try-go").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#try-go").queryButton().fire());
    await().until(() -> texts().contains("No discount for this customer"));
    robot.clickOn("#try-begin");
    await().until(() -> robot.lookup("#try-studentNumber").tryQuery().isPresent());
    robot.clickOn("#try-studentNumber").write("2041");
    robot.interact(() -> robot.lookup("#try-go").queryButton().fire());
    await().until(() -> robot.lookup("#try-right").tryQuery().isPresent());
    robot.clickOn("#try-right");
    await().until(() -> texts().contains("Student discount: 10 % off"));
  }

  private void publish() {
    robot.clickOn("#tab-publish");
    await().until(() -> texts().contains("Nothing is wrong."));
    robot.clickOn("#flow-note").write("For the college");
    robot.moveTo("#flow-publish").press(MouseButton.PRIMARY);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> texts().stream().anyMatch(text -> text.startsWith("Version 2 runs now.")));
    robot.release(MouseButton.PRIMARY);
  }

  @Test
  void whereAnAnswerIsChosenTheConditionChoosesOneOfTheSame() {
    add("form");
    choose("#flow-steps-0-config-fields-0-type", "choice");
    type("#flow-steps-0-config-fields-0-options-0-label-en", "Student");
    add("validation");
    click("#flow-steps-1-config-rules-add");
    choose("#flow-steps-1-config-rules-0-when", "answers.answer");
    await().until(() -> texts().contains("Choose or type what it is compared with."));
    choose("#flow-steps-1-config-rules-0-when-choice", "student");
    await().until(() -> !texts().contains("Choose or type what it is compared with."));
    robot.push(KeyCode.CONTROL, KeyCode.S);
    await()
        .until(() -> kept("steps[1].config.rules[0].when").equals("answers.answer == 'student'"));
  }

  @Test
  void anUndoOutsideATextTakesBackTheLastChange() {
    add("info");
    await().until(() -> texts().contains("Good to know"));
    robot.interact(() -> robot.lookup("#flow-steps").query().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    await().until(() -> !texts().contains("Good to know"));
  }

  @Test
  void theServersAreSetUpOneClickAway() {
    add("validation");
    robot.interact(
        () -> ((Hyperlink) robot.lookup("#flow-steps-0-config-connection-settings").query()).fire());
    await().until(() -> texts().contains("Settings") && texts().contains("Connections"));
    await().until(() -> robot.lookup("#flow-steps").tryQuery().isEmpty());
  }

  @Test
  void aWorkflowOfProgramsUndoesWhatItDidAndTellsAServerAtTheEnd() {
    robot.interact(() -> newWorkflow().fire());
    await().until(() -> texts().contains("A question"));
    add("api_call");
    type("#flow-steps-1-triggerEndpoint", "/orders");
    unfold("#flow-steps-1-more-server");
    type("#flow-steps-1-retryConfig-initialDelayMs", "601");
    await().until(() -> texts().contains("Type a number from 0 to 600."));
    type("#flow-steps-1-retryConfig-initialDelayMs", "2.5");
    unfold("#flow-steps-1-more");
    click("#flow-steps-1-compensate");
    await().until(() -> texts().contains("Something is missing here. Fill it in."));
    type("#flow-steps-1-compensate-endpoint", "/orders/cancel");
    unfold("#flow-steps-1-compensate-more-server");
    TextInputControl again =
        (TextInputControl) screen.node("#flow-steps-1-compensate-retryConfig-maxRetries");
    assertThat(again.getPromptText()).isEqualTo("10");
    clickStep(0);
    unfold("#flow-config-more");
    click("#flow-config-completion");
    type("#flow-config-completion-endpoint", "/orders/done");
    robot.push(KeyCode.CONTROL, KeyCode.S);
    await().until(() -> made("config.completion.endpoint").equals("/orders/done"));
    assertThat(made("steps[1].compensate.endpoint")).isEqualTo("/orders/cancel");
    assertThat(made("steps[1].retryConfig.initialDelayMs")).isEqualTo("2500");
    assertThat(screen.shop.workflows.workshop().check("new-workflow", made())).isEmpty();
  }

  private JsonObject made() {
    boolean there =
        screen.shop.workflows.workshop().pieces().get().stream()
            .anyMatch(piece -> piece.slug().equals("new-workflow"));
    return there ? screen.shop.workflows.text("new-workflow") : JsonObject.EMPTY;
  }

  private String made(String place) {
    return JsonPath.of(place).text(made());
  }

  private MenuItem newWorkflow() {
    return robot.lookup("#flow-more").queryAs(MenuButton.class).getItems().getFirst();
  }

  private void unfold(String id) {
    await().until(() -> robot.lookup(id).tryQuery().isPresent());
    robot.interact(() -> robot.lookup(id).queryAs(TitledPane.class).setExpanded(true));
  }

  private String kept(String place) {
    return JsonPath.of(place).text(screen.shop.workflows.text("print-journey"));
  }

  @Test
  void stepsComeMoveAndGoByTheKeyboard() {
    robot.type(KeyCode.INSERT);
    await().until(() -> robot.lookup("#add-form").tryQuery().isPresent());
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    await().until(() -> texts().contains("Good to know"));
    robot.type(KeyCode.INSERT).type(KeyCode.ENTER);
    await().until(() -> texts().contains("A question"));
    robot.push(KeyCode.CONTROL, KeyCode.S);
    await().until(() -> saved().contains("info form"));
    robot.push(KeyCode.ALT, KeyCode.UP);
    robot.push(KeyCode.CONTROL, KeyCode.S);
    await().until(() -> saved().contains("form info"));
    robot.type(KeyCode.DELETE);
    await().until(() -> !texts().contains("A question"));
    robot.clickOn("#step-undo");
    await().until(() -> texts().contains("A question"));
  }

  @Test
  void whatIsKnownIsOfferedWhereAPlaceForItIsTyped() {
    add("form");
    add("info");
    type("#flow-steps-1-config-message-en", "You said ");
    await().until(() -> robot.lookup("#flow-steps-1-config-message-en").tryQuery().isPresent());
    robot.push(KeyCode.CONTROL, KeyCode.SPACE);
    await().until(() -> robot.lookup("Your answer  (answers.answer)").tryQuery().isPresent());
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    robot.push(KeyCode.CONTROL, KeyCode.S);
    await()
        .until(
            () ->
                JsonPath.of("steps[1].config.message.en")
                    .text(screen.shop.workflows.text("print-journey"))
                    .equals("You said ${answers.answer}"));
  }

  /// The ids of the steps in the draft.
  private String saved() {
    return JsonPath.of("steps").items(screen.shop.workflows.text("print-journey")).stream()
        .map(step -> step.text("id").orElse(""))
        .collect(Collectors.joining(" "));
  }

  private void add(String kind) {
    robot.clickOn("#step-add");
    await().until(() -> robot.lookup("#add-" + kind).tryQuery().isPresent());
    robot.clickOn("#add-" + kind);
  }

  /// Going different ways.
  private void addTheLastKind() {
    robot.clickOn("#step-add");
    await().until(() -> robot.lookup("#add-form").tryQuery().isPresent());
    robot.type(KeyCode.END, KeyCode.ENTER);
  }

  /// The row of the list, from the workflow as a whole at 0.
  private void clickStep(int row) {
    robot.clickOn("#flow-steps").type(KeyCode.HOME);
    for (int i = 0; i < row; i++) {
      robot.type(KeyCode.DOWN);
    }
  }

  private void type(String id, String text) {
    await().until(() -> robot.lookup(id).tryQuery().isPresent());
    robot.interact(() -> reveal(id).requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.A).write(text);
  }

  private void click(String id) {
    await().until(() -> robot.lookup(id).tryQuery().isPresent());
    robot.interact(() -> reveal(id).requestFocus());
    robot.type(KeyCode.SPACE);
  }

  @SuppressWarnings("unchecked") // what the box of that name has in it
  private void choose(String id, String value) {
    await().until(() -> ((ComboBox<String>) screen.node(id)).getItems().contains(value));
    ComboBox<String> box = (ComboBox<String>) screen.node(id);
    robot.interact(() -> box.setValue(value));
  }

  private Node reveal(String id) {
    Node node = robot.lookup(id).query();
    robot.lookup(".flow-form-scroll").<ScrollPane>query().layout();
    return node;
  }

  private List<String> texts() {
    return screen.texts(screen.console);
  }
}
