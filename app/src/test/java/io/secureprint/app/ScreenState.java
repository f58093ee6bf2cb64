// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.access.Role;
import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.Owed;
import io.secureprint.agent.journey.PrinterTile.State;
import io.secureprint.agent.journey.SessionTile.Teller;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.observe.History;
import io.secureprint.agent.pricing.Prices;
import io.secureprint.app.fx.Language;
import io.secureprint.app.kiosk.OpeningWindow;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Every state of every screen that the pictures show and the tests look at.
record ScreenState(String name, Kind kind, Consumer<SampleShop> before, Consumer<Scene> after) {
  private static final List<ScreenState> AT_WORK =
      List.of(
          state("today-well", Kind.TODAY, _ -> {}),
          state("today-first-day", Kind.TODAY, ScreenState::firstDay),
          state("today-one", Kind.TODAY, shop -> shop.sessions.set(SampleShop.six().subList(1, 2))),
          state("today-many", Kind.TODAY, ScreenState::busy),
          state("today-closed", Kind.TODAY, ScreenState::closed),
          state("today-disk-full", Kind.TODAY, shop -> shop.closeWhile("STORAGE_FULL")),
          new ScreenState("books-day", Kind.TODAY, _ -> {}, ScreenState::books),
          new ScreenState(
              "books-empty", Kind.TODAY, shop -> shop.books.quiet = true, ScreenState::books),
          new ScreenState("books-full", Kind.TODAY, ScreenState::fullBooks, ScreenState::books),
          new ScreenState(
              "books-failed", Kind.TODAY, shop -> shop.books.broken = true, ScreenState::books),
          state("printers-ready", Kind.PRINTERS, _ -> {}),
          state("printers-none", Kind.PRINTERS, shop -> shop.printers.stand()),
          state("printers-trouble", Kind.PRINTERS, ScreenState::troubledPrinters),
          new ScreenState(
              "printers-refused",
              Kind.PRINTERS,
              ScreenState::pausedPrinter,
              scene -> ((Button) scene.lookup("#printer-resume")).fire()),
          state("kiosk-idle", Kind.LANDSCAPE, _ -> {}),
          state("kiosk-six", Kind.LANDSCAPE, shop -> shop.sessions.set(SampleShop.six())),
          state("kiosk-prices", Kind.LANDSCAPE, KioskScenes::threeAndManyPrices),
          state("kiosk-two", Kind.LANDSCAPE, KioskScenes::twoInStudentWeek),
          state("kiosk-portrait-two", Kind.PORTRAIT, KioskScenes::twoInStudentWeek),
          state("kiosk-portrait", Kind.PORTRAIT, shop -> shop.sessions.set(SampleShop.six())),
          state("kiosk-portrait-idle", Kind.PORTRAIT, _ -> {}),
          state(
              "kiosk-portrait-prices",
              Kind.PORTRAIT,
              shop -> shop.prices.publishElsewhere(SamplePrices.fullest())),
          state("kiosk-keeps-copy", Kind.LANDSCAPE, shop -> shop.keepsCopies = true),
          state("kiosk-pay", Kind.LANDSCAPE, KioskScenes::paying),
          state("kiosk-portrait-pay", Kind.PORTRAIT, KioskScenes::paying),
          state("kiosk-pay-four", Kind.LANDSCAPE, KioskScenes::payingTogether),
          state("kiosk-portrait-pay-four", Kind.PORTRAIT, KioskScenes::payingTogether),
          state("kiosk-wifi", Kind.LANDSCAPE, KioskScenes::wifi),
          state("kiosk-portrait-wifi", Kind.PORTRAIT, KioskScenes::wifi),
          state("kiosk-wifi-pay", Kind.LANDSCAPE, KioskScenes::wifiAndPaying),
          state("kiosk-portrait-wifi-pay", Kind.PORTRAIT, KioskScenes::wifiAndPaying),
          state("kiosk-notice-closed", Kind.LANDSCAPE, KioskScenes::closedWithNotice),
          new ScreenState(
              "sessions-upi",
              Kind.SESSIONS,
              shop -> shop.sessions.set(SampleShop.upi(Teller.PERSON, null)),
              scene -> open(scene, 0)),
          new ScreenState(
              "sessions-mark",
              Kind.SESSIONS,
              shop -> shop.sessions.set(SampleShop.upi(Teller.GATEWAY_SILENT, null)),
              scene -> open(scene, 0)),
          new ScreenState(
              "sessions-held",
              Kind.SESSIONS,
              shop -> shop.sessions.set(SampleShop.upi(Teller.GATEWAY, new Paise(7_000))),
              scene -> open(scene, 0)),
          state("kiosk-starting", Kind.LANDSCAPE, SampleShop::start),
          state("kiosk-closed", Kind.LANDSCAPE, shop -> shop.closeFor("DESTROY_FAILED")),
          state("kiosk-closed-serving", Kind.LANDSCAPE, KioskScenes::closedWhileServing),
          state("kiosk-portrait-closed", Kind.PORTRAIT, KioskScenes::closedWhileServing),
          state("kiosk-portrait-trouble", Kind.PORTRAIT, ScreenState::outOfPaper),
          state("kiosk-trouble", Kind.LANDSCAPE, ScreenState::outOfPaper),
          state("sessions-empty", Kind.SESSIONS, _ -> {}),
          state("sessions-rows", Kind.SESSIONS, shop -> shop.sessions.set(SampleShop.six())),
          new ScreenState(
              "sessions-cash",
              Kind.SESSIONS,
              shop -> shop.sessions.set(SampleShop.six()),
              scene -> open(scene, 1)),
          new ScreenState(
              "sessions-credit-refused",
              Kind.SESSIONS,
              shop -> {
                shop.sessions.set(SampleShop.six());
                shop.answer = new Desk.Answer.Refused("CREDIT_USED");
              },
              scene -> {
                open(scene, 1);
                ((TextField) scene.lookup("#credit-code")).setText("K7M2-P9QD");
                fire(scene, "#credit-use");
              }),
          new ScreenState(
              "sessions-gateway-keys",
              Kind.SESSIONS,
              shop -> {
                shop.sessions.set(SampleShop.six());
                shop.trouble("GATEWAY_KEYS_WRONG", "");
              },
              scene -> fire(scene, "#shop-state")),
          new ScreenState(
              "sessions-trouble",
              Kind.SESSIONS,
              ScreenState::outOfPaper,
              scene -> {
                open(scene, 3);
                ((Button) scene.lookup("#shop-state")).fire();
              }),
          state(
              "sessions-owed",
              Kind.SESSIONS,
              shop -> {
                shop.sessions.set(SampleShop.six());
                shop.owed.claims.set(SampleOwed.inCash());
              }),
          state("sessions-credited", Kind.SESSIONS, ScreenState::credited),
          new ScreenState(
              "sessions-held-reason",
              Kind.SESSIONS,
              shop -> shop.sessions.set(SampleShop.upi(Teller.GATEWAY, new Paise(7_000))),
              scene -> {
                open(scene, 0);
                ((ComboBox<?>) scene.lookup("#reason")).getSelectionModel().selectFirst();
              }),
          searching("", ""),
          searching("-found", "mango"),
          searching("-none", "xerox"),
          new ScreenState(
              "sessions-giving-back",
              Kind.SESSIONS,
              shop -> {
                shop.sessions.set(SampleShop.six());
                shop.owed.claims.set(SampleOwed.byGateway());
                shop.owed.refunds.set(SampleOwed.onTheirWay());
              },
              scene -> ((ToggleButton) scene.lookup(".claim-card .toggle-button")).fire()),
          state("history-empty", Kind.NO_HISTORY, _ -> {}),
          state("history-rows", Kind.HISTORY, _ -> {}),
          new ScreenState("history-detail", Kind.HISTORY, _ -> {}, scene -> open(scene, 5)),
          state("health-well", Kind.HEALTH, _ -> {}),
          state("health-first-look", Kind.HEALTH, shop -> shop.health.unseen()),
          state("health-trouble", Kind.HEALTH, shop -> shop.health.trouble()),
          new ScreenState("history-failed", Kind.HISTORY, _ -> {}, ScreenState::whatFailedToday),
          new ScreenState("history-not-saved", Kind.HISTORY, _ -> {}, ScreenState::save),
          new ScreenState(
              "history-no-match",
              Kind.HISTORY,
              _ -> {},
              scene -> ((TextField) scene.lookup("#history-search")).setText("purple")),
          state("prices-list", Kind.PRICES, _ -> {}),
          new ScreenState("prices-typed", Kind.PRICES, _ -> {}, ScreenState::typePrices),
          new ScreenState("prices-wrong", Kind.PRICES, _ -> {}, ScreenState::typeWrongPrices),
          new ScreenState(
              "prices-meanwhile",
              Kind.PRICES,
              _ -> {},
              scene -> {
                typePrices(scene);
                ((SampleShop) scene.getUserData())
                    .prices.publishElsewhere(SamplePrices.list(300, 850, null));
              }),
          new ScreenState(
              "prices-unreadable",
              Kind.PRICES,
              shop -> shop.prices.publishElsewhere(null),
              _ -> {}),
          new ScreenState(
              "prices-coming",
              Kind.PRICES,
              ScreenState::publishForTomorrow,
              _ -> {}),
          new ScreenState(
              "prices-versions",
              Kind.PRICES,
              ScreenState::publishForTomorrow,
              scene -> {
                press(scene.lookup("#publish-prices"), KeyCode.F6, false);
                ((ListView<?>) scene.lookup("#price-versions")).getSelectionModel().select(2);
              }),
          state("opening", Kind.OPENING, _ -> {}),
          state("trouble", Kind.TROUBLE, _ -> {}));

  /// Which window, and how large.
  enum Kind {
    LANDSCAPE, PORTRAIT, TODAY, SESSIONS, PRINTERS, HISTORY, NO_HISTORY, PRICES, HEALTH, LOCKED, ASKED,
    WORKFLOWS, WORKFLOWS_SMALL, AUTOMATIONS, SETTINGS, OWNER_IN_SETTINGS, STAFF_IN_SETTINGS, LEAVING,
    PORTRAIT_LEAVING, SETUP, SETUP_RESUMED, OPENING, TROUBLE, BOARD, BOARD_SMALL, BOARD_OF_OWNER
  }

  static List<ScreenState> all() {
    return Stream.of(AT_WORK, BoardStates.ALL, AutomationStates.ALL, PeopleStates.ALL, WorkflowStates.ALL)
        .flatMap(List::stream).toList();
  }

  static ScreenState state(String name, Kind kind, Consumer<SampleShop> before) {
    return new ScreenState(name, kind, before, _ -> {});
  }

  private static ScreenState searching(String more, String typed) {
    return new ScreenState(
        "search" + more,
        Kind.HISTORY,
        shop -> shop.sessions.set(SampleShop.six()),
        scene -> {
          fire(scene, "#search");
          ((TextField) scene.lookup("#search-text")).setText(typed);
        });
  }

  private static void credited(SampleShop shop) {
    shop.sessions.set(SampleShop.six());
    shop.owed.claims.set(SampleOwed.inCash());
    shop.owed.answer = new Owed.Settled.Credited("K7M2-P9QD", new Paise(4_600));
    shop.owed.settled = Owed.Way.CREDIT;
  }

  private static void firstDay(SampleShop shop) {
    shop.takings.open = false;
    shop.takings.young = true;
    shop.printers.stand();
  }

  private static void busy(SampleShop shop) {
    outOfPaper(shop);
    shop.owed.claims.set(SampleOwed.inCash());
    shop.printers.stand(
        SamplePrinters.laser(State.PRINTING, List.of("media-empty"), SamplePrinters.JOB),
        SamplePrinters.ink());
  }

  private static void fullBooks(SampleShop shop) {
    shop.books.rows = 200;
    shop.books.robbed = true;
  }

  /// With the first two rows ticked.
  private static void books(Scene scene) {
    fire(scene, "#to-books");
    TableView<?> rows = (TableView<?>) scene.lookup("#book-confirmed");
    for (int at = 0; at < Math.min(2, rows.getItems().size()); at++) {
      rows.getSelectionModel().select(at);
      press(rows, KeyCode.SPACE, false);
    }
  }

  private static void closed(SampleShop shop) {
    shop.closeFor("DESTROY_SCAN");
    shop.sessions.set(SampleShop.six().subList(0, 3));
  }

  private static void troubledPrinters(SampleShop shop) {
    shop.printers.stand(
        SamplePrinters.laser(State.PRINTING, List.of("media-jam", "toner-low"), SamplePrinters.JOB),
        SamplePrinters.ink());
  }

  private static void pausedPrinter(SampleShop shop) {
    shop.printers.stand(SamplePrinters.laser(State.STOPPED, List.of("paused"), null));
    shop.printers.answer = new Desk.Answer.Refused("RESUME_REFUSED");
  }

  private static void outOfPaper(SampleShop shop) {
    shop.sessions.set(SampleShop.six());
    shop.trouble("media-empty-error", "Front laser");
  }

  Scene scene(Language language) {
    SampleShop shop = new SampleShop();
    before.accept(shop);
    Scene scene = scene(shop, language);
    scene.setUserData(shop);
    return scene;
  }

  private Scene scene(SampleShop shop, Language language) {
    return switch (kind) {
      case LANDSCAPE -> KioskScenes.kiosk(shop, language, 1920, 1080);
      case PORTRAIT -> KioskScenes.kiosk(shop, language, 1080, 1920);
      case TODAY -> console(shop, new SampleHistory(0), language);
      case SESSIONS -> at(KeyCode.DIGIT2, console(shop, new SampleHistory(0), language));
      case PRINTERS -> at(KeyCode.DIGIT3, console(shop, new SampleHistory(0), language));
      case HISTORY -> at(KeyCode.DIGIT5, console(shop, new SampleHistory(250), language));
      case HEALTH -> at(KeyCode.DIGIT9, console(shop, new SampleHistory(0), language));
      case AUTOMATIONS -> at(KeyCode.DIGIT8, console(shop, new SampleHistory(0), language));
      case NO_HISTORY -> at(KeyCode.DIGIT5, console(shop, new SampleHistory(0), language));
      case PRICES -> at(KeyCode.DIGIT6, console(shop, new SampleHistory(0), language));
      case WORKFLOWS, WORKFLOWS_SMALL -> WorkflowStates.scene(kind, shop, language);
      case LOCKED -> PeopleScenes.locked(shop, language);
      case ASKED -> PeopleScenes.asked(shop, language);
      case SETTINGS -> PeopleScenes.settings(shop, language);
      case OWNER_IN_SETTINGS -> PeopleScenes.settings(shop, language, Role.OWNER, "4711");
      case STAFF_IN_SETTINGS -> PeopleScenes.settings(shop, language, Role.STAFF, "8520");
      case LEAVING -> PeopleScenes.leaving(KioskScenes.view(shop, language), language, 1920, 1080);
      case PORTRAIT_LEAVING -> PeopleScenes.leaving(KioskScenes.view(shop, language), language, 1080, 1920);
      case SETUP -> PeopleScenes.setup(shop, language, false);
      case SETUP_RESUMED -> PeopleScenes.setup(shop, language, true);
      case OPENING -> OpeningWindow.scene(language);
      case TROUBLE -> PeopleScenes.trouble(language);
      case BOARD, BOARD_SMALL, BOARD_OF_OWNER -> BoardStates.scene(kind, shop, language);
    };
  }

  void act(Scene scene) {
    after.accept(scene);
  }

  private static Scene console(SampleShop desk, History history, Language language) {
    return new Scene(PeopleScenes.console(desk, history, language).root(), 1366, 768);
  }

  private static Scene at(KeyCode screen, Scene console) {
    press(console.getRoot(), screen, true);
    return console;
  }

  private static void publishForTomorrow(SampleShop shop) {
    shop.prices.publish(
        new Prices.Publication(
            SamplePrices.list(300, 900, null), 4, "New toner", SampleShop.NOW.plusSeconds(48_000)),
        "console");
  }

  private static void typePrices(Scene scene) {
    type(scene, "A4-0-MONO_ONE", "3");
    type(scene, "A4-1-COLOUR_TWO", "");
    type(scene, "-0-PERCENT", "10");
    type(scene, "-0-NAME", "Student week");
    ((TextField) scene.lookup("#price-note")).setText("Toner is dearer");
  }

  private static void typeWrongPrices(Scene scene) {
    type(scene, "A4-0-MONO_TWO", "1,50");
    type(scene, "A4-2-COLOUR_ONE", "12");
    type(scene, "A5-0-MONO_ONE", "1");
    type(scene, "A5-0-MONO_TWO", "");
    type(scene, "-0-MINIMUM", "0");
  }

  private static void type(Scene scene, String field, String text) {
    TextField typed = (TextField) scene.lookup("#price-" + field);
    typed.setText(text);
    press(typed, KeyCode.ENTER, false);
  }

  @SuppressWarnings("unchecked") // what the box of that name has in it
  private static void whatFailedToday(Scene scene) {
    ((ComboBox<String>) scene.lookup("#history-status")).setValue("FAILED");
    ((ComboBox<?>) scene.lookup("#history-period")).getSelectionModel().select(1);
  }

  private static void save(Scene scene) {
    ((MenuButton) scene.lookup("#history-export")).getItems().getFirst().fire();
  }

  private static void open(Scene scene, int row) {
    TableView<?> table = (TableView<?>) scene.lookup(".table-view");
    table.getSelectionModel().select(row);
    press(table, KeyCode.ENTER, false);
  }

  static void fire(Scene scene, String button) {
    ((ButtonBase) scene.lookup(button)).fire();
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  static void press(Node target, KeyCode key, boolean control) {
    Event.fireEvent(
        target,
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
  }
}
