// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

import io.secureprint.agent.access.ApiKey;
import io.secureprint.agent.access.ApiKeys;
import io.secureprint.agent.access.ApiRole;
import io.secureprint.agent.access.ProgramKeys;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The keys of programs: one is made and shown once, another is taken away.
final class KeysViewModel {
  private final ProgramKeys keys;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Background background;
  private final String actor;
  private final ObservableList<ApiKey> open = FXCollections.observableArrayList();
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<ApiRole> role = new SimpleObjectProperty<>(ApiRole.AUDITOR);
  private final ReadOnlyStringWrapper secret = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(new Outcome.Nothing());

  KeysViewModel(Outside outside, Background background) {
    this.keys = outside.keys();
    this.clock = outside.clock();
    this.zone = outside.zone();
    this.background = background;
    this.actor = outside.actor();
  }

  /// Those that open something now, newest first.
  ObservableList<ApiKey> open() {
    return open;
  }

  StringProperty name() {
    return name;
  }

  ObjectProperty<ApiRole> role() {
    return role;
  }

  /// The key that was just made; empty when there is none, or it was seen.
  ReadOnlyStringProperty secret() {
    return secret.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Outcome> outcome() {
    return outcome.getReadOnlyProperty();
  }

  ZoneId zone() {
    return zone;
  }

  Instant now() {
    return clock.instant();
  }

  void onReload() {
    background.run(keys::all, this::show, () -> refused("INTERNAL"));
  }

  void onMake() {
    if (outcome.get() instanceof Outcome.Working) {
      return;
    }
    String called = name.get().strip();
    ApiKeys.Wish wish = new ApiKeys.Wish(called, null, Set.of(role.get()), null);
    outcome.set(new Outcome.Working());
    secret.set("");
    background.run(() -> keys.make(wish, actor), this::made, () -> refused("INTERNAL"));
  }

  void onRevoke(ApiKey key) {
    outcome.set(new Outcome.Working());
    background.run(
        () -> keys.revoke(key.id(), actor), this::revoked, () -> refused("INTERNAL"));
  }

  /// The key that was shown is not shown again.
  void onLeave() {
    secret.set("");
    name.set("");
    outcome.set(new Outcome.Nothing());
  }

  private void made(ApiKeys.Outcome made) {
    switch (made) {
      case ApiKeys.Outcome.Made(_, String whole) -> {
        secret.set(whole);
        name.set("");
        outcome.set(new Outcome.Saved());
        onReload();
      }
      case ApiKeys.Outcome.Refused(String code) -> refused(code);
    }
  }

  private void revoked(Optional<String> code) {
    code.ifPresentOrElse(this::refused, () -> outcome.set(new Outcome.Nothing()));
    onReload();
  }

  private void refused(String code) {
    outcome.set(new Outcome.Refused(code, ""));
  }

  private void show(List<ApiKey> all) {
    open.setAll(all.stream().filter(key -> key.isOpen(now())).toList());
  }
}
