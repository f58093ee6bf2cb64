// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.api.route.Reply;
import io.secureprint.agent.api.route.Route;
import io.secureprint.agent.observe.Metrics;

import java.util.List;

/// The shop's figures for monitoring.
public final class MetricsRoute {
  private MetricsRoute() {}

  public static List<Route<?, ?, ?>> of(Metrics metrics) {
    return List.of(
        Route.get("/metrics")
            .named("metrics", "The shop’s figures, as Prometheus reads them")
            .answersMedia(Metrics.TYPE, _ -> Reply.text(200, Metrics.TYPE, metrics.text())));
  }
}
