// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.access.TestStaff;
import io.secureprint.agent.board.ActionPlanState;
import io.secureprint.agent.board.Caller;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.TaskDraft;
import io.secureprint.agent.board.TaskQuery;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.store.TestBoard;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/// The work board under the hands of somebody at its keyboard, and of somebody with a mouse.
final class BoardScreenTest {
  @TempDir private Path folder;
  private final FxRobot robot = new FxRobot();
  private TestBoard behind;
  private ShopOnScreen screen;
  private String task;

  @BeforeEach
  void raviOpensTheBoard() throws TimeoutException {
    SettableClock clock = new SettableClock();
    behind = new TestBoard(folder.resolve("board"), clock);
    TaskDraft draft =
        new TaskDraft(
            "intake", "counter", Priority.HIGH, "Refill tray 2", "Ravi", null, TaskDraft.Links.NONE);
    task = SampleBoard.done(behind.board().tasks().create(draft, Caller.system("shop"))).id();
    SampleStaff staff = new SampleStaff(folder, clock).hire();
    Shift shift = staff.shift();
    TestStaff.enter(shift, "Ravi");
    screen = new ShopOnScreen(staff, shift, clock, () -> behind);
    robot.targetWindow(screen.console);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
    await().until(() -> robot.lookup("#column-new .card-tile").tryQuery().isPresent());
  }

  @AfterEach
  void closeShop() {
    screen.close();
    behind.close();
  }

  @Test
  void aCardIsMovedByTheKeyboardAloneAndKeepsIt() {
    robot.interact(card("new")::requestFocus);
    robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
    await().until(() -> robot.lookup("#column-in-progress .card-tile").tryQuery().isPresent());
    assertThat(state()).isEqualTo(TaskState.IN_PROGRESS);
    await().until(() -> card("in-progress").isFocused());

    robot.type(KeyCode.M, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
    await().until(() -> robot.lookup("#column-completed .card-tile").tryQuery().isPresent());
    assertThat(state()).isEqualTo(TaskState.COMPLETED);
    assertThat(behind.events(task))
        .containsExactly("TaskCreated shop", "TaskStateChanged Ravi", "TaskStateChanged Ravi");

    await().until(() -> card("completed").isFocused());
    robot.push(KeyCode.CONTROL, KeyCode.LEFT);
    await().until(() -> texts().contains("Code INVALID_TRANSITION"));
    assertThat(texts()).contains("It is over and goes nowhere.");
    assertThat(state()).isEqualTo(TaskState.COMPLETED);
  }

  @Test
  void aCardIsDraggedToAnotherColumnAndStaysWhereItMayNotGo() {
    robot.drag(card("new")).dropTo(column("in-progress"));
    await().until(() -> robot.lookup("#column-in-progress .card-tile").tryQuery().isPresent());
    assertThat(state()).isEqualTo(TaskState.IN_PROGRESS);

    robot.drag(card("in-progress")).dropTo(column("new"));
    await().until(() -> texts().contains("Code INVALID_TRANSITION"));
    assertThat(state()).isEqualTo(TaskState.IN_PROGRESS);
    assertThat(robot.lookup("#column-new .card-tile").tryQuery()).isEmpty();
  }

  @Test
  void aDragThatIsGivenUpMovesNothing() {
    robot.drag(card("new")).moveTo(column("in-progress"));
    robot.type(KeyCode.ESCAPE).drop();
    assertThat(behind.events(task)).containsExactly("TaskCreated shop");
    robot.drag(card("new")).dropTo(column("in-progress"));
    await().until(() -> state() == TaskState.IN_PROGRESS);
  }

  @Test
  void whereThereIsNoRoomForBothTheOpenTaskTakesThePlaceOfTheColumns() {
    robot.interact(card("new")::requestFocus);
    robot.type(KeyCode.ENTER);
    await().until(() -> robot.lookup("#card-detail").tryQuery().isPresent());
    assertThat(robot.lookup("#column-new").tryQuery()).isEmpty();
    robot.clickOn("#card-rename").write("Refill tray 3").type(KeyCode.ENTER);
    await().until(() -> robot.lookup("#card-rename").tryQuery().filter(Node::isFocused).isPresent());
    assertThat(texts()).contains("Refill tray 3");
    robot.type(KeyCode.ESCAPE);
    await().until(() -> robot.lookup("#column-new .card-tile").tryQuery().isPresent());
    await().until(() -> card("new").isFocused());
    assertThat(robot.lookup("#card-detail").tryQuery()).isEmpty();
  }

  @Test
  void insertWhileAPlanIsWrittenWritesNoOther() {
    robot.clickOn("#board-plans").clickOn("#plan-new").write("Before Diwali").type(KeyCode.INSERT);
    assertThat(screen.typed("#plan-title")).isEqualTo("Before Diwali");
    robot.type(KeyCode.ESCAPE);
    await().until(() -> texts().contains("Go on writing"));
    robot.clickOn("#plan-new");
    assertThat(screen.typed("#plan-title")).isEqualTo("Before Diwali");
  }

  @Test
  void aNewTaskIsOfATypeOfTheOwnersOwnAndBelongsToTheCounter() {
    robot.clickOn("#board-new").write("Frame the photo").clickOn("#new-type");
    robot.push(KeyCode.CONTROL, KeyCode.A).write("Photo frame").push(KeyCode.TAB);
    assertThat(texts()).contains("Wanted by");
    robot.interact(((Button) screen.node("#new-create"))::fire);
    await().until(() -> robot.lookup("#column-new .card-tile").queryAll().size() == 2);
    assertThat(texts()).contains("photo frame");
    assertThat(behind.board().tasks().columns(TaskQuery.Filter.ALL, 2).getFirst().cards())
        .extracting(card -> card.task().type() + " in " + card.task().area())
        .containsExactlyInAnyOrder("intake in counter", "photo_frame in counter");
  }

  @Test
  void aPlanIsArchivedByHoldingAndByNoClick() {
    robot.clickOn("#board-plans").clickOn("#plan-new").write("Before Diwali").clickOn("#plan-save");
    await().until(() -> robot.lookup("#plan-to-archived").tryQuery().isPresent());
    robot.clickOn("#plan-to-archived");
    assertThat(plan()).isEqualTo(ActionPlanState.DRAFT);
    robot.press(MouseButton.PRIMARY);
    await().until(() -> plan() == ActionPlanState.ARCHIVED);
    robot.release(MouseButton.PRIMARY);
  }

  private ActionPlanState plan() {
    return behind.board().plans().list(Set.of()).getFirst().state();
  }

  private TaskState state() {
    return behind.board().tasks().find(task).orElseThrow().task().state();
  }

  private Node card(String column) {
    return screen.node("#column-" + column + " .card-tile");
  }

  private Node column(String name) {
    return screen.node("#column-" + name);
  }

  private List<String> texts() {
    return screen.texts(screen.console);
  }
}
