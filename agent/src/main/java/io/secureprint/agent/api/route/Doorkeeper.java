// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.secureprint.agent.access.Allowance;
import io.secureprint.agent.access.ApiKey;
import io.secureprint.agent.access.ApiKeys;
import io.secureprint.agent.access.Failures;
import io.secureprint.agent.access.ShopApiKey;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/// Lets in who may: by an API key with one of the wanted roles, not more often than the key is allowed
/// to ask, and for a while nobody else from where wrong keys come.
public final class Doorkeeper {
  private static final String BEARER = "Bearer ";
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final ApiKeys keys;
  private final ShopApiKey shopKey;
  private final String doorkey;
  private final Failures failures;
  private final Allowance allowance;

  /// `doorkey` is the token that lies in the data folder while the shop is open.
  public Doorkeeper(
      ApiKeys keys,
      ShopApiKey shopKey,
      String doorkey,
      Allowance.Rate rate,
      InstantSource clock) {
    this.keys = keys;
    this.shopKey = shopKey;
    this.doorkey = doorkey;
    this.failures = new Failures(clock);
    this.allowance = new Allowance(rate, clock);
  }

  Caller admit(Access access, HttpExchange exchange, String correlationId)
      throws Refusal, IOException {
    return switch (access) {
      case Access.Open _ -> nobody("anybody", correlationId);
      case Access.Signed _ -> nobody("signed", correlationId);
      case Access.Doorkey _ -> owner(exchange, correlationId);
      case Access.Key wanted -> program(wanted, exchange, correlationId);
    };
  }

  private static Caller nobody(String subject, String correlationId) {
    return new Caller(subject, "", Set.of(), correlationId);
  }

  private Caller owner(HttpExchange exchange, String correlationId) throws Refusal {
    byte[] given = bearer(exchange).getBytes(US_ASCII);
    if (!MessageDigest.isEqual(given, doorkey.getBytes(US_ASCII))) {
      throw ApiError.DOORKEY_WRONG.because("not a program of this shop’s user");
    }
    return nobody("owner", correlationId);
  }

  private Caller program(Access.Key wanted, HttpExchange exchange, String correlationId)
      throws Refusal, IOException {
    Optional<ApiKey> key = key(bearer(exchange));
    if (key.isEmpty()) {
      throw stranger(exchange.getRemoteAddress().getAddress().getHostAddress());
    }
    @Nullable Duration pause = allowance.take(key.get().id()).orElse(null);
    if (pause != null) {
      throw ApiError.RATE_EXCEEDED.because("this key asks too often").after(pause);
    }
    if (Collections.disjoint(key.get().roles(), wanted.roles())) {
      throw ApiError.ROLE_MISSING.because("this key may not do that");
    }
    return new Caller(key.get().subject(), key.get().id(), key.get().roles(), correlationId);
  }

  /// Whoever has a key is let in all the same: all programs of this machine share an address.
  private Refusal stranger(String address) {
    if (failures.tooMany(address)) {
      return ApiError.TOO_MANY_FAILURES.because("wait a minute").after(A_MINUTE);
    }
    failures.add(address);
    return ApiError.API_KEY_WRONG.because("give an API key of the shop as a bearer token");
  }

  private Optional<ApiKey> key(String given) throws IOException {
    Optional<ApiKey> own = shopKey.find(given);
    return own.isPresent() ? own : keys.find(given);
  }

  private static String bearer(HttpExchange exchange) {
    @Nullable String given = exchange.getRequestHeaders().getFirst("Authorization");
    return given != null && given.startsWith(BEARER) ? given.substring(BEARER.length()) : "";
  }
}
