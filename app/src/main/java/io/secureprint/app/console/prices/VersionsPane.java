// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.prices;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.pricing.PriceVersion;
import io.secureprint.agent.pricing.Prices.PriceView;
import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The versions there are: who published which and when, what changes from one to the other, and the
/// button that brings one back.
final class VersionsPane extends VBox {
  private static final double LIST_HEIGHT = 280;

  private final PricesViewModel model;
  private final TimeWords times;
  private final Messages messages;
  private final ListView<PriceVersion> list;
  private final Label title = label("", "section");
  private final ChangeList changes;
  private final HoldButton revert;
  private final Subscription following;

  VersionsPane(PricesViewModel model, TimeWords times) {
    this.model = model;
    this.times = times;
    this.messages = times.messages();
    this.list = new ListView<>(model.versions().rows());
    this.changes = new ChangeList(messages);
    this.revert = new HoldButton(this::onRevert, messages.text(Phrase.HOLD_TIP));
    getStyleClass().add("side-pane");
    list.setId("price-versions");
    list.setCellFactory(_ -> new VersionCell());
    revert.setId("revert-prices");
    revert.getStyleClass().add("hold-money");
    revert.setMaxWidth(Double.MAX_VALUE);
    ScrollPane scroll = new ScrollPane(changes);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    list.setPrefHeight(LIST_HEIGHT);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(list, title, scroll, revert);
    following =
        Subscription.combine(
            model.versions().failed().subscribe(failed -> list.setPlaceholder(placeholder(failed))),
            model.versions().chosen().subscribe(_ -> showChosen()),
            model.asked().subscribe(_ -> showChosen()),
            model.view().subscribe(_ -> list.refresh()),
            list.getSelectionModel().selectedItemProperty().subscribe(model.versions()::onChoose));
  }

  void focusList() {
    if (list.getSelectionModel().isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
    list.requestFocus();
  }

  /// Lets go of the view model, which outlives this pane.
  void close() {
    following.unsubscribe();
  }

  private Node placeholder(boolean failed) {
    return failed
        ? Shapes.emptyState(
            Feather.ALERT_TRIANGLE,
            messages.text(Phrase.VERSIONS_FAILED),
            messages.text(Phrase.VERSIONS_FAILED_HINT))
        : label(messages.text(Phrase.ASK_WORKING), "muted");
  }

  /// A hold that was begun for another version must not bring this one back.
  private void showChosen() {
    revert.letGo();
    PriceVersion chosen = model.versions().chosen().get();
    Shapes.show(revert, model.versions().mayRevert());
    revert.setDisable(model.asked().get() instanceof Asked.Working);
    if (chosen == null) {
      title.setText("");
      changes.getChildren().clear();
      return;
    }
    revert.setText(messages.text(Phrase.HOLD_TO_REVERT, chosen.number()));
    model.versions()
        .comparison()
        .ifPresentOrElse(this::show, () -> showNothing(chosen));
  }

  private void show(Comparison comparison) {
    title.setText(
        messages.text(
            comparison.changes().isEmpty() ? Phrase.VERSIONS_SAME : Phrase.VERSIONS_COMPARED,
            comparison.from(),
            comparison.to()));
    changes.show(comparison.changes());
  }

  private void showNothing(PriceVersion chosen) {
    title.setText("");
    changes.say(
        messages.text(chosen.isReadable() ? Phrase.VERSIONS_FIRST : Phrase.VERSION_UNREADABLE));
  }

  private void onRevert() {
    PriceVersion chosen = model.versions().chosen().get();
    if (chosen != null) {
      model.onRevert(chosen);
    }
  }

  /// One version: its number and state, since when, by whom and why.
  private final class VersionCell extends ListCell<PriceVersion> {
    @Override
    protected void updateItem(@Nullable PriceVersion version, boolean empty) {
      super.updateItem(version, empty);
      setText(null);
      setGraphic(empty || version == null ? null : drawn(version));
    }

    private Node drawn(PriceVersion version) {
      HBox head =
          row(
              "fact",
              label(messages.text(Phrase.VERSION, version.number()), "strong"),
              gap(),
              state(version));
      VBox cell =
          stack(
              "version",
              head,
              label(
                  messages.text(
                      Phrase.VERSION_BY,
                      times.clock(version.createdAt(), model.now()),
                      version.author()),
                  "muted",
                  "small"));
      String why = why(version);
      if (!why.isEmpty()) {
        Label note = label(why, "small", "version-note");
        cell.getChildren().add(note);
      }
      return cell;
    }

    private String why(PriceVersion version) {
      if (!version.isReadable()) {
        return messages.text(Phrase.VERSION_UNREADABLE);
      }
      return version.reverts() == 0
          ? version.note()
          : messages.text(Phrase.VERSION_REVERTS, version.reverts());
    }

    private Node state(PriceVersion version) {
      PriceView view = model.view().get();
      if (version.number() == view.running().number()) {
        return label(messages.text(Phrase.VERSION_RUNS), "version-runs");
      }
      boolean coming =
          version.number() == view.newest().number() && version.validFrom().isAfter(model.now());
      return coming
          ? label(
              messages.text(
                  Phrase.VERSION_COMES, times.clock(version.validFrom(), model.now())),
              "version-comes")
          : label("");
    }
  }
}
