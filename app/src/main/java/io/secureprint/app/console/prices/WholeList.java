// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.prices;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.agent.pricing.PriceField;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What counts for every job: the least it costs, and the discount.
final class WholeList extends VBox {
  private final PriceForm form;
  private final Messages messages;
  private final PriceWords words;
  private final List<PriceInput> inputs = new ArrayList<>();
  private final FaultLine fault;

  WholeList(PriceForm form, Messages messages) {
    this.form = form;
    this.messages = messages;
    this.words = new PriceWords(messages);
    this.fault = new FaultLine(form, messages, field -> field.paper().isEmpty());
    getStyleClass().add("price-whole");
    getChildren().addAll(row("price-row", minimum(), discount()), fault);
  }

  Stream<PriceInput> inputs() {
    return inputs.stream();
  }

  void close() {
    inputs.forEach(PriceInput::close);
    fault.close();
  }

  private Node minimum() {
    return row(
        "price-pairing",
        label(messages.text(Phrase.PRICES_MINIMUM)),
        input(PriceField.MINIMUM, "price-side"));
  }

  private Node discount() {
    PriceInput name = input(PriceField.NAME, "price-name");
    name.setPromptText(messages.text(Phrase.PRICES_DISCOUNT_PROMPT));
    PriceInput percent = input(PriceField.PERCENT, "price-percent");
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox pair =
        row(
            "price-pairing",
            label(messages.text(Phrase.PRICES_DISCOUNT)),
            name,
            percent,
            label("%", "muted"));
    HBox.setHgrow(pair, Priority.ALWAYS);
    return pair;
  }

  private PriceInput input(PriceField field, String style) {
    PriceInput input = new PriceInput(form, field, words.field(field));
    input.getStyleClass().add(style);
    inputs.add(input);
    return input;
  }
}
