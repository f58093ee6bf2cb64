// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static io.secureprint.app.SampleShop.CLOCK;
import static io.secureprint.app.SampleShop.ZONE;

import io.secureprint.agent.FirstStart;
import io.secureprint.agent.Folders;
import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Pin;
import io.secureprint.agent.access.Role;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.GuardedBoard;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.observe.History;
import io.secureprint.app.console.ConsoleView;
import io.secureprint.app.console.ConsoleViewModel;
import io.secureprint.app.console.KioskSwitch;
import io.secureprint.app.console.SearchViewModel;
import io.secureprint.app.console.automations.AlertsViewModel;
import io.secureprint.app.console.automations.AutomationsViewModel;
import io.secureprint.app.console.automations.Place;
import io.secureprint.app.console.board.BoardViewModel;
import io.secureprint.app.console.claims.ClaimHand;
import io.secureprint.app.console.claims.ClaimsViewModel;
import io.secureprint.app.console.daybook.DayBookViewModel;
import io.secureprint.app.console.health.HealthViewModel;
import io.secureprint.app.console.history.HistoryViewModel;
import io.secureprint.app.console.prices.PricesViewModel;
import io.secureprint.app.console.printers.PrintersViewModel;
import io.secureprint.app.console.sessions.SessionsViewModel;
import io.secureprint.app.console.settings.SettingsViewModel;
import io.secureprint.app.console.today.TodayViewModel;
import io.secureprint.app.console.workflows.WorkflowsViewModel;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Theme;
import io.secureprint.app.kiosk.ExitPane;
import io.secureprint.app.kiosk.KioskExit;
import io.secureprint.app.pin.GuardPane;
import io.secureprint.app.pin.GuardViewModel;
import io.secureprint.app.printers.PrinterPickerViewModel;
import io.secureprint.app.setup.SetupView;
import io.secureprint.app.setup.SetupViewModel;

import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/// The screens that ask who is there, and those on which a shop is set up.
final class PeopleScenes {
  private static final Background AT_ONCE = new Background(Runnable::run, Runnable::run);
  private static final Place PLACE = new Place(CLOCK, ZONE, "console");
  private static final Background NEVER = new Background(_ -> {}, Runnable::run);

  private PeopleScenes() {}

  /// The console of a shop without PINs.
  static ConsoleView console(SampleShop desk, History history, Language language) {
    SampleStaff staff = new SampleStaff(fresh("screens"), CLOCK);
    return console(desk, history, language, staff, staff.shift());
  }

  private static ConsoleView console(
      SampleShop desk, History history, Language language, SampleStaff staff, Shift shift) {
    return new ConsoleView(
        models(desk, history, language, staff, shift),
        new ConsoleView.Setting(
            SampleShop.NAME,
            ZONE,
            new SimpleObjectProperty<>(Theme.Choice.SYSTEM),
            new KioskSwitch(new SimpleObjectProperty<>(false), () -> {}),
            (_, _, name) -> Optional.of(Path.of("/no-such-folder", name)),
            null));
  }

  private static ConsoleView.Models models(
      SampleShop desk, History history, Language language, SampleStaff staff, Shift shift) {
    return new ConsoleView.Models(
        new ConsoleViewModel(desk, language, CLOCK, Runnable::run),
        new TodayViewModel(
            desk, desk.printers, desk.takings, "console", CLOCK, AT_ONCE, Runnable::run),
        new DayBookViewModel(desk.books, CLOCK, AT_ONCE),
        claims(desk.owed),
        new SessionsViewModel(desk, "console", CLOCK, AT_ONCE, Runnable::run),
        new PrintersViewModel(desk.printers, CLOCK, AT_ONCE, Runnable::run),
        board(desk, shift),
        new HistoryViewModel(history, CLOCK, ZONE, AT_ONCE),
        prices(desk),
        new WorkflowsViewModel(
            desk.workflows.workshop(), "console", CLOCK, AT_ONCE, Runnable::run),
        new AutomationsViewModel(desk.automations, PLACE, AT_ONCE),
        alerts(desk),
        new HealthViewModel(desk.health, CLOCK, AT_ONCE, Runnable::run),
        settings(desk, staff, shift),
        new GuardViewModel(shift, AT_ONCE, CLOCK, Runnable::run),
        new SearchViewModel(desk, desk.printers, history, () -> false, AT_ONCE, Runnable::run));
  }

  private static PricesViewModel prices(SampleShop shop) {
    PricesViewModel.Place place = new PricesViewModel.Place(CLOCK, ZONE);
    return new PricesViewModel(shop.prices, "console", place, AT_ONCE, Runnable::run);
  }

  private static SettingsViewModel settings(SampleShop shop, SampleStaff staff, Shift shift) {
    return new SettingsViewModel(
        staff.owner(shift),
        picker(shop),
        shop.outside.outside(),
        AT_ONCE,
        new SettingsViewModel.Ways(_ -> {}, () -> {}));
  }

  private static BoardViewModel board(SampleShop shop, Shift shift) {
    GuardedBoard board = new GuardedBoard(shop.board.get().board(), shift);
    BoardViewModel model = new BoardViewModel(board, "console", CLOCK, AT_ONCE, Runnable::run);
    shop.followers.add(model::close);
    return model;
  }

  private static AlertsViewModel alerts(SampleShop shop) {
    AlertsViewModel model =
        new AlertsViewModel(shop.automations.alerts(), PLACE, AT_ONCE, Runnable::run);
    shop.followers.add(model::close);
    return model;
  }

  private static ClaimsViewModel claims(SampleOwed owed) {
    ClaimsViewModel claims =
        new ClaimsViewModel(owed, "console", CLOCK, AT_ONCE, Runnable::run);
    if (owed.settled != null) {
      ClaimHand.settle(claims, owed.settled);
      owed.claims.set(owed.claims.get().subList(1, owed.claims.get().size()));
    }
    return claims;
  }

  /// The console of a shop with PINs, where somebody is asked for one.
  static Scene asked(SampleShop shop, Language language) {
    SampleStaff staff = new SampleStaff(fresh("screens-staff"), CLOCK).hire();
    Shift shift = staff.shift();
    enter(shift, Role.STAFF, "8520");
    BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    ConsoleView view = console(shop, new SampleHistory(0), language, staff, shift);
    GuardViewModel guard = new GuardViewModel(shift, AT_ONCE, CLOCK, screen::add);
    GuardPane pane =
        new GuardPane(
            view.root(),
            guard,
            Messages.in(language),
            SampleShop.NAME,
            new SimpleIntegerProperty(),
            view::focus);
    Thread.ofVirtual()
        .start(() -> guard.asked(new Shift.Wish(Permission.ACCEPT_ODD_SUM, Paise.ZERO)));
    while (pane.lookup("#pin-pad") == null) {
      take(screen).run();
    }
    return new Scene(pane, 1366, 768);
  }

  private static Runnable take(BlockingQueue<Runnable> screen) {
    try {
      return screen.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("nobody asks any more", e);
    }
  }

  /// The console of a shop with PINs, where nobody is logged in.
  static Scene locked(SampleShop shop, Language language) {
    SampleStaff staff = new SampleStaff(fresh("screens-staff"), CLOCK).hire();
    Shift shift = staff.shift();
    ConsoleView view = console(shop, new SampleHistory(0), language, staff, shift);
    return new Scene(
        new GuardPane(
            view.root(),
            new GuardViewModel(shift, AT_ONCE, CLOCK, Runnable::run),
            Messages.in(language),
            SampleShop.NAME,
            new SimpleIntegerProperty((int) shop.sessions.get().stream().filter(t -> t.wanted()).count()),
            view::focus),
        1366,
        768);
  }

  static Scene settings(SampleShop shop, Language language) {
    return settings(console(shop, new SampleHistory(0), language));
  }

  /// Of a shop with PINs, where the person of this role is logged in and nobody types another.
  static Scene settings(SampleShop shop, Language language, Role role, String pin) {
    return settings(staffed(shop, language, role, pin));
  }

  /// The console where the person of this role is logged in and nobody types another PIN.
  static ConsoleView staffed(SampleShop shop, Language language, Role role, String pin) {
    SampleStaff staff = new SampleStaff(fresh("screens-staff"), CLOCK).hire();
    Shift shift = staff.shift();
    enter(shift, role, pin);
    ConsoleView console = console(shop, new SampleHistory(0), language, staff, shift);
    shift.asksBy(_ -> false);
    return console;
  }

  private static void enter(Shift shift, Role role, String pin) {
    shift.whoMay(Permission.LOOK).stream()
        .filter(person -> person.role() == role)
        .forEach(person -> shift.enter(person.id(), new Pin(pin.toCharArray())));
  }

  private static Scene settings(ConsoleView console) {
    Scene scene = new Scene(console.root(), 1366, 768);
    Event.fireEvent(
        scene.getRoot(),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.COMMA, false, true, false, false));
    return scene;
  }

  static Scene leaving(Parent kiosk, Language language, int width, int height) {
    Shift shift = new SampleStaff(fresh("screens-staff"), CLOCK).hire().shift();
    KioskExit exit = new KioskExit(shift, AT_ONCE, CLOCK);
    exit.leads(() -> true, () -> {});
    Scene scene = new Scene(new ExitPane(kiosk, exit, language), width, height);
    exit.onLeave();
    return scene;
  }

  private static PrinterPickerViewModel picker(SampleShop shop) {
    return new PrinterPickerViewModel(
        shop.choices, shop.choices.slow ? NEVER : AT_ONCE, Runnable::run);
  }

  static Scene setup(SampleShop shop, Language language, boolean resumed) {
    Folders folders = new Folders(fresh("screens-setup"));
    FirstStart start = new FirstStart(folders, folders.config(), Ids.secure());
    if (resumed) {
      sayEverything(start);
    }
    SetupViewModel model =
        new SetupViewModel(
            start,
            picker(shop),
            AT_ONCE,
            language,
            _ -> {});
    return new Scene(new SetupView(model, Messages.in(language)).root(), 960, 700);
  }

  static Scene trouble(Language language) {
    return new Scene(
        TroubleWindow.content(
            new Trouble("PORT_TAKEN", "Address already in use: 192.168.1.20:8080"),
            true,
            Messages.in(language),
            _ -> {}),
        560,
        320);
  }

  private static void sayEverything(FirstStart start) {
    try {
      start.keep(Map.of("shop.name", SampleShop.NAME, "upi.address", "sharma.xerox@okhdfcbank"));
      start.keep(SampleChoices.LASER.settings());
      start.keep(Map.of("prices.monoOne", "200", "prices.colourOne", "1000", "prices.minimum", "200"));
      start.owner("Asha", new Pin("4711".toCharArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An empty folder of this name below `target`.
  private static Path fresh(String name) {
    Path folder = Path.of("target", name);
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> old = Files.walk(folder)) {
          old.sorted(Comparator.reverseOrder()).forEach(PeopleScenes::delete);
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
