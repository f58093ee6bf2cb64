// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.ProgramKeys;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.api.HistoryRoutes;
import io.secureprint.agent.api.ShopRoutes;
import io.secureprint.agent.audit.Secret;
import io.secureprint.agent.authoring.Workshop;
import io.secureprint.agent.automation.AutomationDesk;
import io.secureprint.agent.automation.Automations;
import io.secureprint.agent.board.Board;
import io.secureprint.agent.connection.ConnectionDesk;
import io.secureprint.agent.connection.Connections;
import io.secureprint.agent.destruction.Destroyed;
import io.secureprint.agent.destruction.StartUp;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.shelf.Shelf;
import io.secureprint.agent.intake.GuardedWsServer;
import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.GuardedBoard;
import io.secureprint.agent.journey.GuardedDesk;
import io.secureprint.agent.journey.House;
import io.secureprint.agent.journey.PrinterDesk;
import io.secureprint.agent.journey.ShopDesk;
import io.secureprint.agent.journey.ShopPrinters;
import io.secureprint.agent.journey.Steps;
import io.secureprint.agent.journey.Visits;
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.observe.Accounts;
import io.secureprint.agent.observe.Health;
import io.secureprint.agent.observe.HealthCheck;
import io.secureprint.agent.observe.History;
import io.secureprint.agent.outbox.Outbox;
import io.secureprint.agent.pricing.PriceBook;
import io.secureprint.agent.pricing.Prices;
import io.secureprint.agent.printing.PrinterChoices;
import io.secureprint.agent.printing.TestPrint;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcPriceRows;
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
  private final Folders folders;
  private final Clock clock = Clock.systemUTC();
  private final Ids ids = Ids.secure();
  private final OpenRooms open;
  private final MoneyRoom money;
  private final ShopDesk desk;
  private final StaffRoom staff;
  private final RecordRoom records;
  private final PriceBook prices;
  private final PrintRoom room;
  private final ShopPrinters printers;
  private final Stores.Books books;
  private final Board board;
  private final FrontDoors doors;
  private final ProgramRoom programs;
  private final Addresses addresses;
  private final HealthCheck health;
  private final Work work;
  private final Cel cel = new Cel();

  private Agent(AgentConfig config, Folders folders, OpenRooms open)
      throws IOException, Database.Unusable {
    this.open = open;
    this.config = config;
    this.folders = folders;
    records = RecordRoom.open(open, config, folders, ids, clock);
    Stores store = records.stores();
    staff = StaffRoom.of(config, folders, store, ids, clock);
    books = store.books(config.shop().live());
    board = BoardRoom.open(open, store, clock, ids);
    programs = new ProgramRoom(config, folders, store, clock, ids);
    prices = prices(store);
    ShopHouse ground = new ShopHouse(config, folders, ids, clock);
    StartUp.Recovered recovered = ground.recovered();
    money = new MoneyRoom(config, folders, store, clock, ids);
    room = PrintRoom.open(open, config.printer(), clock);
    House house = ground.build(open, room, store, prices, money.methods());
    doors = new FrontDoors(open, config, ids, clock);
    Visits visits = open.add("tiles", new Visits(house, cel, this::ticketChanged, this::guessedAt));
    printers = open.add("printer desk", printers(house, visits));
    desk = new ShopDesk(house, visits, money.claims(), money.refunds(), printers, doors.page());
    work = work(store, house, visits);
    open.add("money", money).open(work.engine(), visits, work.workflows().shelf());
    takeUp(recovered, house.sign(), visits);
    NetworkHealth network = openDoors(house, visits);
    addresses = network.addresses();
    health = open.add("health", health(house, network));
    desk.refreshTicket();
    ticks(visits, work.engine());
  }

  private ShopPrinters printers(House house, Visits visits) {
    return new ShopPrinters(house, visits, config.printer().name(), testPrint());
  }

  private TestPrint testPrint() {
    return room.testPrint(ids, clock.withZone(Stores.INDIA));
  }

  private HealthCheck health(House house, NetworkHealth network) {
    MachineHealth machine =
        new MachineHealth(
            folders,
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
    List<HealthCheck.Probe> probes = new ArrayList<>(List.of(records.health().probe()));
    probes.addAll(machine.probes());
    probes.addAll(shop.probes());
    return new HealthCheck(probes, clock, Duration.ofSeconds(4));
  }

  /// What a former run left behind. Nothing is taken for unpaid before the gateway was asked.
  private void takeUp(StartUp.Recovered recovered, House.Sign sign, Visits visits) {
    note(recovered, sign);
    money.resume();
    List<String> underWay = work.engine().resume();
    work.workflows().sweep(underWay);
    underWay.forEach(id -> money.afterAsking(id, () -> visits.orphaned(id)));
  }

  private void note(StartUp.Recovered recovered, House.Sign sign) {
    desk.takeUp(recovered.verified() ? List.of() : List.of(Destroyed.WIPE));
    sign.hostFlags().forEach(desk::note);
    money.notes().forEach(desk::note);
    records.notes().forEach(desk::note);
    if (doors.alone()) {
      desk.note("NETWORK_MISSING");
    }
  }

  /// Opens the shop.
  ///
  /// @throws IOException when a folder or a port is not to be had
  /// @throws Database.Unusable when another agent has the folder, or its database is broken
  public static Agent start(AgentConfig config, Folders folders)
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

  /// Tasks, action plans and promises, for the people of the shop.
  public GuardedBoard board() {
    return new GuardedBoard(board, staff.shift());
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

  /// What happens by itself.
  public Automations automations() {
    return work.automation().automations();
  }

  /// What happens by itself, as people see and change it.
  public AutomationDesk automationDesk() {
    return work.automation().desk(staff.shift(), addresses.api());
  }

  /// The keys of programs, as the owner gives them.
  public ProgramKeys apiKeys() {
    return programs.keys(staff.shift());
  }

  /// Where events go out, and what could not be brought.
  public Outbox outbox() {
    return work.automation().outbox();
  }

  /// The servers that the shop's workflows call.
  public Connections connections() {
    return work.workflows().connections();
  }

  /// Where the owner works on the shop's workflows.
  public Workshop workshop() {
    return work.workflows().workshop();
  }

  /// The same, as the owner sees and changes them.
  public ConnectionDesk connectionDesk() {
    return work.workflows().connectionDesk();
  }

  /// The owner's workflows.
  public Shelf workflows() {
    return work.workflows().shelf();
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

  private WorkflowRoom workflows(Stores store) throws IOException {
    WorkflowRoom.Surroundings around =
        new WorkflowRoom.Surroundings(
            clock,
            ids,
            actor ->
                staff.shift().person(new Shift.Wish(Permission.CHANGE_SETTINGS, Paise.ZERO), actor));
    return new WorkflowRoom(open, store, folders, money.secrets(), cel, around);
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
    programs.offer(ShopRoutes.of(desk, money::heard, doors::knocked));
    programs.offer(HistoryRoutes.of(books.history(), Stores.INDIA));
    programs.offer(board);
    programs.offer(work.workflows(), work.engine(), house.sessions());
    programs.offer(work.automation());
    String api = doors.openToPrograms(programs, folders);
    return doors.health(phones, api);
  }

  /// What the shop does by its workflows and by itself.
  private Work work(Stores store, House house, Visits visits) throws IOException {
    BoardLinks links = new BoardLinks(board);
    WorkflowRoom workflows = workflows(store);
    Engine engine = engine(workflows, store, house, visits, links);
    AutomationRoom automation = automation(store, links);
    automation.outbox().add(links.cards(engine));
    return new Work(workflows, automation, engine);
  }

  private AutomationRoom automation(Stores store, BoardLinks links) throws IOException {
    byte[] hookKey = money.secrets().key(Secret.WEBHOOK_KEY, folders.keys().resolve("hook.key"));
    AutomationRoom room =
        open.add(
            "automation", new AutomationRoom(store, links, hookKey, store.agent(), clock, ids));
    room.open();
    return room;
  }

  private Engine engine(
      WorkflowRoom workflows, Stores store, House house, Visits visits, BoardLinks links) {
    SchedulerTimers timers = open.add("timers", new SchedulerTimers(store.database(), store.agent()));
    Engine.Ports ports =
        new Engine.Ports(store.journal(), store.unitOfWork(), store.events(), timers, workflows.withCustomers(visits));
    List<StepHandler> handlers =
        new ArrayList<>(Steps.of(house, visits, store.effects(), store, links, desk));
    handlers.addAll(workflows.handlers(visits.audience(), links, store.branches()));
    return open.add("engine", new Engine(ports, handlers, clock, ids));
  }

  private void ticks(Visits visits, Engine engine) {
    Ticks ticks = open.add("ticks", new Ticks());
    ticks.every(Duration.ofSeconds(1), visits::tick);
    ticks.every(Duration.ofSeconds(1), desk::refreshTicket);
    ticks.every(Duration.ofSeconds(1), money::tick);
    ticks.every(Duration.ofSeconds(3), () -> desk.lookAround(ShopHealth.closing(health)));
    ticks.every(Duration.ofSeconds(3), () -> desk.lookAtMoney(money.troubles()));
    ticks.every(Duration.ofSeconds(3), prices::refresh);
    ticks.every(Duration.ofSeconds(3), work.workflows().shelf()::refresh);
    ticks.every(Duration.ofMillis(500), board::tick);
    ticks.every(Duration.ofSeconds(1), work.automation()::tick);
    ticks.every(Duration.ofSeconds(5), work.automation()::refresh);
    ticks.every(Duration.ofSeconds(2), staff.shift()::tick);
    ticks.every(Duration.ofSeconds(5), health::look);
    ticks.every(Duration.ofMinutes(1), engine::sweep);
    records.ticks(ticks, engine);
  }

  private void guessedAt() {
    desk.note("HANDSHAKE_GUESSED");
  }

  private void ticketChanged() {
    desk.refreshTicket();
  }

  private record Work(WorkflowRoom workflows, AutomationRoom automation, Engine engine) {}

  /// Where the shop can be reached: the phone page, the phones' WebSocket, and the API on this PC.
  public record Addresses(String page, String ws, String api) {}
}
