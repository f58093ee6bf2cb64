// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.Headers;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The web pages that may use the API: none, but for the origins that the owner has listed.
public record Origins(Set<String> allowed) {
  private static final Pattern ORIGIN =
      Pattern.compile("https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9][0-9]{0,4})?");
  private static final String SECONDS = "600";

  public Origins {
    allowed = Set.copyOf(allowed);
    allowed.forEach(Origins::check);
  }

  /// Whether a browser could send this as an origin, exactly so.
  public static boolean fits(String origin) {
    return ORIGIN.matcher(origin).matches();
  }

  private static void check(String origin) {
    if (!fits(origin)) {
      throw new IllegalArgumentException("not an origin such as https://books.example: " + origin);
    }
  }

  /// Whether a request is to be answered. Programs send neither of these headers, and browsers at
  /// least one of them.
  boolean admits(Headers headers) {
    List<String> origins = headers.getOrDefault("Origin", List.of());
    if (origins.isEmpty()) {
      return !headers.containsKey("Sec-Fetch-Site");
    }
    return origins.size() == 1 && allowed.contains(origins.getFirst());
  }

  /// The reply as a listed page may read it.
  Reply open(Headers headers, Reply reply) {
    @Nullable String origin = headers.getFirst("Origin");
    if (origin == null || !allowed.contains(origin)) {
      return reply;
    }
    return reply
        .with("Access-Control-Allow-Origin", origin)
        .with("Access-Control-Expose-Headers", "Location, Retry-After, X-Correlation-Id")
        .with("Vary", "Origin");
  }

  /// The answer to a browser that asks before it sends `allow`, such as `GET, HEAD, OPTIONS`.
  Reply preflight(Headers headers, String allow) {
    Reply reply = Reply.empty().with("Allow", allow);
    if (!headers.containsKey("Access-Control-Request-Method")) {
      return reply;
    }
    Reply told =
        reply
            .with("Access-Control-Allow-Methods", allow)
            .with("Access-Control-Allow-Headers", "Authorization, Content-Type, X-Correlation-Id")
            .with("Access-Control-Max-Age", SECONDS);
    return headers.containsKey("Access-Control-Request-Private-Network")
        ? told.with("Access-Control-Allow-Private-Network", "true")
        : told;
  }
}
