// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.access.People;
import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Pin;
import io.secureprint.agent.access.PinDoor;
import io.secureprint.agent.access.PinDoor.Knock;
import io.secureprint.agent.access.Role;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.printing.PrinterChoices.Trial;
import io.secureprint.app.Texts;
import io.secureprint.app.fx.FxThread;
import io.secureprint.app.fx.Theme;

import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/// The assistant under the hands of somebody without a mouse.
final class SetupWindowTest {
  private static final String KEEPS_COPIES = "A folder keeps what customers print.";

  @TempDir private Path folder;
  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  private final FxRobot robot = new FxRobot();
  private SampleSetup shop;
  private SetupViewModel model;
  private SetupWindow window;
  private Stage stage;

  @BeforeEach
  void openForTheFirstTime() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    shop = new SampleSetup(folder);
    model = onScreen(() -> shop.open(work, FxThread::run));
    await().until(() -> !onScreen(() -> model.busy().get()));
    window =
        onScreen(
            () -> new SetupWindow(model, new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT))));
    robot.interact(window::open);
    stage = onScreen(() -> titled("SecurePrint: first start"));
    robot.targetWindow(stage);
  }

  @AfterEach
  void close() {
    robot.interact(window::close);
    work.shutdown();
  }

  @Test
  void aShopIsSetUpWithTheKeyboardAlone() throws Exception {
    goToThePrinters();
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    arriveAt(Step.PRICES);
    robot.push(KeyCode.CONTROL, KeyCode.A).write("3.50").type(KeyCode.ENTER);
    arriveAt(Step.OWNER);
    robot.write("Asha").type(KeyCode.TAB).write("4711").type(KeyCode.TAB).write("4711");
    robot.type(KeyCode.ENTER);
    arriveAt(Step.DONE);
    assertThat(texts()).contains("Asha Xerox", "asha@bank", "₹3.50", "Asha", "Open the shop");
    assertThat(shop.folders.config()).doesNotExist();

    robot.type(KeyCode.ENTER);
    await().until(() -> shop.decided.contains(SetupChoice.SHOP));
    AgentConfig said = ConfigFile.read(shop.folders.config(), Map.of());
    assertThat(said.shop()).isEqualTo(new AgentConfig.Shop("Asha Xerox", true));
    assertThat(said.upi().address()).isEqualTo("asha@bank");
    assertThat(said.printer().uri()).hasToString("ipp://192.168.1.40/ipp/print");
    assertThat(said.prices().monoOne()).isEqualTo(350);
    assertThatIsTheOwner("Asha", "4711");
  }

  @Test
  void thePracticeShopIsOneKeyAway() {
    assertThat(texts()).contains("Try the practice shop");
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    assertThat(shop.decided).containsExactly(SetupChoice.PRACTICE);
  }

  @Test
  void whatIsWrongIsToldInWordsUntilItIsMended() {
    robot.type(KeyCode.ENTER);
    arriveAt(Step.SHOP);
    robot.type(KeyCode.ENTER);
    await().until(() -> texts().contains("A shop’s name has 1 to 60 characters."));
    assertThat(texts()).contains("Your shop");
    robot.write("A");
    assertThat(texts()).doesNotContain("A shop’s name has 1 to 60 characters.");
  }

  @Test
  void aSilentPrinterTellsItsCodeWhenItIsTried() {
    shop.choices.trial = new Trial.Refused("PRINTER_UNREACHABLE");
    goToThePrinters();
    robot.type(KeyCode.DOWN, KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
    await().until(() -> texts().contains("Code PRINTER_UNREACHABLE"));
    assertThat(shop.choices.tried).hasSize(1);
  }

  @Test
  void whoChoosesAFolderIsToldThatItKeepsCopies() {
    goToThePrinters();
    robot.type(KeyCode.DOWN);
    assertThat(texts()).noneMatch(text -> text.startsWith(KEEPS_COPIES));
    robot.type(KeyCode.DOWN);
    assertThat(texts()).anyMatch(text -> text.startsWith(KEEPS_COPIES));
  }

  @Test
  void anotherLanguageKeepsThePageAndWhatIsTyped() {
    robot.type(KeyCode.ENTER);
    arriveAt(Step.SHOP);
    robot.write("Asha Xerox").push(KeyCode.CONTROL, KeyCode.L);
    arriveAt(Step.SHOP);
    assertThat(texts()).contains("आगे");
    robot.type(KeyCode.ENTER);
    arriveAt(Step.UPI);
    robot.push(KeyCode.ALT, KeyCode.LEFT);
    arriveAt(Step.SHOP);
    assertThat(onScreen(() -> model.shop().fields().getFirst().text().get()))
        .isEqualTo("Asha Xerox");
  }

  @Test
  void aClosedWindowMeansLater() {
    robot.interact(() -> stage.hide());
    assertThat(shop.decided).containsExactly(SetupChoice.LATER);
  }

  private void goToThePrinters() {
    robot.type(KeyCode.ENTER);
    arriveAt(Step.SHOP);
    robot.write("Asha Xerox").type(KeyCode.ENTER);
    arriveAt(Step.UPI);
    robot.write("asha@bank").type(KeyCode.ENTER);
    arriveAt(Step.PRINTER);
  }

  private void arriveAt(Step step) {
    await().until(() -> onScreen(() -> model.step().get() == step && !model.busy().get()));
  }

  private void assertThatIsTheOwner(String name, String pin) throws Exception {
    Person owner = shop.start().owner().orElseThrow();
    assertThat(owner.name()).isEqualTo(name);
    assertThat(owner.role()).isEqualTo(Role.OWNER);
    PinDoor door =
        new PinDoor(
            new People(shop.folders.people(), Ids.secure()),
            shop.folders.pinWaits(),
            InstantSource.system());
    assertThat(door.knock(owner.id(), new Pin(pin.toCharArray())))
        .isEqualTo(new Knock.Right(owner));
  }

  private List<String> texts() {
    return onScreen(() -> Texts.shown(stage.getScene().getRoot()));
  }

  private static Stage titled(String title) {
    return Window.getWindows().stream()
        .map(Stage.class::cast)
        .filter(stage -> title.equals(stage.getTitle()))
        .findFirst()
        .orElseThrow();
  }

  private static <T> T onScreen(Callable<T> action) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, action);
  }
}
