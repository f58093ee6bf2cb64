// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Sha256;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The keys by which programs use the API: 256 random bits each, of which only the SHA-256 is kept. A
/// key is looked for each time it is used, so that one that is revoked opens nothing more.
public final class ApiKeys {
  public static final String PREFIX = "sps_";

  static final int MOST = 200;
  private static final Pattern KEY = Pattern.compile(PREFIX + "([0-9a-f]{16})_[0-9a-f]{64}");
  /// A key that is in use all the time is not written down all the time.
  private static final Duration USE_COUNTS = Duration.ofMinutes(1);
  private static final String NO_HASH = "0".repeat(2 * Sha256.LENGTH);

  private final Rows rows;
  private final UnitOfWork unitOfWork;
  private final EventLog events;
  private final Ids ids;
  private final InstantSource clock;

  public ApiKeys(
      Rows rows, UnitOfWork unitOfWork, EventLog events, Ids ids, InstantSource clock) {
    this.rows = rows;
    this.unitOfWork = unitOfWork;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /// Makes a key. Refusals: `API_KEY_NAME`, `API_KEY_EXPIRED` when it would be over already,
  /// `API_KEY_TOO_MANY`.
  public Outcome make(Wish wish, String actor) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<String> refused = refused(wish, now);
    if (refused.isPresent()) {
      return new Outcome.Refused(refused.get());
    }
    HexFormat hex = HexFormat.of();
    String id = hex.formatHex(ids.bytes(8));
    String secret = PREFIX + id + "_" + hex.formatHex(ids.bytes(32));
    return unitOfWork.call(Durability.BARRIER, () -> {
      List<ApiKey> all = rows.all();
      if (all.stream().filter(each -> each.isOpen(now)).count() >= MOST) {
        return new Outcome.Refused("API_KEY_TOO_MANY");
      }
      String subject =
          wish.subject() == null ? Subjects.of(wish.name(), all) : wish.subject();
      ApiKey key =
          new ApiKey(
              id, wish.name(), subject, wish.roles(), new ApiKey.Made(now, actor),
              new ApiKey.Ends(wish.expiresAt(), null, null));
      rows.insert(key, digest(secret));
      events.append(event(key.id(), "ApiKeyMade", actor, Map.of("roles", words(key.roles()))));
      return new Outcome.Made(key, secret);
    });
  }

  /// Newest first, those that are over as well.
  public List<ApiKey> all() {
    return unitOfWork.call(Durability.STEP, rows::all);
  }

  /// From now on it opens nothing. False when there is no such key, or it was revoked before.
  public boolean revoke(String id, String actor) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      boolean revoked = rows.revoke(id, clock.instant());
      if (revoked) {
        events.append(event(id, "ApiKeyRevoked", actor, Map.of()));
      }
      return revoked;
    });
  }

  /// The key that a program came with, if it opens anything now. Compares in constant time, and looks
  /// no different for an id that is not there.
  public Optional<ApiKey> find(String given) {
    Matcher parts = KEY.matcher(given);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return unitOfWork.call(Durability.STEP, () -> {
      Optional<Kept> kept = rows.find(parts.group(1));
      boolean same = same(kept.map(Kept::hash).orElse(NO_HASH), digest(given));
      Optional<ApiKey> key = kept.map(Kept::key).filter(each -> same && each.isOpen(now));
      key.filter(each -> isStale(each.ends().lastUsedAt(), now))
          .ifPresent(each -> rows.used(each.id(), now));
      return key;
    });
  }

  static boolean same(String kept, String given) {
    return MessageDigest.isEqual(kept.getBytes(US_ASCII), given.getBytes(US_ASCII));
  }

  static String digest(String key) {
    return Sha256.hex(key.getBytes(US_ASCII));
  }

  private static Optional<String> refused(Wish wish, Instant now) {
    if (!ApiKey.fits(wish.name(), wish.subject() == null ? ApiKey.SHOP : wish.subject())) {
      return Optional.of("API_KEY_NAME");
    }
    boolean over = wish.expiresAt() != null && !now.isBefore(wish.expiresAt());
    return over ? Optional.of("API_KEY_EXPIRED") : Optional.empty();
  }

  private static boolean isStale(@Nullable Instant lastUsed, Instant now) {
    return lastUsed == null || lastUsed.plus(USE_COUNTS).isBefore(now);
  }

  private static String words(Set<ApiRole> roles) {
    return roles.stream().map(ApiRole::word).sorted().collect(Collectors.joining(","));
  }

  private static EventLog.Event event(
      String id, String type, String actor, Map<String, ?> payload) {
    return new EventLog.Event("api_key", id, type, payload, actor, "");
  }

  /// What a key is to be like. `name` is what people call the program, 1 to 60 characters; `subject`
  /// whom it acts for, in small letters, digits, `.`, `_` and `-`; null is the program of this name.
  public record Wish(
      String name, @Nullable String subject, Set<ApiRole> roles, @Nullable Instant expiresAt) {
    public Wish {
      roles = Set.copyOf(roles);
      if (roles.isEmpty()) {
        throw new IllegalArgumentException("a key without a role opens nothing: " + name);
      }
    }
  }

  /// What came of a wish; the secret is shown once and kept nowhere.
  public sealed interface Outcome {
    record Made(ApiKey key, String secret) implements Outcome {
      @Override
      public String toString() {
        return "Made[" + key + "]";
      }
    }

    record Refused(String code) implements Outcome {}
  }

  /// A key with its SHA-256 in hexadecimal.
  public record Kept(ApiKey key, String hash) {}

  /// Where keys are kept. Each call joins the running unit of work, which must exist.
  public interface Rows {
    void insert(ApiKey key, String hash);

    Optional<Kept> find(String id);

    List<ApiKey> all();

    /// False when it is not there, or revoked already.
    boolean revoke(String id, Instant at);

    void used(String id, Instant at);
  }
}
