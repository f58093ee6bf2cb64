// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.prices;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.agent.pricing.Figure;
import io.secureprint.agent.pricing.PriceField;
import io.secureprint.agent.pricing.Rate;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The rows of one paper: its plain prices, and below them its bulk prices. What is wrong with a row
/// stands under it in words.
final class PaperBlock extends VBox {
  private final PriceForm form;
  private final String paper;
  private final Messages messages;
  private final PriceWords words;
  private final List<PriceInput> inputs = new ArrayList<>();
  private final List<FaultLine> faults = new ArrayList<>();
  private final Label offered = label("", "muted", "small");
  private final ObservableList<Integer> rows;
  private final ListChangeListener<Integer> redraw = _ -> draw();
  private final Subscription following;

  PaperBlock(PriceForm form, String paper, Messages messages) {
    this.form = form;
    this.paper = paper;
    this.messages = messages;
    this.words = new PriceWords(messages);
    this.rows = form.rows(paper);
    getStyleClass().add("price-block");
    draw();
    rows.addListener(redraw);
    following = form.reading().subscribe(_ -> showOffered());
  }

  String paper() {
    return paper;
  }

  Stream<PriceInput> inputs() {
    return inputs.stream();
  }

  void close() {
    rows.removeListener(redraw);
    following.unsubscribe();
    letGo();
  }

  void onAdd() {
    form.addRow(paper)
        .flatMap(added -> inputs().filter(input -> input.field().equals(added)).findFirst())
        .ifPresent(Node::requestFocus);
  }

  private void draw() {
    letGo();
    getChildren().clear();
    addRow(0);
    rows.forEach(this::addRow);
  }

  private void letGo() {
    inputs.forEach(PriceInput::close);
    inputs.clear();
    faults.forEach(FaultLine::close);
    faults.clear();
  }

  private void addRow(int row) {
    HBox line = row("price-row", row == 0 ? plainTitle() : bulkTitle(row));
    Figure.SIDES.forEach(figure -> line.getChildren().add(input(row, figure, "price-side")));
    if (row == 0) {
      line.getChildren().addAll(input(row, Figure.SHEET, "price-sheet"), adder());
    } else {
      line.getChildren().addAll(label("", "price-sheet"), remover(row));
    }
    FaultLine fault = new FaultLine(form, messages, at -> isIn(at, row));
    faults.add(fault);
    getChildren().addAll(line, fault);
  }

  private boolean isIn(PriceField field, int row) {
    return field.paper().equals(paper) && field.row() == row;
  }

  private Node plainTitle() {
    HBox title = row("price-paper", label(messages.paper(paper), "strong"), offered);
    showOffered();
    return title;
  }

  private Node bulkTitle(int row) {
    return row(
        "price-paper",
        label(messages.text(Phrase.PRICES_FROM), "muted"),
        input(row, Figure.FROM, "price-from"));
  }

  private PriceInput input(int row, Figure figure, String style) {
    PriceField field = new PriceField(paper, row, figure);
    PriceInput input = new PriceInput(form, field, words.field(field));
    input.getStyleClass().add(style);
    inputs.add(input);
    return input;
  }

  private Node adder() {
    Button add = new Button(messages.text(Phrase.PRICES_BULK), icon(Feather.PLUS));
    add.setId("bulk-" + paper);
    add.setDisable(rows.size() >= Rate.MOST_BREAKS);
    add.setOnAction(_ -> onAdd());
    return quiet(add, Phrase.PRICES_BULK_TIP, PriceTable.BULK.getDisplayText());
  }

  private Node remover(int row) {
    Button remove = new Button(messages.text(Phrase.PRICES_BULK_REMOVE), icon(Feather.X));
    remove.setOnAction(_ -> {
      form.removeRow(paper, row);
      inputs.getFirst().requestFocus();
    });
    return quiet(remove, Phrase.PRICES_BULK_REMOVE_TIP, "");
  }

  private Button quiet(Button button, Phrase tip, String keys) {
    button.getStyleClass().addAll("flat", "small", "price-action");
    button.setFocusTraversable(false);
    String says = messages.text(tip);
    button.setTooltip(
        new Tooltip(keys.isEmpty() ? says : messages.text(Phrase.TIP, says, keys)));
    return button;
  }

  private void showOffered() {
    boolean any =
        Stream.concat(Figure.SIDES.stream(), Stream.of(Figure.SHEET))
            .anyMatch(figure -> !form.text(new PriceField(paper, 0, figure)).get().isBlank());
    offered.setText(messages.text(Phrase.PRICES_NOT_OFFERED));
    Shapes.show(offered, !any);
  }
}
