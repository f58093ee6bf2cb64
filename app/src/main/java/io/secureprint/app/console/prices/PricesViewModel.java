// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.prices;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.Example;
import io.secureprint.agent.pricing.PriceChange;
import io.secureprint.agent.pricing.PriceDraft.Reading;
import io.secureprint.agent.pricing.PriceList;
import io.secureprint.agent.pricing.PriceVersion;
import io.secureprint.agent.pricing.Prices;
import io.secureprint.agent.pricing.Prices.PriceView;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Followed;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// The price list while it is changed: what is typed, what that comes to and changes, and whether it
/// may be published.
public final class PricesViewModel implements AutoCloseable {
  private final Prices prices;
  private final String actor;
  private final Place place;
  private final Background background;
  private final Followed<PriceView> view;
  private final PriceForm form = new PriceForm();
  private final VersionsViewModel versions;
  private final StringProperty note = new SimpleStringProperty("");
  private final BooleanProperty tomorrow = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<PriceVersion> newest;
  private final ReadOnlyObjectWrapper<@Nullable PriceVersion> meanwhile =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<PriceChange>> changes =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Optional<Paise>>> examples =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Asked> asked =
      new ReadOnlyObjectWrapper<>(new Asked.Nothing());

  /// When and where the shop is.
  public record Place(InstantSource clock, ZoneId zone) {}

  /// @param actor who acts at this console, for the record
  /// @param screen where properties may change
  public PricesViewModel(
      Prices prices, String actor, Place place, Background background, Executor screen) {
    this.prices = prices;
    this.actor = actor;
    this.place = place;
    this.background = background;
    this.view = new Followed<>(prices.view(), screen);
    this.newest = new ReadOnlyObjectWrapper<>(view.property().get().newest());
    this.versions = new VersionsViewModel(prices, background, newest.getReadOnlyProperty());
    form.reading().subscribe(_ -> reckon());
    form.paper().subscribe(_ -> reckon());
    onStartAgain();
    view.property().subscribe((_, next) -> follow(next.newest()));
  }

  PriceForm form() {
    return form;
  }

  VersionsViewModel versions() {
    return versions;
  }

  ReadOnlyObjectProperty<PriceView> view() {
    return view.property();
  }

  /// The version that the next one follows.
  ReadOnlyObjectProperty<PriceVersion> newest() {
    return newest.getReadOnlyProperty();
  }

  /// The version that somebody else has published while figures were typed here.
  ReadOnlyObjectProperty<@Nullable PriceVersion> meanwhile() {
    return meanwhile.getReadOnlyProperty();
  }

  /// What the typed list changes of the newest version.
  ReadOnlyObjectProperty<List<PriceChange>> changes() {
    return changes.getReadOnlyProperty();
  }

  /// What each of [Example#USUAL] costs by the typed list on the paper at which the person is.
  ReadOnlyObjectProperty<List<Optional<Paise>>> examples() {
    return examples.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Asked> asked() {
    return asked.getReadOnlyProperty();
  }

  StringProperty note() {
    return note;
  }

  /// Whether it shall count from the next midnight on, not at once.
  BooleanProperty tomorrow() {
    return tomorrow;
  }

  Instant now() {
    return place.clock().instant();
  }

  /// Whether there is a list that could be published.
  boolean mayPublish() {
    boolean working = asked.get() instanceof Asked.Working;
    boolean another =
        !changes.get().isEmpty() || !newest.get().isReadable() || !newest.get().counts(now());
    return !working && another && form.reading().get() instanceof Reading.Good;
  }

  void onPublish() {
    if (!mayPublish() || !(form.reading().get() instanceof Reading.Good(PriceList list))) {
      return;
    }
    Prices.Publication wanted =
        new Prices.Publication(
            list, newest.get().number(), note.get().strip(), tomorrow.get() ? midnight() : null);
    asked.set(new Asked.Working());
    background.run(() -> prices.publish(wanted, actor), this::published, this::failed);
  }

  void onRevert(PriceVersion former) {
    if (asked.get() instanceof Asked.Working) {
      return;
    }
    Prices.Reversion wanted =
        new Prices.Reversion(former.number(), newest.get().number(), "");
    asked.set(new Asked.Working());
    background.run(() -> prices.revert(wanted, actor), this::answered, this::failed);
  }

  /// Throws away what was typed.
  void onStartAgain() {
    meanwhile.set(null);
    PriceList list = newest.get().list();
    if (list == null) {
      background.run(prices::versions, this::loadReadable, this::failed);
    } else {
      form.load(list);
    }
  }

  @Override
  public void close() {
    view.close();
  }

  /// Until the newest version is put right, the newest that can be read is shown.
  private void loadReadable(List<PriceVersion> known) {
    known.stream()
        .map(PriceVersion::list)
        .<PriceList>mapMulti((list, found) -> {
          if (list != null) {
            found.accept(list);
          }
        })
        .findFirst()
        .ifPresent(form::load);
  }

  private void published(Prices.Answer answer) {
    if (answer instanceof Prices.Answer.Published) {
      note.set("");
      tomorrow.set(false);
    }
    answered(answer);
  }

  private void answered(Prices.Answer answer) {
    asked.set(
        switch (answer) {
          case Prices.Answer.Published(int number) -> new Asked.Published(number);
          case Prices.Answer.Refused(String code) -> new Asked.Refused(code);
        });
  }

  private void failed() {
    asked.set(new Asked.Refused("INTERNAL"));
  }

  /// What was typed stays, unless it is what is published now or nothing was typed.
  private void follow(PriceVersion next) {
    PriceVersion before = newest.get();
    if (next.equals(before)) {
      return;
    }
    boolean idle = before.isReadable() && isTyped(before);
    newest.set(next);
    if (idle || isTyped(next)) {
      onStartAgain();
    } else {
      meanwhile.set(next);
    }
    reckon();
  }

  private boolean isTyped(PriceVersion version) {
    return form.reading().get() instanceof Reading.Good(PriceList list)
        && list.equals(version.list());
  }

  private void reckon() {
    if (!(form.reading().get() instanceof Reading.Good(PriceList list))) {
      changes.set(List.of());
      examples.set(Example.USUAL.stream().map(_ -> Optional.<Paise>empty()).toList());
      return;
    }
    PriceList before = newest.get().list();
    changes.set(before == null ? List.of() : PriceChange.between(before, list));
    if (!changes.get().isEmpty() && asked.get() instanceof Asked.Published) {
      asked.set(new Asked.Nothing());
    }
    examples.set(
        Example.USUAL.stream()
            .map(example -> example.total(list, form.paper().get()))
            .toList());
  }

  private Instant midnight() {
    return LocalDate.ofInstant(now(), place.zone())
        .plusDays(1)
        .atStartOfDay(place.zone())
        .toInstant();
  }
}
