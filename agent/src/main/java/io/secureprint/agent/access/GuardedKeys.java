// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import io.secureprint.agent.access.ApiKeys.Outcome;
import io.secureprint.agent.kernel.Paise;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The keys of programs as the owner gives and takes them, by name and with a PIN where one is needed.
/// Blocks while it asks.
public final class GuardedKeys implements ProgramKeys {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedKeys.class);
  private static final String PIN_NEEDED = "PIN_NEEDED";

  private final ApiKeys keys;
  private final ShopApiKey shopKey;
  private final Shift shift;

  public GuardedKeys(ApiKeys keys, ShopApiKey shopKey, Shift shift) {
    this.keys = keys;
    this.shopKey = shopKey;
    this.shift = shift;
  }

  @Override
  public List<ApiKey> all() {
    List<ApiKey> all = new ArrayList<>(keys.all());
    try {
      shopKey.get().ifPresent(all::add);
    } catch (IOException e) {
      LOG.warn("the shop's own key cannot be read", e);
    }
    return List.copyOf(all);
  }

  @Override
  public Outcome make(ApiKeys.Wish wish, String actor) {
    return owner(actor)
        .map(name -> keys.make(wish, name))
        .orElseGet(() -> new Outcome.Refused(PIN_NEEDED));
  }

  @Override
  public Optional<String> revoke(String id, String actor) {
    Optional<String> owner = owner(actor);
    if (owner.isEmpty()) {
      return Optional.of(PIN_NEEDED);
    }
    try {
      boolean ended = id.equals(ShopApiKey.ID) ? shopKey.revoke() : keys.revoke(id, owner.get());
      return ended ? Optional.empty() : Optional.of("API_KEY_UNKNOWN");
    } catch (IOException e) {
      LOG.error("the shop's own key was not taken away", e);
      return Optional.of("STORAGE_FAILED");
    }
  }

  private Optional<String> owner(String actor) {
    return shift.person(new Shift.Wish(Permission.LET_PROGRAMS_IN, Paise.ZERO), actor);
  }
}
