// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static io.secureprint.app.SampleShop.CLOCK;
import static io.secureprint.app.SampleShop.ZONE;

import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.observe.History;
import io.secureprint.app.console.ConsoleView;
import io.secureprint.app.console.ConsoleViewModel;
import io.secureprint.app.console.KioskSwitch;
import io.secureprint.app.console.history.HistoryViewModel;
import io.secureprint.app.console.sessions.SessionsViewModel;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Theme;
import io.secureprint.app.kiosk.KioskView;
import io.secureprint.app.kiosk.KioskViewModel;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.function.Consumer;

/// Every state of every screen that the pictures show and the tests look at.
public enum ScreenState {
  KIOSK_IDLE(Kind.LANDSCAPE, _ -> {}),
  KIOSK_SIX(Kind.LANDSCAPE, shop -> shop.sessions.set(SampleShop.six())),
  KIOSK_PORTRAIT(Kind.PORTRAIT, shop -> shop.sessions.set(SampleShop.six())),
  KIOSK_PORTRAIT_IDLE(Kind.PORTRAIT, _ -> {}),
  KIOSK_STARTING(Kind.LANDSCAPE, SampleShop::start),
  KIOSK_CLOSED(Kind.LANDSCAPE, shop -> shop.closeFor("DESTROY_FAILED")),
  KIOSK_TROUBLE(
      Kind.LANDSCAPE,
      shop -> {
        shop.sessions.set(SampleShop.six());
        shop.trouble("media-empty-error", "Front laser");
      }),
  SESSIONS_EMPTY(Kind.SESSIONS, _ -> {}),
  SESSIONS_ROWS(Kind.SESSIONS, shop -> shop.sessions.set(SampleShop.six())),
  SESSIONS_CASH(
      Kind.SESSIONS, shop -> shop.sessions.set(SampleShop.six()), scene -> open(scene, 1)),
  SESSIONS_TROUBLE(
      Kind.SESSIONS,
      shop -> {
        shop.sessions.set(SampleShop.six());
        shop.trouble("media-empty-error", "Front laser");
      },
      scene -> {
        open(scene, 3);
        ((Button) scene.lookup("#shop-state")).fire();
      }),
  HISTORY_EMPTY(Kind.NO_HISTORY, _ -> {}),
  HISTORY_ROWS(Kind.HISTORY, _ -> {}),
  HISTORY_DETAIL(Kind.HISTORY, _ -> {}, scene -> open(scene, 5)),
  HISTORY_NO_MATCH(
      Kind.HISTORY,
      _ -> {},
      scene -> ((TextField) scene.lookup("#history-search")).setText("purple"));

  private final Kind kind;
  private final Consumer<SampleShop> before;
  private final Consumer<Scene> after;

  /// Which window, and how large.
  private enum Kind {
    LANDSCAPE, PORTRAIT, SESSIONS, HISTORY, NO_HISTORY
  }

  ScreenState(Kind kind, Consumer<SampleShop> before) {
    this(kind, before, _ -> {});
  }

  ScreenState(Kind kind, Consumer<SampleShop> before, Consumer<Scene> after) {
    this.kind = kind;
    this.before = before;
    this.after = after;
  }

  Scene scene(Language language) {
    SampleShop shop = new SampleShop();
    before.accept(shop);
    return switch (kind) {
      case LANDSCAPE -> kiosk(shop, language, 1920, 1080);
      case PORTRAIT -> kiosk(shop, language, 1080, 1920);
      case SESSIONS -> console(shop, new SampleHistory(0), language);
      case HISTORY -> history(console(shop, new SampleHistory(250), language));
      case NO_HISTORY -> history(console(shop, new SampleHistory(0), language));
    };
  }

  void act(Scene scene) {
    after.accept(scene);
  }

  private static Scene kiosk(Desk desk, Language language, int width, int height) {
    KioskView view =
        new KioskView(
            new KioskViewModel(desk, Runnable::run),
            new KioskView.Setting(SampleShop.NAME, language, ZONE, false),
            CLOCK);
    return new Scene(view.root(), width, height);
  }

  private static Scene console(Desk desk, History history, Language language) {
    Background background = new Background(Runnable::run, Runnable::run);
    ConsoleView view =
        new ConsoleView(
            new ConsoleView.Models(
                new ConsoleViewModel(desk, language, CLOCK, Runnable::run),
                new SessionsViewModel(desk, "console", CLOCK, background, Runnable::run),
                new HistoryViewModel(history, CLOCK, background)),
            new ConsoleView.Setting(
                SampleShop.NAME,
                ZONE,
                new SimpleObjectProperty<>(Theme.Choice.SYSTEM),
                new StillKiosk()));
    return new Scene(view.root(), 1366, 768);
  }

  private static Scene history(Scene console) {
    press(console.getRoot(), KeyCode.DIGIT2, true);
    return console;
  }

  private static void open(Scene scene, int row) {
    TableView<?> table = (TableView<?>) scene.lookup(".table-view");
    table.getSelectionModel().select(row);
    press(table, KeyCode.ENTER, false);
  }

  private static void press(Node target, KeyCode key, boolean control) {
    Event.fireEvent(
        target,
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
  }

  /// A kiosk window that is not there.
  private static final class StillKiosk implements KioskSwitch {
    @Override
    public ObservableValue<Boolean> fullScreen() {
      return new SimpleObjectProperty<>(false);
    }

    @Override
    public void toggleFullScreen() {}
  }
}
