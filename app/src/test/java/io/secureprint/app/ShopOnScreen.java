// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static org.awaitility.Awaitility.await;

import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.journey.GuardedBoard;
import io.secureprint.agent.observe.Accounts;
import io.secureprint.agent.store.TestBoard;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Both windows of a shop with six customers, on the headless screen.
final class ShopOnScreen implements AutoCloseable {
  final SampleShop shop = new SampleShop();
  final AtomicInteger reopenings = new AtomicInteger();
  final AtomicInteger closings = new AtomicInteger();
  final Stage console;
  final Stage kiosk;
  private final FxRobot robot = new FxRobot();
  private final ShopWindows windows;

  ShopOnScreen(SampleStaff staff, Shift shift, InstantSource clock) throws TimeoutException {
    this(staff, shift, clock, (SampleShop _) -> {});
  }

  ShopOnScreen(SampleStaff staff, Shift shift, InstantSource clock, Supplier<TestBoard> board)
      throws TimeoutException {
    this(staff, shift, clock, (SampleShop shop) -> shop.board = board);
  }

  /// `prepare` says what is behind the screens.
  ShopOnScreen(SampleStaff staff, Shift shift, InstantSource clock, Consumer<SampleShop> prepare)
      throws TimeoutException {
    prepare.accept(shop);
    FxToolkit.registerPrimaryStage();
    shop.sessions.set(SampleShop.six());
    windows = onScreen(() -> open(staff, shift, clock));
    await().until(() -> windows.shown().isDone());
    console = onScreen(() -> window("Sharma Print & Xerox · SecurePrint"));
    kiosk = onScreen(() -> window("Sharma Print & Xerox · kiosk"));
    // The headless screen is 1000 by 1000; what lies beyond cannot be pressed.
    onScreen(() -> place(console));
    await().until(() -> onScreen(() -> laidOutWithin(console, 1000)));
  }

  private ShopWindows open(SampleStaff staff, Shift shift, InstantSource clock) {
    return new ShopWindows(
        new ShopWindows.Rooms(
            shop,
            shop.printers,
            new GuardedBoard(shop.board.get().board(), shift),
            new SampleHistory(250),
            new Accounts(shop.takings, shop.books),
            shop.prices,
            shop.workflows.workshop(),
            shop.automations,
            shop.health,
            shift,
            staff.owner(shift),
            shop.outside,
            shop.outside,
            new SampleChoices()),
        new ShopWindows.Shop(
            SampleShop.NAME,
            new AgentConfig.Screens("auto", "auto", "auto"),
            shop.posted,
            Locale.ENGLISH,
            SampleShop.ZONE),
        clock,
        new ShopWindows.Ways(closings::incrementAndGet, reopenings::incrementAndGet, null));
  }

  /// The program is started a second time.
  void raise() {
    windows.raise();
  }

  /// What is called so in the console, once it is there. It is looked for by the thread that puts nodes
  /// in their places, so that none is missed on its way from one to another. Not for that thread.
  Node node(String query) {
    return await()
        .until(
            () -> onScreen(() -> robot.from(console.getScene().getRoot()).lookup(query).tryQuery()),
            Optional::isPresent)
        .orElseThrow();
  }

  /// What is typed into the field that is called so.
  String typed(String query) {
    return ((TextInputControl) node(query)).getText();
  }

  List<String> texts(Stage of) {
    return onScreen(() -> Texts.shown(of.getScene().getRoot()));
  }

  @Override
  public void close() {
    onScreen(() -> {
      windows.close();
      return null;
    });
  }

  static <T> T onScreen(Callable<T> action) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, action);
  }

  static Stage window(String title) {
    return Window.getWindows().stream()
        .map(Stage.class::cast)
        .filter(stage -> title.equals(stage.getTitle()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean laidOutWithin(Stage stage, double width) {
    return stage.getScene().getWidth() <= width
        && stage.getScene().getRoot().getLayoutBounds().getWidth() <= width
        && !stage.getScene().getRoot().isNeedsLayout();
  }

  private static Void place(Stage stage) {
    stage.setX(0);
    stage.setY(0);
    stage.setMinWidth(0);
    stage.setWidth(1000);
    stage.setHeight(760);
    return null;
  }
}
