// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.api.route.Access;
import io.secureprint.agent.api.route.ApiError;
import io.secureprint.agent.api.route.Call;
import io.secureprint.agent.api.route.Nothing;
import io.secureprint.agent.api.route.Refusal;
import io.secureprint.agent.api.route.Route;
import io.secureprint.agent.journey.Desk;

import java.util.List;
import java.util.function.BooleanSupplier;

/// The shop itself: whether it is open, who is in it, and who knocks at it from outside.
public final class ShopRoutes {
  private static final int MOST_WEBHOOK = 1 << 20;

  private ShopRoutes() {}

  /// `knock` brings the shop's window to the front, and says whether there is one.
  public static List<Route<?, ?, ?>> of(Desk desk, Webhooks webhooks, BooleanSupplier knock) {
    return List.of(
        Route.get("/health")
            .named("health", "Whether the shop is open")
            .by(Access.OPEN)
            .answers(
                ApiViews.Health.class,
                _ -> new ApiViews.Health(ApiViews.word(desk.status().get().state()))),
        Route.get("/api/sessions")
            .named("sessions", "Who is being served")
            .answers(
                ApiViews.Sessions.class, _ -> ApiViews.sessions(desk.sessions().get())),
        Route.post("/webhooks/razorpay")
            .named("razorpayWebhook", "Hears a message of the payment gateway")
            .by(Access.SIGNED)
            .takesBytes(MOST_WEBHOOK)
            .answers(ApiViews.Heard.class, call -> heard(webhooks, call)),
        Route.post("/raise")
            .named("raise", "A second start of the program brings the first to the front")
            .by(Access.DOORKEY)
            .answers(ApiViews.Raised.class, _ -> new ApiViews.Raised(knock.getAsBoolean())));
  }

  /// Authenticated by its signature over the raw bytes, and by nothing else (decision 11).
  private static ApiViews.Heard heard(Webhooks webhooks, Call<Nothing, byte[]> call)
      throws Refusal {
    if (!webhooks.heard(call.body(), call.headers().apply("X-Razorpay-Signature"))) {
      throw ApiError.SIGNATURE_WRONG.because("not a message of this shop's gateway");
    }
    return new ApiViews.Heard("ok");
  }

  /// Who reads the messages of the shop's gateway: true for a genuine one.
  @FunctionalInterface
  public interface Webhooks {
    boolean heard(byte[] body, List<String> signatures);
  }
}
