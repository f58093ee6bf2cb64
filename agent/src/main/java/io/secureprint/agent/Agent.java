// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.api.PageServer;
import io.secureprint.agent.api.PageSettings;
import io.secureprint.agent.audit.KeyStoreFile;
import io.secureprint.agent.audit.ShopKey;
import io.secureprint.agent.destruction.Destruction;
import io.secureprint.agent.destruction.LeakScan;
import io.secureprint.agent.destruction.StartUp;
import io.secureprint.agent.destruction.Wipe;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.intake.GuardedWsServer;
import io.secureprint.agent.intake.IntakeSettings;
import io.secureprint.agent.intake.JoinCode;
import io.secureprint.agent.intake.X25519;
import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.House;
import io.secureprint.agent.journey.ShopDesk;
import io.secureprint.agent.journey.Steps;
import io.secureprint.agent.journey.Visits;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.observe.History;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.pricing.Pricing;
import io.secureprint.agent.printing.WorkerPool;
import io.secureprint.agent.session.JoinKeys;
import io.secureprint.agent.session.KeyVault;
import io.secureprint.agent.session.Sessions;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcHistory;
import io.secureprint.agent.store.JdbcUnitOfWork;
import io.secureprint.agent.store.SchedulerTimers;
import io.secureprint.driver.ipp.IppClient;
import io.secureprint.driver.printer.CupsQueue;
import io.secureprint.driver.printer.FolderPrinter;
import io.secureprint.driver.printer.PrinterDriver;
import io.secureprint.driver.worker.Isolation;
import io.secureprint.driver.worker.WorkLimits;
import io.secureprint.driver.worker.WorkerLaunch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The whole agent: the one place where the rooms are put together, and the order in which they open
/// and close.
public final class Agent implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

  private final AgentConfig config;
  private final AgentConfig.Folders folders;
  private final Clock clock = Clock.systemUTC();
  private final Ids ids = Ids.secure();
  /// What is open, the last opened first.
  private final Deque<Closing> open = new ArrayDeque<>();
  private final ShopDesk desk;
  private final History history;
  private final Addresses addresses;

  private Agent(AgentConfig config, AgentConfig.Folders folders)
      throws IOException, Database.Unusable {
    this.config = config;
    this.folders = folders;
    InetAddress bind = LanAddress.find(config.network().bind());
    Database database = database();
    JdbcUnitOfWork unitOfWork = opened("unit of work", new JdbcUnitOfWork(database));
    history = new JdbcHistory(unitOfWork);
    Wipe wipe = new Wipe(ids, config.destroy().passes());
    StartUp.Recovered recovered = recovered(wipe);
    Stores store = Stores.on(database, unitOfWork, clock, ids);
    House house = house(wipe, store);
    // Ports are bound before anybody is told of them, and serve when everything else is ready.
    PageServer page = opened("page", new PageServer(pageSettings(bind)));
    String address = "http://" + bind.getHostAddress() + ":" + page.port() + "/";
    Visits visits = opened("tiles", new Visits(house, this::ticketChanged));
    desk =
        new ShopDesk(house.sessions(), visits, house.printer(), store.claims(), clock, address);
    Engine engine = engine(store, house, visits);
    visits.opens(cashier(store, engine, visits), engine);
    note(recovered, house.sign());
    engine.resume().forEach(visits::orphaned);
    GuardedWsServer phones = phones(bind, visits);
    opened("visits", () -> farewell(visits));
    phones.start(page.port());
    page.start(phones.port());
    addresses = new Addresses(address, "ws://" + bind.getHostAddress() + ":" + phones.port());
    desk.refreshTicket();
    ticks(visits, engine);
  }

  /// The first thing to open: its lock tells whether another agent has this folder.
  private Database database() throws IOException, Database.Unusable {
    Files.createDirectories(folders.database());
    return opened("database", Database.open(folders.database()));
  }

  /// Before any socket opens: what a dead agent left is wiped.
  private StartUp.Recovered recovered(Wipe wipe) throws IOException {
    StartUp.Recovered found = new StartUp(wipe).recover(folders.vault(), folders.workerTemp());
    LOG.info("recovered: {}", found);
    return found;
  }

  private void note(StartUp.Recovered recovered, House.Sign sign) {
    if (!recovered.verified()) {
      desk.note("DESTROY_WIPE", true);
    }
    sign.hostFlags().forEach(flag -> desk.note(flag, false));
  }

  /// Opens the shop.
  ///
  /// @throws IOException when a folder or a port is not to be had
  /// @throws Database.Unusable when another agent has the folder, or its database is broken
  public static Agent start(AgentConfig config, AgentConfig.Folders folders)
      throws IOException, Database.Unusable {
    return new Agent(config, folders);
  }

  public Desk desk() {
    return desk;
  }

  public History history() {
    return history;
  }

  public Addresses addresses() {
    return addresses;
  }

  /// Closes in the opposite order: no new phones, sessions destroyed, then the engine, the database.
  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      Closing closing = open.pop();
      try {
        closing.what().close();
      } catch (Exception e) {
        // The next room must be closed all the same.
        LOG.error("{} did not close", closing.name(), e);
      }
    }
  }

  private House house(Wipe wipe, Stores store) throws IOException {
    KeyVault vault = opened("keys", new KeyVault(ids));
    PrinterDriver printer = printer();
    Path folder = Path.of(config.printer().folder());
    List<Path> senderFolders = config.printer().kind().equals("folder") ? List.of(folder) : List.of();
    WorkerLaunch launch =
        opened(
            "launcher",
            new WorkerLaunch(WorkerLaunch.ownClassPath(), WorkLimits.DEFAULT, senderFolders));
    Launcher launcher = new Launcher(launch);
    WorkerPool pool = opened("workers", new WorkerPool(launcher));
    Thread.ofVirtual().name("warm-worker").start(pool::warmUp);
    return new House(
        sign(launch.isolation()),
        new House.Rules(
            config.session().paymentWait(), config.session().printHold(), config.printer().test()),
        new Sessions(
            config.session().limits(), folders.vault(), vault, ids, clock, Agent::joinKeys),
        pool,
        launcher,
        printer,
        new Pricing(config.prices().list(), ids),
        new Destruction(
            wipe, new LeakScan(folders.workerTemp()), store.events(), store.unitOfWork()),
        clock,
        ids);
  }

  private House.Sign sign(Isolation isolation) throws IOException {
    ShopKey key = new KeyStoreFile(folders.keys(), ids).shopKey();
    List<String> flags =
        isolation == Isolation.SANDBOXED ? List.of() : List.of("SANDBOX_MISSING");
    return new House.Sign(config.shop().name(), key, Build.id(), flags);
  }

  private PrinterDriver printer() throws IOException {
    if (config.printer().kind().equals("folder")) {
      return new FolderPrinter(Files.createDirectories(Path.of(config.printer().folder())));
    }
    IppClient client = opened("ipp", new IppClient());
    return new CupsQueue(client, config.printer().server(), config.printer().queue());
  }

  private Engine engine(Stores store, House house, Visits visits) {
    SchedulerTimers timers = opened("timers", new SchedulerTimers(store.database()));
    Engine.Ports ports =
        new Engine.Ports(store.journal(), store.unitOfWork(), store.events(), timers);
    return opened(
        "engine",
        new Engine(
            ports,
            Steps.of(house, visits, store.effects(), store::released, desk),
            clock,
            ids));
  }

  private Cashier cashier(Stores store, Engine engine, Visits visits) {
    boolean live = config.shop().live();
    return new Cashier(
        store.ledger(),
        store.unitOfWork(),
        store.events(),
        Visits.paidSignal(engine, visits),
        ids,
        clock,
        live);
  }

  private GuardedWsServer phones(InetAddress bind, Visits visits) throws IOException {
    IntakeSettings settings = IntakeSettings.defaults(bind, config.network().wsPort());
    return opened("phones", new GuardedWsServer(settings, visits, ids, clock));
  }

  private PageSettings pageSettings(InetAddress bind) {
    return new PageSettings(
        bind,
        config.network().httpPort(),
        Set.of(bind.getHostAddress()),
        config.shop().name());
  }

  private void ticks(Visits visits, Engine engine) {
    ScheduledExecutorService ticker =
        Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("agent-tick-", 0).factory());
    opened("ticks", ticker::shutdownNow);
    var _ =
        ticker.scheduleWithFixedDelay(
            guarded(() -> {
              desk.refreshTicket();
              visits.tick();
            }),
            0, 1, TimeUnit.SECONDS);
    var _ = ticker.scheduleWithFixedDelay(guarded(desk::lookAround), 0, 3, TimeUnit.SECONDS);
    var _ = ticker.scheduleWithFixedDelay(guarded(engine::sweep), 1, 1, TimeUnit.MINUTES);
  }

  private void ticketChanged() {
    desk.refreshTicket();
  }

  /// Gives the finalisers a moment; what they leave is done at the next start.
  private static void farewell(Visits visits) throws InterruptedException {
    visits.shutDown();
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
    while (!visits.isEmpty() && System.nanoTime() < until) {
      Thread.sleep(20);
    }
  }

  private static Runnable guarded(Runnable tick) {
    return () -> {
      try {
        tick.run();
      } catch (RuntimeException e) {
        // A tick that threw would be the last one.
        LOG.error("a tick failed", e);
      }
    };
  }

  private static JoinKeys.Made joinKeys(byte[] staticPrivate, byte[] joinSecret) {
    JoinCode code = new JoinCode(X25519.publicKey(staticPrivate), joinSecret.clone());
    return new JoinKeys.Made(code.fragment(), code.sid().toString(), code.psk());
  }

  private <T extends AutoCloseable> T opened(String name, T what) {
    open.push(new Closing(name, what));
    return what;
  }

  private record Closing(String name, AutoCloseable what) {}

  /// Where the shop can be reached: the phone page, and the phones' WebSocket.
  public record Addresses(String page, String ws) {}
}
