// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

import io.secureprint.agent.connection.Connection;
import io.secureprint.agent.connection.ConnectionDesk;
import io.secureprint.agent.connection.ConnectionDesk.Kept;
import io.secureprint.agent.connection.ConnectionDesk.Trial;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The servers that the shop's workflows call: one is added, changed, tried out or forgotten.
final class ConnectionsViewModel {
  private static final String USUAL_HEADER = "Authorization";

  private final ConnectionDesk desk;
  private final Background background;
  private final String actor;
  private final ObservableList<Kept> kept = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Kept> chosen = new ReadOnlyObjectWrapper<>();
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty address = new SimpleStringProperty("");
  private final StringProperty header = new SimpleStringProperty(USUAL_HEADER);
  private final StringProperty secret = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(new Outcome.Nothing());
  private final ReadOnlyObjectWrapper<@Nullable Trial> trial = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  /// Counts what is opened: an answer that comes later is about another.
  private int opened;

  ConnectionsViewModel(ConnectionDesk desk, Background background, String actor) {
    this.desk = desk;
    this.background = background;
    this.actor = actor;
    Stream.of(name, address, header, secret)
        .forEach(text -> text.subscribe(() -> changed.set(differs())));
  }

  ObservableList<Kept> kept() {
    return kept;
  }

  /// Null while a new one is typed.
  ReadOnlyObjectProperty<@Nullable Kept> chosen() {
    return chosen.getReadOnlyProperty();
  }

  StringProperty name() {
    return name;
  }

  StringProperty address() {
    return address;
  }

  StringProperty header() {
    return header;
  }

  /// A new secret; the one that is kept is never shown.
  StringProperty secret() {
    return secret;
  }

  ReadOnlyObjectProperty<Outcome> outcome() {
    return outcome.getReadOnlyProperty();
  }

  /// What came of trying the chosen one out, if that was done.
  ReadOnlyObjectProperty<@Nullable Trial> trial() {
    return trial.getReadOnlyProperty();
  }

  /// Whether something was typed that is not saved, and so is not what is tried out.
  ReadOnlyBooleanProperty changed() {
    return changed.getReadOnlyProperty();
  }

  void onReload() {
    background.run(desk::kept, this::show, () -> refused("INTERNAL"));
  }

  void onChoose(@Nullable Kept one) {
    opened++;
    chosen.set(one);
    name.set(one == null ? "" : one.connection().name());
    address.set(one == null ? "" : one.connection().address().toString());
    header.set(one == null ? USUAL_HEADER : one.connection().header());
    secret.set("");
    trial.set(null);
    outcome.set(new Outcome.Nothing());
  }

  void onSave() {
    if (outcome.get() instanceof Outcome.Working) {
      return;
    }
    Connection typed;
    try {
      typed =
          new Connection(
              name.get().strip(), URI.create(address.get().strip()), header.get().strip());
    } catch (IllegalArgumentException _) {
      refused("CONNECTION_WRONG");
      return;
    }
    String fresh = secret.get();
    boolean isNew = chosen.get() == null;
    int saving = opened;
    outcome.set(new Outcome.Working());
    background.run(
        () -> isNew ? desk.add(typed, fresh, actor) : desk.change(typed, fresh, actor),
        code -> saved(saving, typed.name(), code),
        () -> refused("INTERNAL"));
  }

  void onRemove(Kept one) {
    outcome.set(new Outcome.Working());
    background.run(
        () -> desk.remove(one.connection().name(), actor),
        code -> {
          code.ifPresentOrElse(this::refused, () -> onChoose(null));
          onReload();
        },
        () -> refused("INTERNAL"));
  }

  void onTry(Kept one) {
    outcome.set(new Outcome.Working());
    trial.set(null);
    int asked = opened;
    background.run(
        () -> desk.tryOut(one.connection().name()),
        came -> {
          if (asked == opened) {
            outcome.set(new Outcome.Nothing());
            trial.set(came);
          }
        },
        () -> refused("INTERNAL"));
  }

  /// Whoever comes next sees nothing of what was typed.
  void onLeave() {
    onChoose(null);
  }

  private void saved(int saving, String saved, Optional<String> code) {
    if (saving != opened) {
      onReload();
    } else if (code.isPresent()) {
      refused(code.get());
    } else {
      secret.set("");
      outcome.set(new Outcome.Saved());
      background.run(desk::kept, now -> show(now, saved), () -> refused("INTERNAL"));
    }
  }

  private boolean differs() {
    Kept one = chosen.get();
    return one != null
        && !(address.get().strip().equals(one.connection().address().toString())
            && header.get().strip().equals(one.connection().header())
            && secret.get().isEmpty());
  }

  private void refused(String code) {
    outcome.set(new Outcome.Refused(code, ""));
  }

  private void show(List<Kept> now) {
    Kept one = chosen.get();
    show(now, one == null ? "" : one.connection().name());
  }

  /// What is typed stays.
  private void show(List<Kept> now, String open) {
    kept.setAll(now);
    now.stream()
        .filter(one -> one.connection().name().equals(open))
        .findFirst()
        .ifPresent(chosen::set);
    changed.set(differs());
  }
}
