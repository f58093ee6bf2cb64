// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.prices;

import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.pricing.PriceChange;
import io.secureprint.app.fx.Messages;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import java.util.List;

/// What changes: where, and below it from what to what.
final class ChangeList extends VBox {
  private final PriceWords words;

  ChangeList(Messages messages) {
    this.words = new PriceWords(messages);
    getStyleClass().add("change-list");
  }

  void show(List<PriceChange> changes) {
    getChildren().setAll(changes.stream().map(this::line).toList());
  }

  /// In place of changes.
  void say(String text) {
    getChildren().setAll(paragraph(text, "muted"));
  }

  private Node line(PriceChange change) {
    return stack(
        "change",
        paragraph(words.place(change), "muted", "small"),
        label(words.difference(change), "strong"));
  }
}
