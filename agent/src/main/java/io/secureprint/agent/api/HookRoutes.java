// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.api.route.Access;
import io.secureprint.agent.api.route.ApiError;
import io.secureprint.agent.api.route.Call;
import io.secureprint.agent.api.route.Described;
import io.secureprint.agent.api.route.Refusal;
import io.secureprint.agent.api.route.Route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Messages from outside that set automations off, authenticated by their signature alone.
public final class HookRoutes {
  private static final ApiError SIGNATURE =
      new ApiError(401, "WEBHOOK_SIGNATURE", "There is no such webhook, or it is not signed so.");
  private static final ApiError STALE =
      new ApiError(401, "WEBHOOK_STALE", "The message's time is too far from this PC's.");
  private static final ApiError ID =
      new ApiError(400, "WEBHOOK_ID", "The message has no id of 1 to 200 characters.");
  private static final ApiError NOT_JSON =
      new ApiError(400, "WEBHOOK_NOT_JSON", "The body is not a JSON object.");
  private static final List<String> HEADERS =
      List.of("X-SPS-Timestamp", "X-SPS-Signature", "X-SPS-Id");

  private HookRoutes() {}

  /// `most` is how many bytes a message may have.
  public static List<Route<?, ?, ?>> of(Hooks hooks, int most) {
    return List.of(
        Route.post("/hooks/{name}")
            .named("hook", "Sets off the automations that wait for this webhook")
            .by(Access.SIGNED)
            .with(Name.class)
            .takesBytes(most)
            .refuses(SIGNATURE, STALE, ID, NOT_JSON)
            .answers(Taken.class, call -> taken(hooks, call)));
  }

  private static Taken taken(Hooks hooks, Call<Name, byte[]> call) throws Refusal {
    Map<String, String> headers = new HashMap<>();
    for (String name : HEADERS) {
      call.headers().apply(name).stream().findFirst().ifPresent(one -> headers.put(name, one));
    }
    return switch (hooks.heard(call.parameters().name(), headers, call.body())) {
      case Heard.Accepted(int automations) -> new Taken(false, automations);
      case Heard.Repeated() -> new Taken(true, 0);
      case Heard.Refused(String code) -> throw error(code).because(error(code).words());
    };
  }

  private static ApiError error(String code) {
    return switch (code) {
      case "WEBHOOK_SIGNATURE" -> SIGNATURE;
      case "WEBHOOK_STALE" -> STALE;
      case "WEBHOOK_ID" -> ID;
      case "WEBHOOK_TOO_LARGE" -> ApiError.BODY_TOO_LARGE;
      case "WEBHOOK_NOT_JSON" -> NOT_JSON;
      default -> throw new IllegalStateException("a refusal without its status: " + code);
    };
  }

  record Name(
      @Described(value = "The webhook.", min = 1, max = 60, pattern = "[a-z0-9][a-z0-9_-]*")
          String name) {}

  record Taken(
      @Described("It came before, and counts once.") boolean repeated,
      @Described("How many automations looked at it.") int automations) {}

  /// Who reads the messages of webhooks.
  @FunctionalInterface
  public interface Hooks {
    Heard heard(String name, Map<String, String> headers, byte[] body);
  }

  /// What came of a message.
  public sealed interface Heard {
    /// It is kept; so many automations have looked at it.
    record Accepted(int automations) implements Heard {}

    record Repeated() implements Heard {}

    /// `WEBHOOK_SIGNATURE`, `WEBHOOK_STALE`, `WEBHOOK_ID`, `WEBHOOK_NOT_JSON` or
    /// `WEBHOOK_TOO_LARGE`.
    record Refused(String code) implements Heard {}
  }
}
