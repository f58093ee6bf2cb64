// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

import io.secureprint.agent.OwnerDesk;
import io.secureprint.agent.OwnerDesk.Page;
import io.secureprint.agent.OwnerDesk.Saved;
import io.secureprint.agent.SettingRefused;
import io.secureprint.agent.printing.PrinterChoice;
import io.secureprint.app.form.Form;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.printers.PrinterPickerViewModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The settings as the owner changes them, topic by topic. They are open while the owner is here.
public final class SettingsViewModel implements AutoCloseable {
  private final OwnerDesk desk;
  private final Background background;
  private final Ways ways;
  private final PrinterPickerViewModel printers;
  private final PeopleViewModel people;
  private final KeysViewModel keys;
  private final ConnectionsViewModel connections;
  private final Map<Topic, Form> forms = new EnumMap<>(Topic.class);
  private final List<SecretModel> secrets =
      List.of(
          new SecretModel("gateway.keySecret", Phrase.SET_SECRET_KEY),
          new SecretModel("gateway.webhookSecret", Phrase.SET_SECRET_WEBHOOK));
  private final ObjectProperty<Topic> topic = new SimpleObjectProperty<>(Topic.SHOP);
  private final ReadOnlyObjectWrapper<Look> look =
      new ReadOnlyObjectWrapper<>(new Look.Closed("", ""));
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(new Outcome.Nothing());
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
  private Map<String, String> printerBefore = Map.of();

  /// Where changes go besides the settings file.
  ///
  /// @param applied hears of what was saved and counts at once
  /// @param reopen opens the shop again, so that the rest counts too
  public record Ways(Consumer<Map<String, String>> applied, Runnable reopen) {}

  public SettingsViewModel(
      OwnerDesk desk,
      PrinterPickerViewModel printers,
      Outside outside,
      Background background,
      Ways ways) {
    this.desk = desk;
    this.printers = printers;
    this.background = background;
    this.ways = ways;
    this.people = new PeopleViewModel(desk, background);
    this.keys = new KeysViewModel(outside, background);
    this.connections =
        new ConnectionsViewModel(outside.connections(), background, outside.actor());
    for (Topic each : Topic.values()) {
      forms.put(each, new Form(each.settings()));
    }
    topic.subscribe(() -> outcome.set(new Outcome.Nothing()));
  }

  /// Somebody wants to see the shop's servers.
  public void onConnections() {
    topic.set(Topic.CONNECTIONS);
  }

  ObjectProperty<Topic> topic() {
    return topic;
  }

  ReadOnlyObjectProperty<Look> look() {
    return look.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Outcome> outcome() {
    return outcome.getReadOnlyProperty();
  }

  /// Whether something was saved that counts only when the shop opens again.
  ReadOnlyBooleanProperty waiting() {
    return waiting.getReadOnlyProperty();
  }

  Form form(Topic which) {
    return Objects.requireNonNull(forms.get(which));
  }

  List<SecretModel> secrets() {
    return secrets;
  }

  PrinterPickerViewModel printers() {
    return printers;
  }

  PeopleViewModel people() {
    return people;
  }

  KeysViewModel keys() {
    return keys;
  }

  ConnectionsViewModel connections() {
    return connections;
  }

  /// Somebody wants to see the settings.
  public void onOpen() {
    if (look.get() instanceof Look.Closed) {
      look.set(new Look.Opening());
      background.run(
          desk::open, this::opened, () -> look.set(new Look.Closed("INTERNAL", "")));
    }
  }

  /// The owner goes, or the console locks.
  public void onLeave() {
    look.set(new Look.Closed("", ""));
    outcome.set(new Outcome.Nothing());
    secrets.forEach(secret -> secret.typed().set(""));
    people.onLeave();
    keys.onLeave();
    connections.onLeave();
    leaveDesk();
  }

  void onSave() {
    if (outcome.get() instanceof Outcome.Working) {
      return;
    }
    Topic saved = topic.get();
    Map<String, String> changes = changes(saved);
    Map<String, String> newSecrets = saved == Topic.MONEY ? newSecrets() : Map.of();
    outcome.set(new Outcome.Working());
    background.run(
        () -> save(changes, newSecrets),
        came -> saved(saved, changes, came),
        () -> outcome.set(new Outcome.Refused("INTERNAL", "")));
  }

  void onReopen() {
    ways.reopen().run();
  }

  @Override
  public void close() {
    printers.close();
  }

  private void leaveDesk() {
    background.run(
        () -> {
          desk.leave();
          return true;
        },
        _ -> {},
        () -> {});
  }

  /// Whoever asked may be gone when the PIN is typed.
  private void opened(Page page) {
    if (!(look.get() instanceof Look.Opening)) {
      leaveDesk();
      return;
    }
    switch (page) {
      case Page.Refused(String code, String about) -> look.set(new Look.Closed(code, about));
      case Page.Opened opened -> {
        forms.values().forEach(form -> form.show(opened.settings(), opened.fixed()));
        secrets.forEach(
            secret -> secret.set().set(opened.secrets().getOrDefault(secret.name(), false)));
        people.show(opened.people());
        printers.choose(opened.settings());
        printerBefore = opened.settings();
        look.set(new Look.Open());
      }
    }
  }

  private Map<String, String> changes(Topic of) {
    Map<String, String> changes = new LinkedHashMap<>(form(of).changes());
    PrinterChoice chosen = printers.chosen().get();
    if (of == Topic.PRINTER && chosen != null) {
      chosen.settings().forEach((key, value) -> {
        if (!value.equals(printerBefore.get(key))) {
          changes.put(key, value);
        }
      });
    }
    return changes;
  }

  private Map<String, String> newSecrets() {
    Map<String, String> typed = new LinkedHashMap<>();
    secrets.stream()
        .filter(secret -> !secret.typed().get().isBlank())
        .forEach(secret -> typed.put(secret.name(), secret.typed().get()));
    return typed;
  }

  /// The settings first: where one of them is wrong, nothing is kept.
  private Came save(Map<String, String> changes, Map<String, String> newSecrets) {
    Saved saved = desk.save(changes);
    Set<String> kept = new HashSet<>();
    if (saved instanceof Saved.Done) {
      for (Map.Entry<String, String> secret : newSecrets.entrySet()) {
        Optional<String> refused = desk.keep(secret.getKey(), secret.getValue());
        if (refused.isPresent()) {
          return new Came(saved, kept, new Outcome.Refused(refused.get(), secret.getKey()));
        }
        kept.add(secret.getKey());
      }
    }
    return new Came(saved, kept, new Outcome.Saved());
  }

  private void saved(Topic of, Map<String, String> changes, Came came) {
    switch (came.saved()) {
      case Saved.Done done -> {
        form(of).kept();
        kept(changes);
        kept(came.secrets());
        waiting.set(waiting.get() || !done.later().isEmpty() || !came.secrets().isEmpty());
        outcome.set(came.outcome());
        ways.applied().accept(changes);
      }
      case Saved.Wrong(List<SettingRefused> wrong) -> {
        List<SettingRefused> others = form(of).refused(wrong);
        outcome.set(
            others.isEmpty()
                ? new Outcome.Wrong()
                : new Outcome.Refused(others.getFirst().code(), others.getFirst().key()));
      }
      case Saved.Refused(String code) -> outcome.set(new Outcome.Refused(code, ""));
    }
  }

  private void kept(Map<String, String> changes) {
    Map<String, String> now = new LinkedHashMap<>(printerBefore);
    now.putAll(changes);
    printerBefore = now;
  }

  private void kept(Set<String> names) {
    secrets.stream()
        .filter(secret -> names.contains(secret.name()))
        .forEach(secret -> {
          secret.set().set(true);
          secret.typed().set("");
        });
  }

  /// What came of the settings, which of the secrets are kept, and what to say of all when the
  /// settings are saved.
  private record Came(Saved saved, Set<String> secrets, Outcome outcome) {}
}
