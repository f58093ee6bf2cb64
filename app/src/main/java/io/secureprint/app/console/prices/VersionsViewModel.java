// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.prices;

import io.secureprint.agent.pricing.PriceVersion;
import io.secureprint.agent.pricing.Prices;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// The versions there are, and what changes between the chosen one and the newest.
final class VersionsViewModel {
  private final Prices prices;
  private final Background background;
  private final ReadOnlyObjectProperty<PriceVersion> newest;
  private final ObservableList<PriceVersion> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable PriceVersion> chosen =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Boolean> failed = new ReadOnlyObjectWrapper<>(false);

  VersionsViewModel(
      Prices prices, Background background, ReadOnlyObjectProperty<PriceVersion> newest) {
    this.prices = prices;
    this.background = background;
    this.newest = newest;
    newest.subscribe((_, _) -> onReload());
  }

  ObservableList<PriceVersion> rows() {
    return rows;
  }

  ReadOnlyObjectProperty<@Nullable PriceVersion> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// Whether the versions could not be read.
  ReadOnlyObjectProperty<Boolean> failed() {
    return failed.getReadOnlyProperty();
  }

  void onReload() {
    background.run(prices::versions, this::show, () -> failed.set(true));
  }

  void onChoose(@Nullable PriceVersion version) {
    chosen.set(version);
  }

  /// What bringing back the chosen version would change; for the newest, what it has changed. Empty
  /// where there is nothing to compare with, or it cannot be read.
  Optional<Comparison> comparison() {
    PriceVersion version = chosen.get();
    if (version == null) {
      return Optional.empty();
    }
    if (version.number() != newest.get().number()) {
      return Comparison.of(newest.get(), version);
    }
    return rows.stream()
        .filter(row -> row.number() == version.number() - 1)
        .findFirst()
        .flatMap(before -> Comparison.of(before, version));
  }

  boolean mayRevert() {
    PriceVersion version = chosen.get();
    return version != null
        && version.isReadable()
        && version.number() != newest.get().number()
        && comparison().filter(difference -> difference.changes().isEmpty()).isEmpty();
  }

  private void show(List<PriceVersion> found) {
    failed.set(false);
    PriceVersion before = chosen.get();
    rows.setAll(found);
    onChoose(
        found.stream()
            .filter(row -> before != null && row.number() == before.number())
            .findFirst()
            .orElse(null));
  }
}
