// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import io.secureprint.agent.authoring.Change;
import io.secureprint.agent.authoring.Workshop;
import io.secureprint.agent.authoring.Workshop.Piece;
import io.secureprint.agent.authoring.Workshop.Version;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// The versions of the open workflow, and what the chosen one would change of the one that runs; for the
/// one that runs, what it has changed.
final class VersionsViewModel {
  private final Workshop workshop;
  private final Background background;
  private final ReadOnlyObjectProperty<Piece> piece;
  private final ObservableList<Version> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Version> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Optional<Compared>> compared =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  VersionsViewModel(
      Workshop workshop, Background background, ReadOnlyObjectProperty<Piece> piece) {
    this.workshop = workshop;
    this.background = background;
    this.piece = piece;
    piece.subscribe((before, now) -> {
      if (before.published() != now.published() || !before.slug().equals(now.slug())) {
        onReload();
      }
    });
  }

  /// What changes from one version to another; 0 is none.
  record Compared(int from, int to, List<Change> changes) {}

  ObservableList<Version> rows() {
    return rows;
  }

  ReadOnlyObjectProperty<@Nullable Version> chosen() {
    return chosen.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Compared>> compared() {
    return compared.getReadOnlyProperty();
  }

  void onReload() {
    String slug = piece.get().slug();
    background.run(
        () -> workshop.versions(slug),
        found -> {
          rows.setAll(found);
          onChoose(null);
        },
        rows::clear);
  }

  void onChoose(@Nullable Version version) {
    chosen.set(version);
    compared.set(Optional.empty());
    if (version == null) {
      return;
    }
    Piece of = piece.get();
    boolean runs = version.number() == of.published();
    int from = runs ? version.number() - 1 : of.published();
    background.run(
        () -> new Compared(from, version.number(), workshop.changes(of.slug(), from, version.number())),
        found -> {
          if (version.equals(chosen.get())) {
            compared.set(Optional.of(found));
          }
        },
        () -> compared.set(Optional.empty()));
  }

  boolean mayRevert() {
    Version version = chosen.get();
    return version != null
        && version.number() != piece.get().published()
        && compared.get().filter(found -> !found.changes().isEmpty()).isPresent();
  }
}
