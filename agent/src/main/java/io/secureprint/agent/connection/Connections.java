// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.connection;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Secrets;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The shop's connections. Thread-safe.
public final class Connections {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final int MOST = 50;
  /// What every header carries as it is.
  private static final Pattern SECRET = Pattern.compile("[ -~\\xA1-\\xFF]{0,4000}");

  private final Rows rows;
  private final UnitOfWork unitOfWork;
  private final Secrets secrets;
  private final InstantSource clock;
  private final Ids ids;
  private final Keeper keeper;

  public Connections(
      Rows rows,
      UnitOfWork unitOfWork,
      Secrets secrets,
      InstantSource clock,
      Ids ids,
      Keeper keeper) {
    this.rows = rows;
    this.unitOfWork = unitOfWork;
    this.secrets = secrets;
    this.clock = clock;
    this.ids = ids;
    this.keeper = keeper;
  }

  public List<Connection> list() {
    return unitOfWork.call(Durability.STEP, rows::list);
  }

  public Optional<Connection> find(String name) {
    return unitOfWork.call(Durability.STEP, () -> rows.find(name));
  }

  /// Adds a connection, without a secret when `secret` is empty. Returns the code of a refusal.
  public Optional<String> add(Connection connection, String secret, String actor) {
    return done(actor, secret, author -> {
      List<Connection> all = list();
      if (all.stream().anyMatch(one -> one.name().equals(connection.name()))) {
        return Optional.of("CONNECTION_EXISTS");
      }
      if (all.size() >= MOST) {
        return Optional.of("CONNECTIONS_TOO_MANY");
      }
      // What may lie there under this name was meant for another server.
      secrets.put(connection.name(), "");
      keep(connection, SecretMark.NONE, secret, author);
      return Optional.empty();
    });
  }

  /// Changes the connection of this name; an empty `secret` leaves the one that is there, unless the
  /// server is another one, which must not get it. Returns the code of a refusal.
  public Optional<String> change(Connection connection, String secret, String actor) {
    return done(actor, secret, author -> {
      Optional<Connection> before = find(connection.name());
      if (before.isEmpty()) {
        return Optional.of("CONNECTION_UNKNOWN");
      }
      boolean moves = !before.get().isSameServer(connection);
      SecretMark mark = mark(connection);
      boolean secretly = secret(connection).isPresent() || mark.isSet();
      if (moves && secret.isEmpty() && secretly) {
        return Optional.of("CONNECTION_SECRET_NEEDED");
      }
      if (moves) {
        // Before the address: what breaks off in between leaves no secret rather than a wrong one.
        secrets.put(connection.name(), "");
      }
      keep(connection, moves ? SecretMark.NONE : mark, secret, author);
      return Optional.empty();
    });
  }

  /// A mark is that of a server: it stays when another PC of the shop is told the same secret.
  private void keep(Connection connection, SecretMark before, String secret, String author)
      throws IOException {
    SecretMark mark = secret.isEmpty() || before.isSet() ? before : SecretMark.of(ids.hex128());
    unitOfWork.run(Durability.BARRIER, () -> rows.save(connection, mark, author, clock.instant()));
    if (!secret.isEmpty()) {
      secrets.put(connection.name(), mark.on(secret));
    }
  }

  private SecretMark mark(Connection connection) {
    return unitOfWork.call(Durability.STEP, () -> rows.mark(connection.name()));
  }

  /// Forgets a connection and its secret. Returns the code of a refusal.
  public Optional<String> remove(String name, String actor) {
    return done(actor, "", _ -> {
      secrets.put(name, "");
      unitOfWork.run(Durability.BARRIER, () -> rows.remove(name));
      return Optional.empty();
    });
  }

  private Optional<String> done(String actor, String secret, Change change) {
    Optional<String> author = keeper.author(actor);
    if (author.isEmpty()) {
      return Optional.of("PIN_NEEDED");
    }
    if (!SECRET.matcher(secret).matches()) {
      return Optional.of("CONNECTION_WRONG");
    }
    try {
      return change.by(author.get());
    } catch (IOException | UnitOfWork.Unavailable e) {
      LOG.error("a connection was not changed", e);
      return Optional.of("STORAGE_FAILED");
    }
  }

  /// The secret of a connection where this PC has the one that is meant.
  Optional<String> secret(Connection connection) throws IOException {
    SecretMark mark = mark(connection);
    return secrets.get(connection.name()).flatMap(mark::secretIn);
  }

  /// Whether it has a secret that this PC does not know.
  boolean misses(Connection connection) throws IOException {
    return mark(connection).isSet() && secret(connection).isEmpty();
  }

  /// The rows behind it. Every call joins the running unit of work.
  public interface Rows {
    List<Connection> list();

    Optional<Connection> find(String name);

    /// That of its secret.
    SecretMark mark(String name);

    void save(Connection connection, SecretMark mark, String author, Instant at);

    void remove(String name);
  }

  /// Returns the code of a refusal.
  @FunctionalInterface
  private interface Change {
    Optional<String> by(String author) throws IOException;
  }

  /// Who changes a connection when somebody called `actor` wants to: empty when nobody may.
  @FunctionalInterface
  public interface Keeper {
    Optional<String> author(String actor);
  }
}
