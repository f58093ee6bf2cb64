// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.OutsideServer;
import io.secureprint.agent.SettableClock;
import io.secureprint.agent.audit.SecretStore;
import io.secureprint.agent.connection.ConnectionDesk.Kept;
import io.secureprint.agent.connection.ConnectionDesk.Trial;
import io.secureprint.agent.engine.RetryPolicy;
import io.secureprint.agent.engine.definition.ServerCall;
import io.secureprint.agent.engine.step.Servers;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Problems;
import io.secureprint.agent.kernel.Secrets;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcConnections;
import io.secureprint.agent.store.JdbcUnitOfWork;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Connections on the real stores, with servers that are really asked.
final class ConnectionsTest {
  private static final URI COLLEGE = URI.create("https://college.example/api");

  @TempDir private Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private Optional<String> owner = Optional.of("Asha");
  private Database database;
  private JdbcUnitOfWork work;
  private Secrets secrets;
  private HttpServers servers;
  private TriedConnections desk;
  private Connections other;

  @BeforeEach
  void open() throws Database.Unusable {
    database = Database.open(folder.resolve("database"));
    work = new JdbcUnitOfWork(database);
    secrets = new SecretStore(folder.resolve("keys"), Ids.secure()).of("connection");
    Connections connections = connections(secrets);
    other = connections;
    servers = new HttpServers(connections);
    desk = new TriedConnections(connections, servers);
  }

  @AfterEach
  void close() {
    servers.close();
    work.close();
    database.close();
  }

  @Test
  void aNameThatThereIsIsNotTakenOverByANewOne() throws IOException {
    assertThat(desk.add(at("college", COLLEGE), "s3cret", "x")).isEmpty();
    assertThat(desk.add(at("college", URI.create("https://other.example")), "", "x"))
        .contains("CONNECTION_EXISTS");
    assertThat(desk.kept()).containsExactly(new Kept(at("college", COLLEGE), true));
    assertThat(kept()).contains("s3cret");
  }

  @Test
  void anotherServerNeverGetsTheSecretOfTheOneBefore() throws IOException {
    desk.add(at("college", COLLEGE), "s3cret", "x");
    Connection below = at("college", URI.create("https://college.example/api/v2"));
    assertThat(desk.change(below, "", "x")).isEmpty();
    assertThat(kept()).contains("s3cret");
    for (String other : List.of("https://other.example/api", "https://college.example:8443/api")) {
      assertThat(desk.change(at("college", URI.create(other)), "", "x"))
          .contains("CONNECTION_SECRET_NEEDED");
    }
    assertThat(desk.kept()).containsExactly(new Kept(below, true));
    Connection moved = at("college", URI.create("https://other.example/api"));
    assertThat(desk.change(moved, "n3w", "x")).isEmpty();
    assertThat(desk.kept()).containsExactly(new Kept(moved, true));
    assertThat(kept()).contains("n3w");
  }

  @Test
  void aSecretThatLiesOnAnotherPcIsMissedBeforeAServerIsAsked() {
    try (OutsideServer server = server(); HttpServers elsewhere = elsewhere()) {
      desk.add(new Connection("college", server.address(), "X-Key"), "s3cret", "x");
      assertThat(elsewhere.call(get("/roll", "college"))).isEqualTo(failed("CONNECTION_SECRET_MISSING"));
      assertThat(new TriedConnections(other, elsewhere).tryOut("college"))
          .isEqualTo(new Trial.Failed("CONNECTION_SECRET_MISSING"));
      assertThat(asked).isEmpty();
      servers.call(get("/roll", "college"));
      other.change(new Connection("college", server.address(), "X-Key"), "s3cret", "x");
      elsewhere.call(get("/roll", "college"));
      servers.call(get("/roll", "college"));
      assertThat(asked).hasSize(3).containsOnly("GET /roll s3cret");
    }
  }

  @Test
  void whereAnotherPcLeadsAConnectionToNoSecretGoesThatWasNotMeantForIt() {
    try (OutsideServer server = server(); HttpServers _ = elsewhere()) {
      desk.add(at("college", COLLEGE), "s3cret", "x");
      Connection moved = new Connection("college", server.address(), "X-Key");
      assertThat(other.change(moved, "", "x")).contains("CONNECTION_SECRET_NEEDED");
      assertThat(other.change(moved, "n3w", "x")).isEmpty();
      assertThat(servers.call(get("/roll", "college"))).isEqualTo(failed("CONNECTION_SECRET_MISSING"));
      other.remove("college", "x");
      other.add(moved, "", "x");
      servers.call(get("/roll", "college"));
      assertThat(asked).containsExactly("GET /roll null");
    }
  }

  @Test
  void aConnectionFromBeforeSecretsHadAMarkGoesOnWithItsOwn() throws IOException {
    try (OutsideServer server = server()) {
      Connection college = new Connection("college", server.address(), "X-Key");
      SecretMark mark = SecretMark.of(null);
      work.run(
          Durability.BARRIER,
          () -> new JdbcConnections(work).save(college, mark, "Asha", Instant.EPOCH));
      secrets.put("college", "s3cret");
      servers.call(get("/roll", "college"));
      desk.change(college, "", "x");
      servers.call(get("/roll", "college"));
      assertThat(asked).containsExactly("GET /roll s3cret", "GET /roll s3cret");
    }
  }

  /// The address has no server: it is not even asked.
  @ParameterizedTest
  @ValueSource(strings = {"https://127.0.0.1:1/s/../check", "https://127.0.0.1:1/s/.?x=1", "/s/../check"})
  void whatIsFilledInLeadsToNoOtherPlaceOfAServer(String endpoint) {
    desk.add(at("college", COLLEGE), "", "x");
    assertThat(servers.call(get(endpoint, "college"))).isEqualTo(failed("CONNECTION_UNKNOWN"));
  }

  @Test
  void fiftyAreEnoughAndEachOfThemCanStillBeChanged() {
    for (int number = 0; number < 50; number++) {
      assertThat(desk.add(at("c" + number, COLLEGE), "", "x")).isEmpty();
    }
    assertThat(desk.add(at("one-more", COLLEGE), "", "x")).contains("CONNECTIONS_TOO_MANY");
    assertThat(desk.change(at("c7", URI.create("https://other.example")), "", "x")).isEmpty();
    assertThat(desk.change(at("one-more", COLLEGE), "", "x")).contains("CONNECTION_UNKNOWN");
  }

  @Test
  void nobodyChangesOneWithoutThePinAndADatabaseThatIsGoneIsSaid() {
    owner = Optional.empty();
    assertThat(desk.add(at("college", COLLEGE), "s", "x")).contains("PIN_NEEDED");
    assertThat(desk.remove("college", "x")).contains("PIN_NEEDED");
    owner = Optional.of("Asha");
    database.close();
    assertThat(desk.add(at("college", COLLEGE), "s", "x")).contains("STORAGE_FAILED");
    assertThat(desk.change(at("college", COLLEGE), "s", "x")).contains("STORAGE_FAILED");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 401, 404, 500})
  void aServerIsAskedWithTheSecretAndItsAnswerIsToldAsItIs(int answer) {
    status = answer;
    try (OutsideServer server = server()) {
      desk.add(new Connection("college", server.address(), "X-Key"), "s3cret", "x");
      assertThat(desk.tryOut("college")).isEqualTo(new Trial.Answered(answer));
      assertThat(asked).containsExactly("GET / s3cret");
    }
    assertThat(desk.tryOut("college")).isEqualTo(new Trial.Failed("SERVER_AWAY"));
    assertThat(desk.tryOut("nobody")).isEqualTo(new Trial.Failed("CONNECTION_UNKNOWN"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret\n", "s3\tcret", "s3cret\u20b9", "s3cret\u0085", "s3cret\u007f"})
  void aSecretThatNoHeaderCarriesIsNotKept(String secret) throws IOException {
    assertThat(desk.add(at("college", COLLEGE), secret, "x")).contains("CONNECTION_WRONG");
    desk.add(at("college", COLLEGE), "s3crét, with blanks", "x");
    assertThat(desk.change(at("college", COLLEGE), secret, "x")).contains("CONNECTION_WRONG");
    assertThat(kept()).contains("s3crét, with blanks");
  }

  /// Neither the secret nor what a customer answered may be in what the client says of them.
  @Test
  void whatCannotBeSentIsToldWithoutItsText() throws IOException {
    ListAppender<ILoggingEvent> told = new ListAppender<>();
    told.start();
    Logger log = (Logger) LoggerFactory.getLogger(HttpServers.class);
    log.addAppender(told);
    desk.add(at("college", COLLEGE), "s3cret", "x");
    String mark = secrets.get("college").orElseThrow().replace("s3cret", "");
    secrets.put("college", mark + "CANARY\u20b9");
    assertThat(desk.tryOut("college")).isEqualTo(new Trial.Failed("CONNECTION_WRONG"));
    assertThat(servers.call(get("/roll", "college"))).isEqualTo(failed("CONNECTION_WRONG"));
    for (String host : List.of("col_lege.example", "", "127.0.0.1:99999", "विद्यालय.भारत")) {
      assertThat(servers.call(get("https://" + host + "/CANARY", "")))
          .isEqualTo(failed("CONNECTION_UNKNOWN"));
    }
    log.detachAppender(told);
    assertThat(told.list).hasSize(6);
    assertThat(told.list).noneMatch(event -> event.getFormattedMessage().contains("CANARY"));
    assertThat(told.list).allMatch(event -> event.getThrowableProxy() == null);
  }

  private OutsideServer server() {
    return OutsideServer.open(
        exchange -> {
          asked.add(
              exchange.getRequestMethod() + " " + exchange.getRequestURI()
                  + " " + exchange.getRequestHeaders().getFirst("X-Key"));
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  /// The shop's connections as another of its PCs sees them, with secrets of its own.
  private HttpServers elsewhere() {
    Secrets own = new SecretStore(folder.resolve("elsewhere"), Ids.secure()).of("connection");
    other = connections(own);
    return new HttpServers(other);
  }

  private Connections connections(Secrets known) {
    return new Connections(
        new JdbcConnections(work), work, known, new SettableClock(), Ids.secure(), _ -> owner);
  }

  private Optional<String> kept() throws IOException {
    return secrets.get("college").map(value -> value.substring(value.indexOf('\n') + 1));
  }

  private static Servers.Request get(String endpoint, String connection) {
    ServerCall call =
        new ServerCall(endpoint, connection, "GET", Duration.ofSeconds(10), RetryPolicy.NONE);
    return new Servers.Request(call, endpoint, JsonObject.EMPTY, "key", "correlation");
  }

  private static Servers.Reply failed(String code) {
    return new Servers.Reply.Failed(Problems.of(code), false);
  }

  private static Connection at(String name, URI address) {
    return new Connection(name, address, "Authorization");
  }
}
