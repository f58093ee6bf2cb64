// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.access.Allowance;
import io.secureprint.agent.access.ApiKeys;
import io.secureprint.agent.access.ApiRole;
import io.secureprint.agent.access.ShopApiKey;
import io.secureprint.agent.api.openapi.OpenApi;
import io.secureprint.agent.api.route.Dispatcher;
import io.secureprint.agent.api.route.Doorkeeper;
import io.secureprint.agent.api.route.Origins;
import io.secureprint.agent.api.route.Route;
import io.secureprint.agent.api.route.RouteTable;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcApiKeys;
import io.secureprint.agent.store.JdbcEventLog;
import io.secureprint.agent.store.JdbcUnitOfWork;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The API on a socket of its own, with real keys in a real database.
public final class ApiHouse implements AutoCloseable {
  public static final String DOORKEY = "d".repeat(64);
  public static final String PAGE = "https://books.example";

  public final SettableClock clock = new SettableClock();
  public final JdbcUnitOfWork unitOfWork;
  public final ApiKeys keys;
  public final ShopApiKey shopKey;
  public final RouteTable table;
  public final RawHttp http;
  private final Database database;
  private final ApiServer server;

  /// `routes` are those besides the keys' own.
  public ApiHouse(
      Path folder, Allowance.Rate rate, Function<ApiHouse, List<Route<?, ?, ?>>> routes)
      throws IOException, Database.Unusable {
    Ids ids = Ids.secure();
    database = Database.open(folder.resolve("db"));
    unitOfWork = new JdbcUnitOfWork(database);
    keys =
        new ApiKeys(
            new JdbcApiKeys(unitOfWork), unitOfWork, new JdbcEventLog(unitOfWork, clock), ids,
            clock);
    shopKey = new ShopApiKey(folder.resolve("keys/api-key.sha256"));
    List<Route<?, ?, ?>> all = new ArrayList<>(new KeyRoutes(keys, shopKey).routes());
    all.addAll(routes.apply(this));
    table = OpenApi.described(all);
    server = new ApiServer(0);
    Doorkeeper doorkeeper = new Doorkeeper(keys, shopKey, DOORKEY, rate, clock);
    server.start(new Dispatcher(table, doorkeeper, new Origins(Set.of(PAGE)), ids));
    http = new RawHttp(URI.create(server.address()).getPort());
  }

  public static Allowance.Rate generous() {
    return new Allowance.Rate(10_000, 10_000);
  }

  /// A header with a new key of this subject.
  public String key(String subject, ApiRole... roles) {
    ApiKeys.Wish wish = new ApiKeys.Wish(subject, subject, Set.of(roles), null);
    return switch (keys.make(wish, "asha")) {
      case ApiKeys.Outcome.Made(var _, String secret) -> bearer(secret);
      case ApiKeys.Outcome.Refused(String code) -> throw new IllegalStateException(code);
    };
  }

  public static String bearer(String key) {
    return "Authorization: Bearer " + key;
  }

  @Override
  public void close() {
    server.close();
    unitOfWork.close();
    database.close();
  }
}
