// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console;

import io.secureprint.app.console.ConsoleViewModel.Screen;
import io.secureprint.app.console.claims.ClaimsPane;
import io.secureprint.app.console.claims.ClaimsViewModel;
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
import io.secureprint.app.console.today.TodayView;
import io.secureprint.app.console.today.TodayViewModel;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.SaveDialog;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.Theme;
import io.secureprint.app.fx.TimeWords;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.time.ZoneId;
import java.util.List;

/// The console in one language: rail, top bar, and the chosen screen. Another language makes
/// another view over the same view models, so nothing that was open or typed is lost.
public final class ConsoleView {
  private final Models models;
  private final Setting setting;
  private final TodayView today;
  private final ClaimsPane claims;
  private final SessionsView sessions;
  private final PrintersView printers;
  private final HistoryView history;
  private final PricesView prices;
  private final HealthView health;
  private final TopBar top;
  private final Rail rail;
  private final NotesPane notes;
  private final BorderPane main = new BorderPane();
  private final BorderPane root = new BorderPane(main);
  private final List<Shortcut> shortcuts;
  private final Subscription following;

  /// The view models of the console's parts.
  public record Models(
      ConsoleViewModel console,
      TodayViewModel today,
      ClaimsViewModel claims,
      SessionsViewModel sessions,
      PrintersViewModel printers,
      HistoryViewModel history,
      PricesViewModel prices,
      HealthViewModel health) {}

  /// What surrounds the console: the shop's name and place, the theme's switch, the kiosk's.
  public record Setting(
      String shop,
      ZoneId zone,
      ObjectProperty<Theme.Choice> theme,
      KioskSwitch kiosk,
      SaveDialog save) {}

  public ConsoleView(Models models, Setting setting) {
    this.models = models;
    this.setting = setting;
    Messages messages = Messages.in(models.console().language().get());
    TimeWords words = new TimeWords(messages, setting.zone());
    today = new TodayView(models.today(), models.sessions(), words, ways());
    claims = new ClaimsPane(models.claims(), words);
    sessions = new SessionsView(models.sessions(), claims, words);
    printers = new PrintersView(models.printers(), words);
    history = new HistoryView(models.history(), setting.save(), words);
    prices = new PricesView(models.prices(), words);
    health = new HealthView(models.health(), words);
    top = new TopBar(messages);
    rail = new Rail(setting.shop(), messages);
    notes = new NotesPane(words);
    main.setTop(new VBox(top, notes));
    root.setLeft(rail);
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
    switch (models.console().screen().get()) {
      case TODAY -> today.focus();
      case SESSIONS -> sessions.focus();
      case PRINTERS -> printers.focus();
      case HISTORY -> history.focus();
      case PRICES -> prices.focus();
      case HEALTH -> health.focus();
    }
  }

  /// Lets go of the view models, which outlive this view.
  public void close() {
    following.unsubscribe();
    today.close();
    claims.close();
    sessions.close();
    printers.close();
    history.close();
    prices.close();
    health.close();
  }

  private List<Shortcut> wire() {
    ConsoleViewModel console = models.console();
    Shortcut toToday = to("Ctrl+1", Screen.TODAY);
    Shortcut toSessions = to("Ctrl+2", Screen.SESSIONS);
    Shortcut toPrinters = to("Ctrl+3", Screen.PRINTERS);
    Shortcut toHistory = to("Ctrl+4", Screen.HISTORY);
    Shortcut toPrices = to("Ctrl+5", Screen.PRICES);
    Shortcut toHealth = to("Ctrl+6", Screen.HEALTH);
    Shortcut toNotes = new Shortcut("Ctrl+N", console::onNotes);
    Shortcut otherLanguage = new Shortcut("Ctrl+L", console::onOtherLanguage);
    Shortcut otherTheme =
        new Shortcut("Ctrl+D", () -> setting.theme().set(setting.theme().get().next()));
    Shortcut kiosk = new Shortcut("Ctrl+Shift+K", setting.kiosk().toggle());
    rail.add(Screen.TODAY, Feather.SUN, Phrase.NAV_TODAY, toToday);
    rail.add(Screen.SESSIONS, Feather.USERS, Phrase.NAV_SESSIONS, toSessions);
    rail.add(Screen.PRINTERS, Feather.PRINTER, Phrase.NAV_PRINTERS, toPrinters);
    rail.add(Screen.HISTORY, Feather.CLOCK, Phrase.NAV_HISTORY, toHistory);
    rail.add(Screen.PRICES, Feather.TAG, Phrase.NAV_PRICES, toPrices);
    rail.add(Screen.HEALTH, Feather.ACTIVITY, Phrase.NAV_HEALTH, toHealth);
    rail.bindKiosk(kiosk);
    top.bind(toNotes, otherLanguage, otherTheme);
    return List.of(
        toToday, toSessions, toPrinters, toHistory, toPrices, toHealth, toNotes, otherLanguage,
        otherTheme, kiosk);
  }

  private Shortcut to(String keys, Screen screen) {
    return new Shortcut(keys, () -> models.console().screen().set(screen));
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
        console.screen().subscribe(this::show),
        console.status().subscribe(top::show),
        console.status().subscribe(status -> notes.show(status, console.now())),
        console.notesOpen().subscribe(open -> Shapes.show(notes, open)),
        setting.theme().subscribe(top::show),
        setting.kiosk().fullScreen().subscribe(rail::showKiosk),
        models.sessions().wanting().subscribe(_ -> showWanting()),
        models.claims().open().subscribe(_ -> showWanting()));
  }

  private void showWanting() {
    rail.showWanting(models.sessions().wanting().get() + models.claims().open().get().size());
  }

  private void show(Screen screen) {
    rail.select(screen);
    switch (screen) {
      case TODAY -> {
        top.showTitle(Phrase.NAV_TODAY);
        main.setCenter(today.root());
      }
      case SESSIONS -> {
        top.showTitle(Phrase.NAV_SESSIONS);
        main.setCenter(sessions.root());
      }
      case PRINTERS -> {
        top.showTitle(Phrase.NAV_PRINTERS);
        main.setCenter(printers.root());
      }
      case HISTORY -> {
        top.showTitle(Phrase.NAV_HISTORY);
        main.setCenter(history.root());
      }
      case PRICES -> {
        top.showTitle(Phrase.NAV_PRICES);
        main.setCenter(prices.root());
      }
      case HEALTH -> {
        top.showTitle(Phrase.NAV_HEALTH);
        main.setCenter(health.root());
      }
    }
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
