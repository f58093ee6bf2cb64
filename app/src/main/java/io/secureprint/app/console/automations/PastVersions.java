// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.automation.AutomationDesk.Card;
import io.secureprint.agent.automation.AutomationRows.Version;
import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The versions there were, newest first: who saved which and when. One is put back into the form, and
/// counts again once it is saved.
final class PastVersions extends VBox {
  private final AutomationsViewModel model;
  private final AutomationWords words;
  private final ListView<Version> list;
  private final Button take;
  private final HoldButton away;
  private final Bound bound = new Bound();

  /// `taken` is called once a version stands in the form.
  PastVersions(AutomationsViewModel model, AutomationWords words, Runnable taken) {
    this.model = model;
    this.words = words;
    this.list = new ListView<>(model.past().versions());
    this.take = new Button(words.text(Phrase.AUTO_TAKE), icon(Feather.ROTATE_CCW));
    getStyleClass().add("auto-trial");
    list.setId("auto-versions");
    list.getStyleClass().add("auto-list");
    list.setCellFactory(_ -> new VersionCell());
    list.setPlaceholder(label(words.text(Phrase.AUTO_VERSIONS_NONE), "muted"));
    VBox.setVgrow(list, Priority.ALWAYS);
    take.setId("auto-take");
    take.setOnAction(_ -> {
      Version version = list.getSelectionModel().getSelectedItem();
      if (version != null) {
        model.onTake(version);
        taken.run();
      }
    });
    bound.and(
        list.getSelectionModel()
            .selectedItemProperty()
            .subscribe(chosen -> take.setDisable(chosen == null)));
    away = new HoldButton(this::putAway, words.text(Phrase.HOLD_TIP));
    away.setId("auto-away");
    away.setText(words.text(Phrase.AUTO_HOLD_AWAY));
    away.getStyleClass().add("hold-quiet");
    bound.and(model.chosen().subscribe(this::show));
    getChildren().addAll(list, row("auto-line", take, gap(), away));
  }

  /// One that is switched on is not put away.
  private void show(@Nullable Card card) {
    Shapes.show(take, card == null || !card.putAway());
    Shapes.show(away, card != null && !card.enabled() && !card.putAway());
  }

  private void putAway() {
    Card card = model.chosen().get();
    if (card != null) {
      model.onPutAway(card, true);
    }
  }

  void focusList() {
    list.requestFocus();
  }

  void close() {
    bound.close();
  }

  private Node drawn(Version version) {
    return stack(
        "version",
        row(
            "fact",
            label(words.text(Phrase.AUTO_VERSION, version.number()), "strong"),
            gap(),
            label(words.times().clock(version.at(), model.place().now()), "muted")),
        label(words.author(version), "muted", "small"));
  }

  private final class VersionCell extends ListCell<Version> {
    @Override
    protected void updateItem(@Nullable Version version, boolean empty) {
      super.updateItem(version, empty);
      setText(null);
      setGraphic(empty || version == null ? null : drawn(version));
    }
  }
}
