// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.prices;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.pricing.Figure;
import io.secureprint.agent.pricing.PriceDraft;
import io.secureprint.agent.pricing.PriceField;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All figures: a block of rows for each paper, and what counts for the whole list. Tab and Enter go
/// on, up and down stay in the column, Ctrl+B adds a bulk price.
final class PriceTable extends VBox {
  static final KeyCombination BULK =
      new KeyCodeCombination(KeyCode.B, KeyCombination.CONTROL_DOWN);

  private final PriceForm form;
  private final Messages messages;
  private final List<PaperBlock> papers = new ArrayList<>();
  private final WholeList whole;

  PriceTable(PriceForm form, Messages messages) {
    this.form = form;
    this.messages = messages;
    getStyleClass().add("price-table");
    getChildren().add(head());
    for (String paper : PriceDraft.PAPERS) {
      PaperBlock block = new PaperBlock(form, paper, messages);
      papers.add(block);
      getChildren().add(block);
    }
    whole = new WholeList(form, messages);
    getChildren().add(whole);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  void focusFirst() {
    papers.getFirst().inputs().findFirst().ifPresent(Node::requestFocus);
  }

  /// Lets go of the form, which outlives this table.
  void close() {
    papers.forEach(PaperBlock::close);
    whole.close();
  }

  private Node head() {
    HBox kinds =
        row(
            "price-row",
            cell("", "price-paper"),
            cell(messages.text(Phrase.PRICES_MONO), "price-pair"),
            cell(messages.text(Phrase.PRICES_COLOUR), "price-pair"));
    HBox sides = row("price-row", cell("", "price-paper"));
    for (Phrase side :
        List.of(
            Phrase.PRICES_ONE, Phrase.PRICES_TWO, Phrase.PRICES_ONE, Phrase.PRICES_TWO)) {
      sides.getChildren().add(cell(messages.text(side), "price-side"));
    }
    sides.getChildren().add(cell(messages.text(Phrase.PRICES_SHEET), "price-sheet"));
    return stack("price-head", kinds, sides);
  }

  private static Label cell(String text, String style) {
    return label(text, "muted", style);
  }

  private void onKey(KeyEvent event) {
    if (!(event.getTarget() instanceof PriceInput input)) {
      return;
    }
    if (BULK.match(event)) {
      block(input).ifPresent(PaperBlock::onAdd);
      event.consume();
    } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
      step(input, event.getCode() == KeyCode.DOWN);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      form.leave(input.field());
      next(input).requestFocus();
      event.consume();
    }
  }

  private Optional<PaperBlock> block(PriceInput input) {
    return papers.stream().filter(paper -> paper.paper().equals(input.field().paper())).findFirst();
  }

  /// The nearest field of the same column that way, if there is one.
  private void step(PriceInput from, boolean down) {
    Figure figure = from.field().figure();
    List<PriceInput> column = inputs().filter(input -> isIn(input.field(), figure)).toList();
    int to = column.indexOf(from) + (down ? 1 : -1);
    if (to >= 0 && to < column.size()) {
      column.get(to).requestFocus();
    }
  }

  private static boolean isIn(PriceField field, Figure figure) {
    return field.figure() == figure;
  }

  private PriceInput next(PriceInput from) {
    List<PriceInput> all = inputs().toList();
    return all.get((all.indexOf(from) + 1) % all.size());
  }

  private Stream<PriceInput> inputs() {
    return Stream.concat(papers.stream().flatMap(PaperBlock::inputs), whole.inputs());
  }
}
