// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console;

import io.secureprint.agent.access.Shift;
import io.secureprint.app.console.automations.AlertsPane;
import io.secureprint.app.console.automations.AlertsViewModel;
import io.secureprint.app.console.automations.AutomationsView;
import io.secureprint.app.console.automations.AutomationsViewModel;
import io.secureprint.app.console.board.BoardView;
import io.secureprint.app.console.board.BoardViewModel;
import io.secureprint.app.console.claims.ClaimsPane;
import io.secureprint.app.console.claims.ClaimsViewModel;
import io.secureprint.app.console.daybook.DayBookView;
import io.secureprint.app.console.daybook.DayBookViewModel;
import io.secureprint.app.console.health.HealthView;
import io.secureprint.app.console.health.HealthViewModel;
import io.secureprint.app.console.history.HistoryView;
import io.secureprint.app.console.history.HistoryViewModel;
import io.secureprint.app.console.prices.PricesView;
import io.secureprint.app.console.prices.PricesViewModel;
import io.secureprint.app.console.printers.PrintersView;
import io.secureprint.app.console.printers.PrintersViewModel;
import io.secureprint.app.console.sessions.SessionsView;
import io.secureprint.app.console.sessions.SessionsViewModel;
import io.secureprint.app.console.settings.SettingsView;
import io.secureprint.app.console.settings.SettingsViewModel;
import io.secureprint.app.console.today.TodayView;
import io.secureprint.app.console.today.TodayViewModel;
import io.secureprint.app.console.workflows.WorkflowWays;
import io.secureprint.app.console.workflows.WorkflowsView;
import io.secureprint.app.console.workflows.WorkflowsViewModel;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.OpenDialog;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.SaveDialog;
import io.secureprint.app.fx.ScreenView;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.Theme;
import io.secureprint.app.fx.TimeWords;
import io.secureprint.app.pin.GuardViewModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The console in one language: rail, top bar, and the chosen screen. Another language makes
/// another view over the same view models, so nothing that was open or typed is lost.
public final class ConsoleView {
  private final Models models;
  private final Setting setting;
  private final ClaimsPane claims;
  private final Map<Screen, ScreenView> screens = new EnumMap<>(Screen.class);
  private final TopBar top;
  private final Rail rail;
  private final NotesPane notes;
  private final AlertsPane alerts;
  private final BorderPane main = new BorderPane();
  private final BorderPane frame = new BorderPane(main);
  private final SearchPane search;
  private final StackPane root;
  private final List<Shortcut> shortcuts;
  private final Subscription following;
  private final ReadOnlyIntegerWrapper wanting = new ReadOnlyIntegerWrapper();

  /// The view models of the console's parts.
  public record Models(
      ConsoleViewModel console,
      TodayViewModel today,
      DayBookViewModel books,
      ClaimsViewModel claims,
      SessionsViewModel sessions,
      PrintersViewModel printers,
      BoardViewModel board,
      HistoryViewModel history,
      PricesViewModel prices,
      WorkflowsViewModel workflows,
      AutomationsViewModel automations,
      AlertsViewModel alerts,
      HealthViewModel health,
      SettingsViewModel settings,
      GuardViewModel guard,
      SearchViewModel search) {}

  /// What surrounds the console: the shop's name and place, the theme's switch, the kiosk's, and in a
  /// practice shop perhaps the way to a real one.
  public record Setting(
      String shop,
      ZoneId zone,
      ObjectProperty<Theme.Choice> theme,
      KioskSwitch kiosk,
      SaveDialog save,
      @Nullable Runnable setUp) {}

  public ConsoleView(Models models, Setting setting) {
    this.models = models;
    this.setting = setting;
    Messages messages = Messages.in(models.console().language().get());
    TimeWords words = new TimeWords(messages, setting.zone());
    claims = new ClaimsPane(models.claims(), words);
    furnish(words);
    top = new TopBar(messages);
    rail = new Rail(setting.shop(), messages);
    notes = new NotesPane(words);
    alerts = new AlertsPane(models.alerts(), words);
    search = new SearchPane(models.search(), words, this::go);
    root = new StackPane(frame, search);
    main.setTop(new VBox(top, notes, alerts));
    frame.setLeft(rail);
    // What does not fit is cut at its end, and not at both.
    frame.setMinSize(0, 0);
    root.getStyleClass().add("console");
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    shortcuts = wire();
    following = follow();
  }

  public Parent root() {
    return root;
  }

  /// Puts the keyboard where a person starts on the present screen.
  public void focus() {
    view(models.console().screen().get()).focus();
  }

  /// How many customers and claims want a person.
  ReadOnlyIntegerProperty wanting() {
    return wanting.getReadOnlyProperty();
  }

  /// Lets go of the view models, which outlive this view.
  public void close() {
    following.unsubscribe();
    search.close();
    alerts.close();
    claims.close();
    screens.values().forEach(ScreenView::close);
  }

  private void furnish(TimeWords words) {
    screens.put(
        Screen.TODAY,
        new TodayView(
            models.today(),
            models.sessions(),
            models.books(),
            new DayBookView(
                models.books(), setting.save(), words.messages(), ways().toSessions()),
            words,
            ways()));
    screens.put(Screen.SESSIONS, new SessionsView(models.sessions(), claims, words));
    screens.put(Screen.PRINTERS, new PrintersView(models.printers(), words));
    screens.put(Screen.BOARD, new BoardView(models.board(), words));
    screens.put(Screen.HISTORY, new HistoryView(models.history(), setting.save(), words));
    screens.put(Screen.PRICES, new PricesView(models.prices(), words));
    screens.put(
        Screen.WORKFLOWS,
        new WorkflowsView(
            models.workflows(),
            new WorkflowWays(setting.save(), OpenDialog.DESKTOP, this::toConnections),
            words));
    screens.put(Screen.AUTOMATIONS, new AutomationsView(models.automations(), words));
    screens.put(Screen.HEALTH, new HealthView(models.health(), words));
    screens.put(
        Screen.SETTINGS,
        new SettingsView(models.settings(), words.messages(), models.sessions()::live));
  }

  private ScreenView view(Screen screen) {
    return Objects.requireNonNull(screens.get(screen));
  }

  private List<Shortcut> wire() {
    List<Shortcut> all = new ArrayList<>();
    for (Screen screen : Screen.values()) {
      Shortcut way = to(screen);
      rail.add(screen, way);
      all.add(way);
    }
    ConsoleViewModel console = models.console();
    Shortcut toNotes = new Shortcut("Ctrl+N", console::onNotes);
    Shortcut otherLanguage = new Shortcut("Ctrl+L", console::onOtherLanguage);
    Shortcut otherTheme =
        new Shortcut("Ctrl+D", () -> setting.theme().set(setting.theme().get().next()));
    Shortcut find = new Shortcut("Ctrl+K", models.search()::onToggle);
    Shortcut kiosk = new Shortcut("Ctrl+Shift+K", setting.kiosk().toggle());
    Shortcut lock = new Shortcut("Ctrl+Shift+L", models.guard()::onLock);
    rail.bindKiosk(kiosk);
    Runnable setUp = setting.setUp();
    if (setUp != null) {
      rail.offerSetUp(setUp);
    }
    top.bind(toNotes, otherLanguage, otherTheme);
    top.bindLock(lock);
    top.bindSearch(find);
    Shortcut toAlerts = new Shortcut("Ctrl+Shift+A", models.alerts()::onToggle);
    top.bindAlerts(toAlerts);
    all.add(toAlerts);
    all.addAll(List.of(toNotes, otherLanguage, otherTheme, find, kiosk, lock));
    return List.copyOf(all);
  }

  private Shortcut to(Screen screen) {
    return new Shortcut(screen.keys(), () -> models.console().screen().set(screen));
  }

  private void toConnections() {
    models.settings().onConnections();
    to(Screen.SETTINGS).action().run();
  }

  private void go(Found found) {
    switch (found) {
      case Found.Customer(var tile) -> {
        models.sessions().onOpen(tile.sessionId());
        to(Screen.SESSIONS).action().run();
      }
      case Found.Place(Screen screen) -> to(screen).action().run();
      case Found.Action(Found.Command command) -> go(command);
      case Found.Printer _ -> to(Screen.PRINTERS).action().run();
      case Found.Visit(var past) -> {
        models.history().onOpen(past);
        to(Screen.HISTORY).action().run();
      }
    }
  }

  private void go(Found.Command command) {
    switch (command) {
      case LOCK -> models.guard().onLock();
      case KIOSK -> setting.kiosk().toggle().run();
      case TEST_SHEET -> to(Screen.PRINTERS).action().run();
    }
  }

  private Ways ways() {
    ConsoleViewModel console = models.console();
    return new Ways(
        () -> console.screen().set(Screen.SESSIONS),
        () -> console.screen().set(Screen.PRINTERS),
        console::onNotes);
  }

  private Subscription follow() {
    ConsoleViewModel console = models.console();
    return Subscription.combine(
        console.screen().subscribe(this::leave),
        console.screen().subscribe(this::show),
        console.status().subscribe(top::show),
        console.status().subscribe(status -> notes.show(status, console.now())),
        console.notesOpen().subscribe(open -> Shapes.show(notes, open)),
        models.alerts().alerts().subscribe(top::show),
        setting.theme().subscribe(top::show),
        models.guard().state().subscribe(top::show),
        models.guard().state().subscribe(this::lockSearch),
        setting.kiosk().fullScreen().subscribe(rail::showKiosk),
        models.sessions().wanting().subscribe(_ -> showWanting()),
        models.claims().open().subscribe(_ -> showWanting()),
        models.board().figures().subscribe(rail::showPressing));
  }

  private void showWanting() {
    wanting.set(models.sessions().wanting().get() + models.claims().open().get().size());
    rail.showWanting(wanting.get());
  }

  private void leave(Screen before, Screen now) {
    if (before == Screen.SETTINGS && now != Screen.SETTINGS) {
      models.settings().onLeave();
    }
    if (before == Screen.AUTOMATIONS && now != Screen.AUTOMATIONS) {
      models.automations().onLeave();
    }
  }

  /// What one person was looking for is not for the next.
  private void lockSearch(Shift.State state) {
    if (state instanceof Shift.State.Locked) {
      models.automations().onLeave();
      models.search().onClose();
    }
  }

  private void show(Screen screen) {
    models.search().onClose();
    rail.select(screen);
    top.showTitle(screen.title());
    main.setCenter(view(screen).root());
    focus();
  }

  private void onKey(KeyEvent event) {
    shortcuts.stream()
        .filter(shortcut -> shortcut.keys().match(event))
        .findFirst()
        .ifPresent(
            shortcut -> {
              shortcut.action().run();
              event.consume();
            });
  }
}
