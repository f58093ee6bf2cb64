// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.OwnerDesk;
import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.ProgramKeys;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.authoring.Workshop;
import io.secureprint.agent.automation.AutomationDesk;
import io.secureprint.agent.connection.ConnectionDesk;
import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.GuardedBoard;
import io.secureprint.agent.journey.PrinterDesk;
import io.secureprint.agent.observe.Accounts;
import io.secureprint.agent.observe.Health;
import io.secureprint.agent.observe.History;
import io.secureprint.agent.pricing.Prices;
import io.secureprint.agent.printing.PrinterChoices;
import io.secureprint.app.console.ConsoleView;
import io.secureprint.app.console.ConsoleViewModel;
import io.secureprint.app.console.ConsoleWindow;
import io.secureprint.app.console.KioskSwitch;
import io.secureprint.app.console.SearchViewModel;
import io.secureprint.app.console.automations.AlertsViewModel;
import io.secureprint.app.console.automations.AutomationsViewModel;
import io.secureprint.app.console.automations.Place;
import io.secureprint.app.console.board.BoardViewModel;
import io.secureprint.app.console.claims.ClaimsViewModel;
import io.secureprint.app.console.daybook.DayBookViewModel;
import io.secureprint.app.console.health.HealthViewModel;
import io.secureprint.app.console.history.HistoryViewModel;
import io.secureprint.app.console.prices.PricesViewModel;
import io.secureprint.app.console.printers.PrintersViewModel;
import io.secureprint.app.console.sessions.SessionsViewModel;
import io.secureprint.app.console.settings.Outside;
import io.secureprint.app.console.settings.SettingsViewModel;
import io.secureprint.app.console.today.TodayViewModel;
import io.secureprint.app.console.workflows.WorkflowsViewModel;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.FxThread;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.SaveDialog;
import io.secureprint.app.fx.Theme;
import io.secureprint.app.kiosk.ExitPane;
import io.secureprint.app.kiosk.KioskExit;
import io.secureprint.app.kiosk.KioskView;
import io.secureprint.app.kiosk.KioskViewModel;
import io.secureprint.app.kiosk.KioskWindow;
import io.secureprint.app.pin.GuardViewModel;
import io.secureprint.app.printers.PrinterPickerViewModel;

import javafx.application.Platform;
import javafx.scene.Scene;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The two windows of the shop over one agent: the customers' kiosk and the shopkeeper's console.
public final class ShopWindows implements AutoCloseable {
  /// What the console calls itself where the shop has no PINs, and so no names.
  private static final String ACTOR = "console";

  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  private final Background background = new Background(work, FxThread::run);
  private final CompletableFuture<Void> shown = new CompletableFuture<>();
  private final Theme theme = new Theme(Platform.getPreferences().colorSchemeProperty());
  private final Rooms rooms;
  private final Shop shop;
  private final KioskViewModel kioskModel;
  private final ConsoleView.Models models;
  private final KioskWindow kiosk;
  private final ConsoleWindow console;

  /// What of the agent the windows show. They close `choices` with themselves.
  public record Rooms(
      Desk desk,
      PrinterDesk printers,
      GuardedBoard board,
      History history,
      Accounts accounts,
      Prices prices,
      Workshop workshop,
      AutomationDesk automations,
      Health health,
      Shift shift,
      OwnerDesk owner,
      ProgramKeys keys,
      ConnectionDesk connections,
      PrinterChoices choices) {}

  /// What the windows say about the shop, and how; `locale` and `zone` are the desktop's.
  public record Shop(
      String name,
      AgentConfig.Screens screens,
      AgentConfig.Kiosk posted,
      Locale locale,
      ZoneId zone) {
    Language language() {
      return Looks.language(screens.language(), locale);
    }
  }

  /// Where a person's wish to end or to begin again goes, on the FX thread.
  ///
  /// @param closed a person has closed the console, which means to close the shop
  /// @param reopen the shop is to open again, with the settings as they are now
  /// @param setUp ends a practice shop and sets up the real one, where that is still to be done
  public record Ways(Runnable closed, Runnable reopen, @Nullable Runnable setUp) {}

  /// Opens the kiosk, then the console. Call it on the FX thread, for example in [FxThread#start].
  public ShopWindows(Rooms rooms, Shop shop, InstantSource clock, Ways ways) {
    this.rooms = rooms;
    this.shop = shop;
    theme.choice().set(Looks.theme(shop.screens().theme()));
    kioskModel =
        new KioskViewModel(rooms.desk(), rooms.prices(), shop.posted(), clock, FxThread::run);
    kiosk = kiosk(clock);
    models = models(clock, ways);
    models.guard().state().subscribe(this::onState);
    console =
        new ConsoleWindow(
            models,
            new ConsoleView.Setting(
                shop.name(),
                shop.zone(),
                theme.choice(),
                new KioskSwitch(kiosk.fullScreen(), this::switchKiosk),
                SaveDialog.DESKTOP,
                ways.setUp()),
            theme,
            ways.closed());
    kiosk.open(shop.screens().kiosk());
  }

  /// Done, on the FX thread, once customers can see the kiosk.
  public CompletableFuture<Void> shown() {
    return shown;
  }

  /// A second start of the program brings the console to the front. From any thread.
  public void raise() {
    FxThread.run(() -> {
      console.raise();
      kiosk.onRaised();
    });
  }

  /// The shop is about to open again: customers see that it takes a moment.
  void pause() {
    kioskModel.onPause();
    console.pause();
  }

  /// Closes both windows and lets go of the agent. On the FX thread; a second call does nothing.
  @Override
  public void close() {
    console.close();
    kiosk.close();
    kioskModel.close();
    models.console().close();
    models.today().close();
    models.printers().close();
    models.board().close();
    models.claims().close();
    models.sessions().close();
    models.prices().close();
    models.workflows().close();
    models.alerts().close();
    models.health().close();
    models.settings().close();
    models.guard().close();
    models.search().close();
    work.shutdown();
  }

  private ConsoleView.Models models(InstantSource clock, Ways ways) {
    Desk desk = rooms.desk();
    GuardViewModel guard = new GuardViewModel(rooms.shift(), background, clock, FxThread::run);
    return new ConsoleView.Models(
        new ConsoleViewModel(desk, shop.language(), clock, FxThread::run),
        new TodayViewModel(
            desk, rooms.printers(), rooms.accounts().takings(), ACTOR, clock, background,
            FxThread::run),
        new DayBookViewModel(rooms.accounts().days(), clock, background),
        new ClaimsViewModel(desk.owed(), ACTOR, clock, background, FxThread::run),
        new SessionsViewModel(desk, ACTOR, clock, background, FxThread::run),
        new PrintersViewModel(rooms.printers(), clock, background, FxThread::run),
        new BoardViewModel(rooms.board(), ACTOR, clock, background, FxThread::run),
        new HistoryViewModel(rooms.history(), clock, shop.zone(), background),
        new PricesViewModel(
            rooms.prices(),
            ACTOR,
            new PricesViewModel.Place(clock, shop.zone()),
            background,
            FxThread::run),
        new WorkflowsViewModel(rooms.workshop(), ACTOR, clock, background, FxThread::run),
        new AutomationsViewModel(rooms.automations(), place(clock), background),
        new AlertsViewModel(
            rooms.automations().alerts(), place(clock), background, FxThread::run),
        new HealthViewModel(rooms.health(), clock, background, FxThread::run),
        settings(clock, ways),
        guard,
        search(guard));
  }

  private SettingsViewModel settings(InstantSource clock, Ways ways) {
    return new SettingsViewModel(
        rooms.owner(),
        new PrinterPickerViewModel(rooms.choices(), background, FxThread::run),
        new Outside(rooms.keys(), rooms.connections(), clock, shop.zone(), ACTOR),
        background,
        new SettingsViewModel.Ways(this::follow, ways.reopen()));
  }

  private Place place(InstantSource clock) {
    return new Place(clock, shop.zone(), ACTOR);
  }

  private SearchViewModel search(GuardViewModel guard) {
    return new SearchViewModel(
        rooms.desk(),
        rooms.printers(),
        rooms.history(),
        () -> guard.state().get() instanceof Shift.State.Present,
        background,
        FxThread::run);
  }

  /// Whoever comes after the lock is perhaps not the owner.
  private void onState(Shift.State state) {
    if (state instanceof Shift.State.Locked) {
      models.settings().onLeave();
      models.board().onLeave();
    }
  }

  /// What was saved of the screens counts at once.
  private void follow(Map<String, String> saved) {
    String chosen = saved.get("screens.theme");
    if (chosen != null) {
      theme.choice().set(Looks.theme(chosen));
    }
    String language = saved.get("screens.language");
    if (language != null) {
      models.console().onLanguage(Looks.language(language, shop.locale()));
    }
    String screen = saved.get("screens.kiosk");
    if (screen != null) {
      kiosk.move(screen);
    }
    kioskModel.onSaved(saved);
  }

  private void switchKiosk() {
    if (kiosk.fullScreen().get()) {
      models.guard().pass(Permission.LEAVE_KIOSK, kiosk::leave);
    } else {
      kiosk.fill();
    }
  }

  /// Customers come first: the console takes as long to draw as the kiosk does.
  private void kioskSeen() {
    shown.complete(null);
    console.open();
  }

  private KioskWindow kiosk(InstantSource clock) {
    boolean moving = !Platform.getPreferences().isReducedMotion();
    Language language = shop.language();
    KioskView view =
        new KioskView(
            kioskModel, new KioskView.Setting(shop.name(), language, shop.zone(), moving), clock);
    KioskExit exit = new KioskExit(rooms.shift(), background, clock);
    Scene scene = new Scene(new ExitPane(view.root(), exit, language), 1280, 720);
    theme.dress(scene);
    return new KioskWindow(scene, shop.name(), language, exit, this::kioskSeen);
  }
}
