// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.access.ApiKey;
import io.secureprint.agent.access.ApiKeys;
import io.secureprint.agent.access.ApiRole;
import io.secureprint.agent.access.ProgramKeys;
import io.secureprint.agent.connection.Connection;
import io.secureprint.agent.connection.ConnectionDesk;
import io.secureprint.app.console.settings.Outside;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One program with a key, and one server that the shop calls, in memory.
public final class SampleOutside implements ProgramKeys, ConnectionDesk {
  public final List<ApiKey> keys = new ArrayList<>(List.of(key("a1b2c3d4e5f60718", "Bookkeeping")));
  public final List<Kept> kept =
      new ArrayList<>(
          List.of(
              new Kept(
                  new Connection(
                      "default", URI.create("https://api.college.example/print"), "Authorization"),
                  true)));
  public Optional<String> refusal = Optional.empty();
  /// What was wished of connections.
  public final List<String> asked = new ArrayList<>();
  public Trial trial = new Trial.Answered(200);

  public Outside outside() {
    return new Outside(this, this, SampleShop.CLOCK, SampleShop.ZONE, "console");
  }

  private static ApiKey key(String id, String name) {
    return new ApiKey(
        id, name, "books", Set.of(ApiRole.AUDITOR),
        new ApiKey.Made(SampleShop.NOW.minus(Duration.ofDays(12)), "Asha"),
        new ApiKey.Ends(null, null, SampleShop.NOW.minus(Duration.ofMinutes(7))));
  }

  @Override
  public List<ApiKey> all() {
    return List.copyOf(keys);
  }

  @Override
  public List<Kept> kept() {
    return List.copyOf(kept);
  }

  @Override
  public ApiKeys.Outcome make(ApiKeys.Wish wish, String actor) {
    if (refusal.isPresent()) {
      return new ApiKeys.Outcome.Refused(refusal.get());
    }
    ApiKey made = key("0011223344556677", wish.name());
    keys.addFirst(made);
    return new ApiKeys.Outcome.Made(made, "sps_0011223344556677_" + "0123456789abcdef".repeat(4));
  }

  @Override
  public Optional<String> revoke(String id, String actor) {
    if (refusal.isEmpty()) {
      keys.removeIf(key -> key.id().equals(id));
    }
    return refusal;
  }

  @Override
  public Optional<String> add(Connection connection, String secret, String actor) {
    asked.add("add " + connection.name());
    if (refusal.isEmpty()) {
      kept.add(new Kept(connection, !secret.isEmpty()));
    }
    return refusal;
  }

  @Override
  public Optional<String> change(Connection connection, String secret, String actor) {
    if (refusal.isEmpty()) {
      kept.replaceAll(
          one ->
              one.connection().name().equals(connection.name())
                  ? new Kept(connection, one.secret() || !secret.isEmpty())
                  : one);
    }
    return refusal;
  }

  @Override
  public Optional<String> remove(String name, String actor) {
    if (refusal.isEmpty()) {
      kept.removeIf(one -> one.connection().name().equals(name));
    }
    return refusal;
  }

  @Override
  public Trial tryOut(String name) {
    return trial;
  }
}
