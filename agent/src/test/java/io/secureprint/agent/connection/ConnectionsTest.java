// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.OutsideServer;
import io.secureprint.agent.SettableClock;
import io.secureprint.agent.audit.SecretStore;
import io.secureprint.agent.connection.ConnectionDesk.Kept;
import io.secureprint.agent.connection.ConnectionDesk.Trial;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Secrets;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcConnections;
import io.secureprint.agent.store.JdbcUnitOfWork;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
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

  @BeforeEach
  void open() throws Database.Unusable {
    database = Database.open(folder.resolve("database"));
    work = new JdbcUnitOfWork(database);
    secrets = new SecretStore(folder.resolve("keys"), Ids.secure()).of("connection");
    Connections connections =
        new Connections(
            new JdbcConnections(work), work, secrets, new SettableClock(), _ -> owner);
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
    assertThat(secrets.get("college")).contains("s3cret");
  }

  @Test
  void anotherServerNeverGetsTheSecretOfTheOneBefore() throws IOException {
    desk.add(at("college", COLLEGE), "s3cret", "x");
    Connection below = at("college", URI.create("https://college.example/api/v2"));
    assertThat(desk.change(below, "", "x")).isEmpty();
    assertThat(secrets.get("college")).contains("s3cret");
    for (String other : List.of("https://other.example/api", "https://college.example:8443/api")) {
      assertThat(desk.change(at("college", URI.create(other)), "", "x"))
          .contains("CONNECTION_SECRET_NEEDED");
    }
    assertThat(desk.kept()).containsExactly(new Kept(below, true));
    Connection moved = at("college", URI.create("https://other.example/api"));
    assertThat(desk.change(moved, "n3w", "x")).isEmpty();
    assertThat(desk.kept()).containsExactly(new Kept(moved, true));
    assertThat(secrets.get("college")).contains("n3w");
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

  private static Connection at(String name, URI address) {
    return new Connection(name, address, "Authorization");
  }
}
