// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static io.secureprint.app.ShopOnScreen.onScreen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.Folders;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The whole program with its windows, on a real shop.
final class WindowedProgramTest {
  private static final String CONSOLE = "Asha Xerox · SecurePrint";
  private static final String TROUBLE = "SecurePrint";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  private final FxRobot robot = new FxRobot();
  private Folders folders;

  @BeforeEach
  void aShopThatPractises() throws Exception {
    FxToolkit.registerPrimaryStage();
    folders = new Folders(Files.createDirectory(folder.resolve("data")));
    Files.writeString(
        folders.config(),
        """
        [shop]
        name = "Asha Xerox"
        live = false
        [printer]
        kind = "folder"
        folder = "%s"
        test = true
        """
            .formatted(folder.resolve("printed")));
  }

  @AfterEach
  void closeWhatIsOpen() throws TimeoutException {
    onScreen(() -> {
      List.copyOf(Window.getWindows()).forEach(Window::hide);
      return null;
    });
    work.shutdown();
  }

  @Test
  void aTakenPortIsToldByItsCodeAndTheShopOpensOnceItIsFree() throws Exception {
    Future<Boolean> closed;
    try (ServerSocket taken = Program.takenPort()) {
      closed = run(Map.of("network.httpPort", Integer.toString(taken.getLocalPort())));
      awaitTrouble("Code PORT_TAKEN");
      assertThat(texts(TROUBLE)).doesNotContain("Use the former settings");
    }
    robot.targetWindow(windows(TROUBLE).getFirst()).type(KeyCode.ENTER);
    Stage console = awaitConsole(Optional.empty());
    robot.interact(console::hide);
    assertThat(closed.get(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aShopThatOpenedOnceGoesBackToItsFormerSettings() throws Exception {
    String good = Files.readString(folders.config());
    Future<Boolean> closed = run(Map.of());
    Stage before = awaitConsole(Optional.empty());
    reopenWith(before, "shop.nmae = 1");
    awaitTrouble("Code CONFIG_INVALID");
    assertThat(texts(TROUBLE)).anyMatch(text -> text.contains("shop.nmae"));
    robot.targetWindow(windows(TROUBLE).getFirst()).clickOn("#trouble-former");
    Stage after = awaitConsole(Optional.of(before));
    assertThat(folders.config()).hasContent(good);
    await().until(() -> !before.isShowing());
    robot.interact(after::hide);
    assertThat(closed.get(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whoClosesTheTroubleIsToldWhyByTheProgram() throws Exception {
    Files.writeString(folders.config(), "shop.nmae = 1");
    Future<Boolean> closed = run(Map.of());
    awaitTrouble("Code CONFIG_INVALID");
    assertThat(texts(TROUBLE)).doesNotContain("Use the former settings");
    robot.targetWindow(windows(TROUBLE).getFirst()).type(KeyCode.ESCAPE);
    assertThatThrownBy(() -> closed.get(60, TimeUnit.SECONDS))
        .hasCauseInstanceOf(ConfigFile.Unusable.class);
  }

  @Test
  void aShopThatIsNotSetUpBeginsWithTheAssistantAndMayBeLeftForLater() throws Exception {
    Files.delete(folders.config());
    Future<Boolean> closed = run(Map.of());
    await().atMost(PATIENCE).until(() -> !windows("SecurePrint: first start").isEmpty());
    onScreen(() -> {
      windows("SecurePrint: first start").getFirst().hide();
      return null;
    });
    assertThat(closed.get(60, TimeUnit.SECONDS)).isTrue();
    assertThat(folders.config()).doesNotExist();
  }

  private Future<Boolean> run(Map<String, String> more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "network.bind", "127.0.0.1",
                "network.httpPort", "0",
                "network.wsPort", "0",
                "network.apiPort", "0"));
    settings.putAll(more);
    Opening opening = new Opening(folders, folders.config(), settings, Opening.Kind.SHOP);
    WindowedProgram program =
        new WindowedProgram(opening, false, CompletableFuture.completedFuture(null));
    return work.submit(program::run);
  }

  /// By the console's settings, which somebody spoils by hand meanwhile.
  private void reopenWith(Stage console, String settings) throws Exception {
    robot.targetWindow(console);
    robot.interact(console::requestFocus);
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    await().until(() -> robot.lookup("#field-shop-name").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#field-shop-name").queryTextInputControl().setText("Asha"));
    robot.interact(() -> robot.lookup("#settings-save").queryButton().fire());
    await().until(() -> robot.lookup("#settings-reopen").tryQuery().isPresent());
    Files.writeString(folders.config(), settings);
    robot.interact(() -> robot.lookup("#settings-reopen").queryButton().requestFocus());
    robot.press(KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> !windows(TROUBLE).isEmpty());
    robot.release(KeyCode.ENTER);
  }

  private void awaitTrouble(String code) {
    await().atMost(PATIENCE).until(() -> texts(TROUBLE).contains(code));
  }

  /// Once there is one that is not the former.
  private static Stage awaitConsole(Optional<Stage> former) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> windows(CONSOLE).stream().filter(each -> former.filter(each::equals).isEmpty()).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static List<String> texts(String title) {
    return onScreen(
        () ->
            windows(title).stream()
                .flatMap(stage -> Texts.shown(stage.getScene().getRoot()).stream())
                .toList());
  }

  private static List<Stage> windows(String title) {
    return Window.getWindows().stream()
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .filter(stage -> title.equals(stage.getTitle()))
        .toList();
  }
}
