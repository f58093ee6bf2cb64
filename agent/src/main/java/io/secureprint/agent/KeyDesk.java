// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.access.ApiRole;
import io.secureprint.agent.access.ShopApiKey;
import io.secureprint.agent.api.KeyRoutes;
import io.secureprint.agent.api.KeyRoutes.Keys;
import io.secureprint.agent.api.KeyRoutes.MadeKey;
import io.secureprint.agent.api.KeyRoutes.NewKey;
import io.secureprint.agent.api.route.ApiProblem;
import io.secureprint.agent.api.route.Nothing;
import io.secureprint.agent.api.route.Refusal;
import io.secureprint.agent.api.route.Wire;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.PrivateFile;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcUnitOfWork;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The keys of programs, for the command line: by way of the shop while it is open, which then has
/// the database for itself, and in the database while it is closed.
public final class KeyDesk {
  private final Folders folders;
  private final Clock clock;

  public KeyDesk(Folders folders, Clock clock) {
    this.folders = folders;
    this.clock = clock;
  }

  /// Makes a key anew that stands in a file, and ends the one before it.
  public String renewShopKey() throws IOException {
    return new ShopApiKey(folders.apiKey()).renew(Ids.secure());
  }

  /// Makes a key, which is told here and nowhere else; `validity` is how long it counts, for ever
  /// where it is missing.
  ///
  /// @throws Refusal with `API_KEY_NAME`, `API_KEY_EXPIRED` or `API_KEY_TOO_MANY`
  /// @throws Database.Unusable when the shop is just opening or closing, or its database is broken
  public MadeKey make(String name, String subject, List<ApiRole> roles, @Nullable Duration validity)
      throws Refusal, IOException, InterruptedException, Database.Unusable {
    Instant until = validity == null ? null : clock.instant().plus(validity);
    NewKey wish = new NewKey(name, subject, roles, until, "owner");
    Optional<MadeKey> made = asked("POST", "/keys", wish, MadeKey.class);
    return made.isPresent() ? made.get() : inDatabase(keys -> keys.make(wish));
  }

  /// All keys, those that are over as well.
  public Keys list() throws Refusal, IOException, InterruptedException, Database.Unusable {
    Optional<Keys> told = asked("GET", "/keys", null, Keys.class);
    return told.isPresent() ? told.get() : inDatabase(KeyRoutes::list);
  }

  /// From now on it opens nothing.
  ///
  /// @throws Refusal with `API_KEY_UNKNOWN`
  public void revoke(String id)
      throws Refusal, IOException, InterruptedException, Database.Unusable {
    String escaped = URLEncoder.encode(id, UTF_8).replace("+", "%20");
    if (asked("POST", "/keys/" + escaped + "/revoke", null, Nothing.class).isEmpty()) {
      var _ = inDatabase(keys -> keys.revoke(id, "owner"));
    }
  }

  /// What the open shop answers; nothing where there is none.
  private <T> Optional<T> asked(String method, String path, @Nullable Object body, Class<T> type)
      throws Refusal, InterruptedException {
    String json = body == null ? "" : Wire.json().writeValueAsString(body);
    Optional<RunningShop.Answer> answer =
        RunningShop.ask(folders.running(), method, path, json);
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    if (answer.get().status() >= 400) {
      throw new Refusal(Wire.json().readValue(answer.get().body(), ApiProblem.class));
    }
    return Optional.of(Wire.json().readValue(answer.get().body(), type));
  }

  private <T> T inDatabase(Work<T> work) throws Refusal, IOException, Database.Unusable {
    PrivateFile.closedFolder(folders.database());
    Ids ids = Ids.secure();
    try (Database database = Database.open(folders.database());
        JdbcUnitOfWork unitOfWork = new JdbcUnitOfWork(database)) {
      Stores store = Stores.on(database, unitOfWork, "owner", clock, ids);
      ShopApiKey shopKey = new ShopApiKey(folders.apiKey());
      return work.on(new KeyRoutes(ProgramRoom.keys(store, clock, ids), shopKey));
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(KeyRoutes keys) throws Refusal, IOException;
  }
}
