// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.api.ApiServer;
import io.secureprint.agent.destruction.Destroyed;
import io.secureprint.agent.destruction.StartUp;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.intake.GuardedWsServer;
import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.GuardedDesk;
import io.secureprint.agent.journey.House;
import io.secureprint.agent.journey.PrinterDesk;
import io.secureprint.agent.journey.ShopDesk;
import io.secureprint.agent.journey.ShopPrinters;
import io.secureprint.agent.journey.Steps;
import io.secureprint.agent.journey.Visits;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.PrivateFile;
import io.secureprint.agent.observe.Accounts;
import io.secureprint.agent.observe.Health;
import io.secureprint.agent.observe.HealthCheck;
import io.secureprint.agent.observe.History;
import io.secureprint.agent.pricing.PriceBook;
import io.secureprint.agent.pricing.Prices;
import io.secureprint.agent.printing.PrinterChoices;
import io.secureprint.agent.printing.TestPrint;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcPriceRows;
import io.secureprint.agent.store.JdbcUnitOfWork;
import io.secureprint.agent.store.SchedulerTimers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The whole agent: the one place where the rooms are put together, and the order in which they open
/// and close.
public final class Agent implements AutoCloseable {
  private final AgentConfig config;
  private final AgentConfig.Folders folders;
  private final Clock clock = Clock.systemUTC();
  private final Ids ids = Ids.secure();
  private final OpenRooms open;
  private final MoneyRoom money;
  private final ShopDesk desk;
  private final StaffRoom staff;
  private final PriceBook prices;
  private final PrintRoom room;
  private final ShopPrinters printers;
  private final Stores.Books books;
  private final FrontDoors doors;
  private final Addresses addresses;
  private final HealthCheck health;

  private Agent(AgentConfig config, AgentConfig.Folders folders, OpenRooms open)
      throws IOException, Database.Unusable {
    this.open = open;
    this.config = config;
    this.folders = folders;
    Stores store = stores();
    staff = StaffRoom.of(config, folders, store, ids, clock);
    books = store.books(config.shop().live());
    prices = prices(store);
    ShopHouse ground = new ShopHouse(config, folders, ids, clock);
    StartUp.Recovered recovered = ground.recovered();
    money = new MoneyRoom(config, folders, store, clock, ids);
    room = PrintRoom.open(open, config.printer(), clock);
    House house = ground.build(open, room, store, prices, money.methods());
    doors = new FrontDoors(open, config, ids, clock);
    Visits visits = open.add("tiles", new Visits(house, this::ticketChanged, this::guessedAt));
    printers = open.add("printer desk", printers(house, visits));
    desk =
        new ShopDesk(house, visits, money.claims(), money.refunds(), printers, doors.page());
    Engine engine = engine(store, house, visits);
    open.add("money", money).open(engine, visits);
    note(recovered, house.sign());
    takeUp(engine, visits);
    NetworkHealth network = openDoors(house, visits);
    addresses = network.addresses();
    health = open.add("health", health(store, house, network));
    desk.refreshTicket();
    ticks(visits, engine);
  }

  private ShopPrinters printers(House house, Visits visits) {
    return new ShopPrinters(house, visits, config.printer().name(), testPrint());
  }

  private TestPrint testPrint() {
    return room.testPrint(ids, clock.withZone(Stores.INDIA));
  }

  private HealthCheck health(Stores store, House house, NetworkHealth network) {
    MachineHealth machine =
        new MachineHealth(
            folders,
            store.unitOfWork(),
            books.history(),
            room,
            clock.withZone(Stores.INDIA),
            money::ahead,
            config.session().limits().fileBytes());
    ShopHealth shop =
        new ShopHealth(
            printers.printers(),
            desk.status(),
            money,
            network,
            house.sign().key().name());
    List<HealthCheck.Probe> probes = new ArrayList<>(machine.probes());
    probes.addAll(shop.probes());
    return new HealthCheck(probes, clock, Duration.ofSeconds(4));
  }

  /// What a former run left behind. Nothing is taken for unpaid before the gateway was asked.
  private void takeUp(Engine engine, Visits visits) {
    money.resume();
    engine.resume().forEach(id -> money.afterAsking(id, () -> visits.orphaned(id)));
  }

  /// The first thing to open is the database: its lock tells whether another agent has this folder.
  private Stores stores() throws IOException, Database.Unusable {
    PrivateFile.closedFolder(folders.database());
    Database database = open.add("database", Database.open(folders.database()));
    JdbcUnitOfWork unitOfWork = open.add("unit of work", new JdbcUnitOfWork(database));
    return Stores.on(database, unitOfWork, clock, ids);
  }

  private void note(StartUp.Recovered recovered, House.Sign sign) {
    desk.takeUp(recovered.verified() ? List.of() : List.of(Destroyed.WIPE));
    sign.hostFlags().forEach(desk::note);
    money.notes().forEach(desk::note);
    if (doors.alone()) {
      desk.note("NETWORK_MISSING");
    }
  }

  /// Opens the shop.
  ///
  /// @throws IOException when a folder or a port is not to be had
  /// @throws Database.Unusable when another agent has the folder, or its database is broken
  public static Agent start(AgentConfig config, AgentConfig.Folders folders)
      throws IOException, Database.Unusable {
    OpenRooms open = new OpenRooms();
    try {
      return new Agent(config, folders, open);
    } catch (IOException | Database.Unusable | RuntimeException e) {
      open.close();
      throw e;
    }
  }

  /// What people do here, each by name and with a PIN where one is needed.
  public Desk desk() {
    return new GuardedDesk(desk, staff.shift());
  }

  /// Who is at the console.
  public Shift shift() {
    return staff.shift();
  }

  /// What the owner may change, in the settings file that this shop was opened with.
  public OwnerDesk ownerDesk(SettingsFile settings) {
    return new OwnerDesk(settings, money.secrets(), staff);
  }

  public History history() {
    return books.history();
  }

  public Health health() {
    return health;
  }

  public PrinterDesk printers() {
    return printers;
  }

  /// The printers that the shop could use instead; `folder` is offered for keeping PDFs.
  public PrinterChoices printerChoices(Path folder) {
    return room.choices(testPrint(), config.printer().server(), doors.bind(), folder);
  }

  public Accounts accounts() {
    return books.accounts();
  }

  public Prices prices() {
    return prices;
  }

  public Addresses addresses() {
    return addresses;
  }

  /// `raise` brings the shop's window to the front when the program is started a second time, and
  /// says whether there is one.
  public void whenStartedAgain(BooleanSupplier raise) {
    doors.whenKnockedAt(raise);
  }

  /// Closes in the opposite order: no new phones, sessions destroyed, then the engine, the database.
  @Override
  public void close() {
    open.close();
  }

  private PriceBook prices(Stores store) {
    PriceBook.Ports ports =
        new PriceBook.Ports(
            new JdbcPriceRows(store.unitOfWork()),
            store.unitOfWork(),
            store.events(),
            actor ->
                staff.shift().person(new Shift.Wish(Permission.CHANGE_SETTINGS, Paise.ZERO), actor));
    return new PriceBook(ports, clock, config.prices().list());
  }

  /// Lets phones in, and then programs.
  private NetworkHealth openDoors(House house, Visits visits) throws IOException {
    GuardedWsServer phones = doors.openToPhones(visits, house.receipts());
    String api =
        doors.openToPrograms(
            new ApiServer.Sources(desk, books.history(), Stores.INDIA), money::heard, folders);
    return doors.health(phones, api);
  }

  private Engine engine(Stores store, House house, Visits visits) {
    SchedulerTimers timers = open.add("timers", new SchedulerTimers(store.database()));
    Engine.Ports ports =
        new Engine.Ports(store.journal(), store.unitOfWork(), store.events(), timers, visits);
    return open.add(
        "engine",
        new Engine(
            ports,
            Steps.of(house, visits, store.effects(), store, desk),
            clock,
            ids));
  }

  private void ticks(Visits visits, Engine engine) {
    Ticks ticks = open.add("ticks", new Ticks());
    ticks.every(Duration.ofSeconds(1), visits::tick);
    ticks.every(Duration.ofSeconds(1), desk::refreshTicket);
    ticks.every(Duration.ofSeconds(1), money::tick);
    ticks.every(Duration.ofSeconds(3), () -> desk.lookAround(ShopHealth.closing(health)));
    ticks.every(Duration.ofSeconds(3), () -> desk.lookAtMoney(money.troubles()));
    ticks.every(Duration.ofSeconds(3), prices::refresh);
    ticks.every(Duration.ofSeconds(2), staff.shift()::tick);
    ticks.every(Duration.ofSeconds(5), health::look);
    ticks.every(Duration.ofMinutes(1), engine::sweep);
  }

  private void guessedAt() {
    desk.note("HANDSHAKE_GUESSED");
  }

  private void ticketChanged() {
    desk.refreshTicket();
  }

  /// Where the shop can be reached: the phone page, the phones' WebSocket, and the API on this PC.
  public record Addresses(String page, String ws, String api) {}
}
