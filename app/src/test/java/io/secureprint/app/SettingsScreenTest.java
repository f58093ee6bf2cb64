// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.access.TestStaff;
import io.secureprint.agent.connection.ConnectionDesk.Trial;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// The settings under the owner's hands.
final class SettingsScreenTest {
  private static final String LATER =
      "What was saved counts when the shop opens again. That takes a few seconds.";

  @TempDir private Path folder;
  private final FxRobot robot = new FxRobot();
  private SampleStaff staff;
  private ShopOnScreen screen;

  @BeforeEach
  void theOwnerOpensTheSettings() throws TimeoutException {
    SettableClock clock = new SettableClock();
    staff = new SampleStaff(folder, clock).hire();
    Shift shift = staff.shift();
    TestStaff.enter(shift, "Asha");
    screen = new ShopOnScreen(staff, shift, clock);
    robot.targetWindow(screen.console);
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    await().until(() -> robot.lookup("#field-shop-name").tryQuery().isPresent());
  }

  @AfterEach
  void closeShop() {
    screen.close();
  }

  @Test
  void theWifiAndTheNoticeAreOnTheKioskAsSoonAsTheyAreSaved() throws IOException {
    robot.clickOn("#field-kiosk-wifiName").write("Sharma Print").type(KeyCode.TAB).write("short");
    robot.type(KeyCode.TAB).write("Closed on Sunday").clickOn("#settings-save");
    await()
        .until(
            () ->
                texts().contains("A Wi-Fi’s password has 8 to 63 letters, digits and signs."));
    assertThat(screen.texts(screen.kiosk)).doesNotContain("Sharma Print", "Closed on Sunday");

    robot.clickOn("#field-kiosk-wifiPassword").write("er than before").clickOn("#settings-save");
    await().until(() -> screen.texts(screen.kiosk).contains("Closed on Sunday"));
    assertThat(screen.texts(screen.kiosk)).contains("First join the shop’s Wi-Fi", "Sharma Print");
    assertThat(texts()).doesNotContain(LATER);
    assertThat(Files.readString(staff.file())).contains("wifiPassword = \"shorter than before\"");
  }

  @Test
  void aNewNameIsSavedAndTheShopOpensAgainOnceTheButtonIsHeld() throws IOException {
    robot.clickOn("#field-shop-name").push(KeyCode.CONTROL, KeyCode.A).write("Asha Xerox");
    assertThat(texts()).doesNotContain(LATER);
    robot.type(KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
    await().until(() -> texts().contains(LATER));
    assertThat(texts()).contains("Saved.").anyMatch(text -> text.startsWith("6 customers are"));
    assertThat(Files.readString(staff.file())).contains("name = \"Asha Xerox\"");

    robot.clickOn("#settings-reopen");
    assertThat(screen.reopenings).hasValue(0);
    robot.press(MouseButton.PRIMARY);
    await().atMost(Duration.ofSeconds(5)).until(() -> screen.reopenings.get() == 1);
    robot.release(MouseButton.PRIMARY);
  }

  @Test
  void aWrongValueIsMarkedWhereItIsAndTheKeyboardGoesThere() {
    robot.clickOn("#topic-money").clickOn("#field-upi-address").write("asha");
    robot.clickOn("#settings-save");
    await().until(() -> texts().contains("Nothing was saved: see what is marked."));
    assertThat(texts())
        .contains("This is not a UPI address such as name@bank. (asha)")
        .doesNotContain(LATER);
    assertThat(field("#field-upi-address").isFocused()).isTrue();
    assertThat(staff.file()).doesNotExist();
  }

  @Test
  void aSecretIsNeverOnTheScreen() {
    robot.clickOn("#topic-money");
    assertThat(field("#field-gateway-keySecret").getPromptText()).isEqualTo("not set");
    robot.interact(() -> field("#field-gateway-keySecret").requestFocus());
    robot.write("s3cret");
    assertThat(field("#field-gateway-keySecret").getText()).isEqualTo("s3cret");
    assertThat(texts()).noneMatch(text -> text.contains("s3cret"));
    robot.clickOn("#settings-save");
    await().until(() -> texts().contains("Saved."));
    assertThat(field("#field-gateway-keySecret").getPromptText()).isEqualTo("set");
    assertThat(field("#field-gateway-keySecret").getText()).isEmpty();
  }

  @Test
  void theScreensFollowTheLanguageAtOnce() {
    robot.clickOn("#topic-screens").clickOn("#field-screens-language");
    robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER).clickOn("#settings-save");
    await().until(() -> texts().contains("सेटिंग"));
  }

  @Test
  void somebodyIsTakenOffTheListByHoldingAlone() {
    robot.clickOn("#topic-people").clickOn("Ravi").clickOn("#person-remove");
    assertThat(texts()).contains("Ravi");
    robot.press(MouseButton.PRIMARY);
    await().atMost(Duration.ofSeconds(5)).until(() -> !texts().contains("Ravi"));
    robot.release(MouseButton.PRIMARY);
    assertThat(texts()).contains("Meena", "Add somebody");
  }

  @Test
  void aServersAnswerIsPraisedOnlyWhenItIsGoodAndTheTrialIsOfWhatWasSaved() {
    robot.clickOn("#topic-connections").clickOn("#connection-of-default");
    screen.shop.outside.trial = new Trial.Answered(404);
    tryOut();
    await().until(() -> texts().stream().anyMatch(text -> text.contains("(answer 404)")));
    assertThat(robot.lookup(".note-success").tryQuery()).isEmpty();
    screen.shop.outside.trial = new Trial.Answered(204);
    tryOut();
    await().until(() -> texts().contains("The server is there (answer 204)."));
    assertThat(robot.lookup(".note-success").tryQuery()).isPresent();
    robot.interact(() -> field("#connection-header").setText("X-Key"));
    await().until(() -> screen.node("#connection-try").isDisabled());
    assertThat(texts()).contains("Save first: what is tried is what was saved.");
  }

  private void tryOut() {
    robot.interact(screen.node("#connection-try")::requestFocus);
    robot.type(KeyCode.SPACE);
  }

  private TextInputControl field(String id) {
    return robot.lookup(id).queryTextInputControl();
  }

  private List<String> texts() {
    return screen.texts(screen.console);
  }
}
