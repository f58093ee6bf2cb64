// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.api.route.Access;
import io.secureprint.agent.api.route.Described;
import io.secureprint.agent.api.route.Route;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Routes with a little of everything.
final class Menu {
  static final String GOOD = "{\"name\":\"Chai\",\"cups\":2,\"size\":\"small\"}";

  private Menu() {}

  static List<Route<?, ?, ?>> routes() {
    return List.of(
        Route.post("/orders").named("order", "Orders").by(Access.ACTS).takes(NewOrder.class)
            .makes(
                Order.class,
                order -> "/orders/" + order.id(),
                call -> new Order("7", call.body().words() + " " + call.caller().subject())),
        Route.get("/orders/{id}").named("lookAtOrder", "One").with(Asked.class)
            .answers(
                Order.class,
                call -> new Order(call.parameters().id(), call.parameters().words())),
        Route.get("/orders/newest").named("newest", "The newest")
            .answers(Order.class, _ -> new Order("8", "the newest")),
        Route.get("/fault").named("fault", "Fails")
            .answers(Order.class, _ -> {
              throw new IllegalStateException("secret");
            }));
  }

  record Order(String id, String words) {}

  record NewOrder(
      @Described(value = "What.", min = 1, max = 10) String name,
      @Described(value = "How many.", min = 1, max = 5) int cups,
      Size size,
      @Nullable Instant at,
      @Described(value = "Extras.", max = 2) @Nullable List<String> with,
      @Nullable Object notes) {
    String words() {
      return name + " " + cups + " " + size + " " + at;
    }
  }

  record Asked(
      @Described(value = "Which.", max = 20) String id,
      @Described(value = "How many.", min = 1, max = 5) @Nullable Integer cups,
      @Nullable Boolean hot) {
    String words() {
      return cups + " " + hot;
    }
  }

  enum Size {
    SMALL, LARGE
  }
}
