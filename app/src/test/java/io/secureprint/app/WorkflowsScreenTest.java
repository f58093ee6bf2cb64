// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.JsonPath;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
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
    add("validation");
    type("#flow-steps-1-triggerEndpoint", "/students/check");
    clickStep("Choose");
    click("#flow-discount");
    type("#flow-config-discount-label-en", "Student discount");
    choose("#flow-config-discount-when", "check.valid");

    robot.clickOn("#tab-publish");
    await().until(() -> texts().contains("Nothing is wrong."));
    robot.clickOn("#flow-note").write("For the college");
    robot.moveTo("#flow-publish").press(MouseButton.PRIMARY);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> texts().stream().anyMatch(text -> text.startsWith("Version 2 runs now.")));
    robot.release(MouseButton.PRIMARY);
    assertThat(screen.shop.workflows.running()).isEqualTo(2);
    assertThat(JsonPath.of("config.discount.when").text(screen.shop.workflows.text("print-journey")))
        .isEqualTo("check.valid == true");
    assertThat(JsonPath.of("steps[0].config.fields[0].key").text(screen.shop.workflows.text("print-journey")))
        .isEqualTo("studentNumber");
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

  private void clickStep(String name) {
    robot.clickOn("#flow-steps").type(KeyCode.END);
    robot.type(KeyCode.UP, KeyCode.UP);
    await().until(() -> robot.lookup("#flow-discount").tryQuery().isPresent());
    assertThat(texts()).contains(name);
  }

  private void type(String id, String text) {
    await().until(() -> robot.lookup(id).tryQuery().isPresent());
    robot.interact(() -> reveal(id).requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.A).write(text);
  }

  private void click(String id) {
    robot.interact(() -> reveal(id).requestFocus());
    robot.type(KeyCode.SPACE);
  }

  @SuppressWarnings("unchecked") // what the box of that name has in it
  private void choose(String id, String value) {
    await()
        .until(() -> ((ComboBox<String>) robot.lookup(id).query()).getItems().contains(value));
    robot.interact(() -> ((ComboBox<String>) robot.lookup(id).query()).setValue(value));
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
