// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All routes there are.
public final class RouteTable {
  private final List<Route<?, ?, ?>> routes;

  /// @throws IllegalArgumentException when two of them have the same name or answer the same request
  public RouteTable(List<? extends Route<?, ?, ?>> routes) {
    this.routes = List.copyOf(routes);
    Set<String> seen = new HashSet<>();
    for (Route<?, ?, ?> route : routes) {
      String request = route.method() + " " + route.path().text().replaceAll("\\{\\w+}", "{}");
      if (!seen.add(request) || !seen.add(route.name())) {
        throw new IllegalArgumentException("there twice: " + request + " " + route.name());
      }
    }
  }

  public List<Route<?, ?, ?>> routes() {
    return routes;
  }

  /// The routes that a path has, by any method; a path that is written out goes before one with a name.
  List<Found> at(String path) {
    List<Found> found = new ArrayList<>();
    for (Route<?, ?, ?> route : routes) {
      Optional<Map<String, String>> names = route.path().match(path);
      names.ifPresent(map -> found.add(new Found(route, map)));
    }
    int fewest = found.stream().mapToInt(each -> each.names().size()).min().orElse(0);
    return found.stream().filter(each -> each.names().size() == fewest).toList();
  }

  /// A route, and what stood at the names of its path.
  record Found(Route<?, ?, ?> route, Map<String, String> names) {
    Found {
      names = Map.copyOf(names);
    }
  }
}
