// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.access.Allowance;
import io.secureprint.agent.api.graphql.GraphQlRoute;
import io.secureprint.agent.api.graphql.RunningSteps;
import io.secureprint.agent.api.route.Route;
import io.secureprint.agent.observe.Meters;
import io.secureprint.agent.store.Database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Every route that the API has.
public final class FullHouse {
  private FullHouse() {}

  public static ApiHouse open(Path folder) throws IOException, Database.Unusable {
    return open(folder, ApiHouse.generous());
  }

  static ApiHouse open(Path folder, Allowance.Rate rate) throws IOException, Database.Unusable {
    return new ApiHouse(folder, rate, FullHouse::routes);
  }

  private static List<Route<?, ?, ?>> routes(ApiHouse house) {
    ShortHistory history = new ShortHistory();
    history.rows.add(ShortHistory.row(1, "print", "Blue Mango"));
    List<Route<?, ?, ?>> all = new ArrayList<>();
    all.addAll(ShopRoutes.of(new OneSession(), (_, signatures) -> !signatures.isEmpty(), () -> true));
    all.addAll(HistoryRoutes.of(history, ZoneId.of("Asia/Kolkata")));
    all.addAll(BoardDesk.routes(house));
    all.addAll(GraphQlRoute.of(new RunningSteps()));
    all.addAll(HookRoutes.of((_, _, _) -> new HookRoutes.Heard.Refused("WEBHOOK_SIGNATURE"), 65_536));
    all.addAll(SchemaRoute.routes());
    all.addAll(MetricsRoute.of(new Meters().metrics()));
    return all;
  }
}
