// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.connection;

import io.secureprint.agent.kernel.Secrets;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The shop's connections. Thread-safe.
public final class Connections {
  private static final int MOST = 50;
  private static final int LONGEST_SECRET = 4_000;

  private final Rows rows;
  private final UnitOfWork unitOfWork;
  private final Secrets secrets;
  private final InstantSource clock;
  private final Keeper keeper;

  public Connections(
      Rows rows, UnitOfWork unitOfWork, Secrets secrets, InstantSource clock, Keeper keeper) {
    this.rows = rows;
    this.unitOfWork = unitOfWork;
    this.secrets = secrets;
    this.clock = clock;
    this.keeper = keeper;
  }

  public List<Connection> list() {
    return unitOfWork.call(Durability.STEP, rows::list);
  }

  public Optional<Connection> find(String name) {
    return unitOfWork.call(Durability.STEP, () -> rows.find(name));
  }

  /// Keeps a connection; an empty `secret` leaves the one that is there. Returns the code of a refusal.
  public Optional<String> save(Connection connection, String secret, String actor) {
    Optional<String> author = keeper.author(actor);
    if (author.isEmpty()) {
      return Optional.of("PIN_NEEDED");
    }
    if (secret.length() > LONGEST_SECRET || list().size() >= MOST) {
      return Optional.of("CONNECTION_WRONG");
    }
    try {
      if (!secret.isEmpty()) {
        secrets.put(connection.name(), secret);
      }
    } catch (IOException _) {
      return Optional.of("STORAGE_FAILED");
    }
    unitOfWork.run(
        Durability.BARRIER, () -> rows.save(connection, author.get(), clock.instant()));
    return Optional.empty();
  }

  /// Forgets a connection and its secret. Returns the code of a refusal.
  public Optional<String> remove(String name, String actor) {
    if (keeper.author(actor).isEmpty()) {
      return Optional.of("PIN_NEEDED");
    }
    try {
      secrets.put(name, "");
    } catch (IOException _) {
      return Optional.of("STORAGE_FAILED");
    }
    unitOfWork.run(Durability.BARRIER, () -> rows.remove(name));
    return Optional.empty();
  }

  Optional<String> secret(Connection connection) throws IOException {
    return secrets.get(connection.name());
  }

  /// The rows behind it. Every call joins the running unit of work.
  public interface Rows {
    List<Connection> list();

    Optional<Connection> find(String name);

    void save(Connection connection, String author, Instant at);

    void remove(String name);
  }

  /// Who changes a connection when somebody called `actor` wants to: empty when nobody may.
  @FunctionalInterface
  public interface Keeper {
    Optional<String> author(String actor);
  }
}
