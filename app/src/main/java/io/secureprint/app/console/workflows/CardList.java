// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.kernel.JsonPath;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// A list of like things to fill in, each on a card that can be moved and removed, with a button for one
/// more.
final class CardList extends VBox {
  private final Inputs inputs;
  private final JsonPath list;
  private final Say one;

  /// @param one what a card is called, with its number
  /// @param inside what is filled in on the card of a place
  CardList(Inputs inputs, JsonPath list, Say one, Function<JsonPath, Node> inside) {
    this.inputs = inputs;
    this.list = list;
    this.one = one;
    getStyleClass().add("flow-cards");
    int count = list.items(inputs.text().json()).size();
    for (int i = 0; i < count; i++) {
      getChildren()
          .add(stack("flow-card", head(i, count), inside.apply(list.at(i)), inputs.faultsOf(list.at(i))));
    }
    getChildren().add(inputs.faultsOf(list));
  }

  /// With a button that adds what `fresh` makes.
  CardList adding(Say words, Supplier<Map<String, Object>> fresh) {
    Button add = new Button(inputs.words().text(words), icon(Feather.PLUS));
    add.setId(Inputs.id(list) + "-add");
    add.setOnAction(_ ->
        inputs.editor().change(before -> before.insert(list, Integer.MAX_VALUE, fresh.get())));
    getChildren().add(add);
    return this;
  }

  private HBox head(int at, int count) {
    HBox head =
        row(
            "flow-row",
            label(inputs.words().text(one, at + 1), "strong"),
            gap());
    if (count > 1) {
      head.getChildren()
          .addAll(
              button(at, "up", Feather.ARROW_UP, Say.UP, at > 0, () -> move(at, at - 1)),
              button(at, "down", Feather.ARROW_DOWN, Say.DOWN, at < count - 1, () -> move(at, at + 1)));
    }
    head.getChildren().add(button(at, "remove", Feather.TRASH_2, Say.REMOVE, true, () -> remove(at)));
    return head;
  }

  private Button button(int at, String id, Feather picture, Say what, boolean may, Runnable action) {
    Button button = new Button("", icon(picture));
    button.setId(Inputs.id(list.at(at)) + "-" + id);
    button.getStyleClass().addAll("flat", "button-icon");
    String words = inputs.words().text(what);
    button.setAccessibleText(words + ", " + inputs.words().text(one, at + 1));
    button.setTooltip(new Tooltip(words));
    button.setDisable(!may);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void move(int from, int to) {
    inputs.editor().change(before -> before.move(list, from, to));
  }

  private void remove(int at) {
    inputs.editor().change(before -> before.remove(list.at(at)));
  }
}
