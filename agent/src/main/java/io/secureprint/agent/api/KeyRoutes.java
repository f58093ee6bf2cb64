// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.access.ApiKey;
import io.secureprint.agent.access.ApiKeys;
import io.secureprint.agent.access.ApiRole;
import io.secureprint.agent.access.ShopApiKey;
import io.secureprint.agent.api.route.Access;
import io.secureprint.agent.api.route.ApiError;
import io.secureprint.agent.api.route.Described;
import io.secureprint.agent.api.route.Nothing;
import io.secureprint.agent.api.route.Refusal;
import io.secureprint.agent.api.route.Route;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The keys of programs, for the command line of the shop's own user.
public final class KeyRoutes {
  /// Open ones are fewer; those that are over stay in the list.
  private static final int MOST_LISTED = 10_000;
  private static final ApiError NAME =
      new ApiError(422, "API_KEY_NAME", "The name or the subject of the key does not fit.");
  private static final ApiError EXPIRED =
      new ApiError(422, "API_KEY_EXPIRED", "The key would be over before it begins.");
  private static final ApiError TOO_MANY =
      new ApiError(409, "API_KEY_TOO_MANY", "There are as many open keys as there may be.");
  private static final ApiError UNKNOWN =
      new ApiError(404, "API_KEY_UNKNOWN", "There is no such key, or it was revoked before.");

  private final ApiKeys keys;
  private final ShopApiKey shopKey;

  public KeyRoutes(ApiKeys keys, ShopApiKey shopKey) {
    this.keys = keys;
    this.shopKey = shopKey;
  }

  public List<Route<?, ?, ?>> routes() {
    return List.of(
        Route.get("/keys")
            .named("listKeys", "The keys of programs, newest first")
            .by(Access.DOORKEY)
            .answers(Keys.class, _ -> list()),
        Route.post("/keys")
            .named("makeKey", "Makes a key, which is shown this once")
            .by(Access.DOORKEY)
            .takes(NewKey.class)
            .refuses(NAME, EXPIRED, TOO_MANY)
            .makes(MadeKey.class, _ -> "/keys", call -> make(call.body())),
        Route.post("/keys/{id}/revoke")
            .named("revokeKey", "Ends a key at once")
            .by(Access.DOORKEY)
            .with(OneKey.class)
            .refuses(UNKNOWN)
            .answers(
                Nothing.class, call -> revoke(call.parameters().id(), call.caller().subject())));
  }

  /// All keys there are, those that are over as well.
  public Keys list() throws IOException {
    List<ApiKey> all = new ArrayList<>(keys.all());
    shopKey.get().ifPresent(all::add);
    return new Keys(all.stream().limit(MOST_LISTED).map(KeyRoutes::view).toList());
  }

  public MadeKey make(NewKey wanted) throws Refusal {
    ApiKeys.Wish wish =
        new ApiKeys.Wish(
            wanted.name(), wanted.subject(), Set.copyOf(wanted.roles()), wanted.expiresAt());
    return switch (keys.make(wish, wanted.by())) {
      case ApiKeys.Outcome.Made(ApiKey key, String secret) -> new MadeKey(secret, view(key));
      case ApiKeys.Outcome.Refused(String code) -> throw error(code).because(error(code).words());
    };
  }

  public Nothing revoke(String id, String actor) throws Refusal, IOException {
    boolean ended = id.equals(ShopApiKey.ID) ? shopKey.revoke() : keys.revoke(id, actor);
    if (!ended) {
      throw UNKNOWN.because("no open key is called " + id);
    }
    return new Nothing();
  }

  private static ApiError error(String code) {
    return switch (code) {
      case "API_KEY_EXPIRED" -> EXPIRED;
      case "API_KEY_TOO_MANY" -> TOO_MANY;
      default -> NAME;
    };
  }

  private static Key view(ApiKey key) {
    return new Key(
        key.id(), key.name(), key.subject(), key.roles().stream().sorted().toList(),
        key.made().at(), key.made().by(), key.ends().expiresAt(), key.ends().revokedAt(),
        key.ends().lastUsedAt());
  }

  /// A key that is to be made; `by` is who makes it.
  public record NewKey(
      @Described(value = "What people call the program.", min = 1, max = 60) String name,
      @Described(
              value = "Whom the program acts for; keys of one subject see the same.",
              min = 1,
              max = 40,
              pattern = "[a-z0-9][a-z0-9._-]*",
              example = "books")
          String subject,
      @Described(value = "What it may do.", min = 1, max = 2) List<ApiRole> roles,
      @Described("When it ends by itself; never where this is missing.")
          @Nullable Instant expiresAt,
      @Described(value = "Who makes it.", min = 1, max = 40) String by) {}

  /// A key as it is shown for the first and last time.
  public record MadeKey(
      @Described(value = "The key itself. It is kept nowhere.", max = 120) String secret,
      Key key) {}

  /// All keys.
  public record Keys(@Described(value = "Newest first.", max = MOST_LISTED) List<Key> keys) {}

  /// A key without its secret.
  public record Key(
      @Described("By what it is revoked.") String id,
      String name,
      String subject,
      List<ApiRole> roles,
      Instant createdAt,
      String createdBy,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt,
      @Described("To the minute.") @Nullable Instant lastUsedAt) {}

  record OneKey(
      @Described(value = "The key’s id.", max = 16, pattern = "[0-9a-f]{16}|shop") String id) {}
}
