// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.app.SampleStaff;
import io.secureprint.app.Texts;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Language;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/// The kiosk in full screen, before customers and before those who work there.
final class KioskWindowTest {
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final FxRobot robot = new FxRobot();
  private SampleStaff staff;
  private KioskWindow window;
  private Stage stage;

  @BeforeEach
  void fillTheScreen() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    staff = new SampleStaff(folder, clock);
    KioskExit exit =
        new KioskExit(staff.shift(), new Background(Runnable::run, Runnable::run), clock);
    Scene scene =
        onScreen(
            () -> new Scene(new ExitPane(new StackPane(new Label("Kiosk")), exit, Language.ENGLISH)));
    window =
        onScreen(() -> new KioskWindow(scene, "Asha Xerox", Language.ENGLISH, exit, () -> {}));
    robot.interact(() -> window.open("1"));
    stage = (Stage) scene.getWindow();
    robot.targetWindow(stage);
    await().until(() -> stage.isFullScreen() && onScreen(() -> scene.getWidth() > 900));
  }

  @AfterEach
  void close() {
    robot.interact(window::close);
  }

  @Test
  void aPinLeavesTheFullScreenAndAWrongOneKeepsIt() {
    staff.hire();
    robot.type(KeyCode.ESCAPE);
    assertThat(texts()).contains("Asha", "Ravi").doesNotContain("Meena");
    robot.write("9999").type(KeyCode.ENTER);
    assertThat(texts()).contains("This PIN is not right. · यह PIN सही नहीं है।");
    assertThat(stage.isFullScreen()).isTrue();

    robot.type(KeyCode.RIGHT).write("8520").type(KeyCode.ENTER);
    await().until(() -> !stage.isFullScreen());
    assertThat(texts()).containsExactly("Kiosk");
  }

  @Test
  void escapeFromThePadGoesBackToCustomers() {
    staff.hire();
    robot.type(KeyCode.ESCAPE, KeyCode.ESCAPE);
    assertThat(texts()).containsExactly("Kiosk");
    assertThat(stage.isFullScreen()).isTrue();
  }

  @Test
  void aFingerThatRestsInTheCornerAsksForThePinAndATapDoesNot() {
    staff.hire();
    robot.clickOn("#kiosk-corner");
    robot.press(MouseButton.PRIMARY);
    assertThat(texts()).containsExactly("Kiosk");
    await().atMost(Duration.ofSeconds(10)).until(() -> texts().contains("Ravi"));
    robot.release(MouseButton.PRIMARY).clickOn("#kiosk-stay");
    assertThat(texts()).containsExactly("Kiosk");
    assertThat(stage.isFullScreen()).isTrue();
  }

  @Test
  void whoeverClosesTheWindowIsAskedForThePinToo() {
    staff.hire();
    robot.interact(
        () -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    assertThat(texts()).contains("Ravi");
    assertThat(stage.isShowing()).isTrue();
  }

  @Test
  void withoutPinsEscapeLeavesAtOnce() {
    robot.type(KeyCode.ESCAPE);
    await().until(() -> !stage.isFullScreen());
  }

  private List<String> texts() {
    return onScreen(() -> Texts.shown(stage.getScene().getRoot()));
  }

  private static <T> T onScreen(Callable<T> action) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, action);
  }
}
