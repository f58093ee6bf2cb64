// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.PrinterDesk;
import io.secureprint.agent.observe.Health;
import io.secureprint.agent.observe.History;
import io.secureprint.agent.observe.Takings;
import io.secureprint.agent.pricing.Prices;
import io.secureprint.app.console.ConsoleView;
import io.secureprint.app.console.ConsoleViewModel;
import io.secureprint.app.console.ConsoleWindow;
import io.secureprint.app.console.KioskSwitch;
import io.secureprint.app.console.claims.ClaimsViewModel;
import io.secureprint.app.console.health.HealthViewModel;
import io.secureprint.app.console.history.HistoryViewModel;
import io.secureprint.app.console.prices.PricesViewModel;
import io.secureprint.app.console.printers.PrintersViewModel;
import io.secureprint.app.console.sessions.SessionsViewModel;
import io.secureprint.app.console.today.TodayViewModel;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.FxThread;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.SaveDialog;
import io.secureprint.app.fx.Theme;
import io.secureprint.app.kiosk.KioskView;
import io.secureprint.app.kiosk.KioskViewModel;
import io.secureprint.app.kiosk.KioskWindow;

import javafx.application.Platform;
import javafx.scene.Scene;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The two windows of the shop over one agent: the customers' kiosk and the shopkeeper's console.
public final class ShopWindows implements AutoCloseable {
  private static final String ACTOR = "console";

  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  private final CompletableFuture<Void> shown = new CompletableFuture<>();
  private final Theme theme = new Theme(Platform.getPreferences().colorSchemeProperty());
  private final KioskViewModel kioskModel;
  private final ConsoleView.Models models;
  private final KioskWindow kiosk;
  private final ConsoleWindow console;

  /// What the windows say about the shop. Hindi leads where the locale is Hindi, else English.
  public record Shop(String name, Locale locale, ZoneId zone) {}

  /// What the windows look at.
  public record Rooms(
      Desk desk,
      PrinterDesk printers,
      History history,
      Takings takings,
      Prices prices,
      Health health) {}

  /// Opens the kiosk, then the console. Call it on the FX thread, for example in [FxThread#start].
  ///
  /// @param onClosed called on the FX thread when a person has closed the console, which means to
  ///     close the shop; the caller then closes these windows
  public ShopWindows(
      Rooms rooms, Shop shop, InstantSource clock, Runnable onClosed) {
    Language language = Language.of(shop.locale());
    kioskModel = new KioskViewModel(rooms.desk(), rooms.prices(), FxThread::run);
    models = models(rooms, shop, clock);
    kiosk = kiosk(shop, language, clock);
    console =
        new ConsoleWindow(
            models,
            new ConsoleView.Setting(
                shop.name(),
                shop.zone(),
                theme.choice(),
                new KioskSwitch(kiosk.fullScreen(), kiosk::toggleFullScreen),
                SaveDialog.DESKTOP),
            theme,
            onClosed);
    kiosk.open();
  }

  /// Done, on the FX thread, once customers can see the kiosk.
  public CompletableFuture<Void> shown() {
    return shown;
  }

  /// A second start of the program brings the console to the front. From any thread.
  public void raise() {
    FxThread.run(console::raise);
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
    models.claims().close();
    models.sessions().close();
    models.prices().close();
    models.health().close();
    work.shutdown();
  }

  /// Customers come first: the console takes as long to draw as the kiosk does.
  private void kioskSeen() {
    shown.complete(null);
    console.open();
  }

  private ConsoleView.Models models(Rooms rooms, Shop shop, InstantSource clock) {
    Background background = new Background(work, FxThread::run);
    Desk desk = rooms.desk();
    return new ConsoleView.Models(
        new ConsoleViewModel(desk, Language.of(shop.locale()), clock, FxThread::run),
        new TodayViewModel(
            desk, rooms.printers(), rooms.takings(), ACTOR, clock, background, FxThread::run),
        new ClaimsViewModel(desk.owed(), ACTOR, clock, background, FxThread::run),
        new SessionsViewModel(desk, ACTOR, clock, background, FxThread::run),
        new PrintersViewModel(rooms.printers(), clock, background, FxThread::run),
        new HistoryViewModel(rooms.history(), clock, shop.zone(), background),
        new PricesViewModel(
            rooms.prices(),
            ACTOR,
            new PricesViewModel.Place(clock, shop.zone()),
            background,
            FxThread::run),
        new HealthViewModel(rooms.health(), clock, background, FxThread::run));
  }

  private KioskWindow kiosk(Shop shop, Language language, InstantSource clock) {
    boolean moving = !Platform.getPreferences().isReducedMotion();
    KioskView view =
        new KioskView(
            kioskModel, new KioskView.Setting(shop.name(), language, shop.zone(), moving), clock);
    Scene scene = new Scene(view.root(), 1280, 720);
    theme.dress(scene);
    return new KioskWindow(scene, shop.name(), language, this::kioskSeen);
  }
}
