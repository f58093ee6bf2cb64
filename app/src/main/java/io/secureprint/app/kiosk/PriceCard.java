// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.Discount;
import io.secureprint.agent.pricing.Figure;
import io.secureprint.agent.pricing.PriceList;
import io.secureprint.app.fx.Phrase;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/// What a page costs on the paper that most people want, and the discount of these days.
final class PriceCard extends VBox {
  private final BothLanguages words;

  PriceCard(BothLanguages words) {
    this.words = words;
    setId("kiosk-prices");
    getStyleClass().add("price-card");
  }

  void show(PriceList list) {
    PriceList.Priced main = list.main();
    GridPane table = new GridPane();
    table.getStyleClass().add("price-card-table");
    table.getColumnConstraints().addAll(column(), amounts(), amounts());
    table.addRow(
        0,
        label(words.first().paper(main.paper()), "price-card-paper"),
        said(Phrase.PRICES_ONE),
        said(Phrase.PRICES_TWO));
    table.addRow(
        1,
        kind(Phrase.KIOSK_MONO),
        figure(main, Figure.MONO_ONE),
        figure(main, Figure.MONO_TWO));
    table.addRow(
        2,
        kind(Phrase.PRICES_COLOUR),
        figure(main, Figure.COLOUR_ONE),
        figure(main, Figure.COLOUR_TWO));
    getChildren().setAll(table);
    if (!main.prices().sheet().equals(Paise.ZERO)) {
      getChildren().add(sheet(main.prices().sheet()));
    }
    Discount discount = list.discount();
    if (discount != null) {
      getChildren().add(offer(discount));
    }
  }

  private Node sheet(Paise each) {
    HBox sheet =
        row(
            "price-card-sheet",
            label(words.first(Phrase.KIOSK_SHEET, each.inRupees())),
            label("· " + words.second(Phrase.KIOSK_SHEET, each.inRupees()), "muted"));
    sheet.setAlignment(Pos.CENTER);
    return sheet;
  }

  private Node said(Phrase phrase) {
    VBox said = kind(phrase);
    said.setAlignment(Pos.BOTTOM_RIGHT);
    return said;
  }

  private VBox kind(Phrase phrase) {
    return stack(
        "price-card-said",
        label(words.first(phrase), "price-card-first"),
        label(words.second(phrase), "price-card-second"));
  }

  private static Node figure(PriceList.Priced paper, Figure figure) {
    return amount(paper.prices().rate(figure).each());
  }

  private static Node amount(Paise paise) {
    Label amount = label(paise.inRupees(), "price-card-amount");
    amount.setMinWidth(USE_PREF_SIZE);
    return amount;
  }

  private Node offer(Discount discount) {
    HBox offer =
        row(
            "price-card-offer",
            icon(Feather.TAG, "price-card-icon"),
            paragraph(words.first(Phrase.PRICES_OFF, discount.name(), discount.percent())));
    offer.setAlignment(Pos.CENTER);
    return offer;
  }

  private static ColumnConstraints column() {
    ColumnConstraints column = new ColumnConstraints();
    column.setHgrow(Priority.ALWAYS);
    return column;
  }

  private static ColumnConstraints amounts() {
    ColumnConstraints column = new ColumnConstraints();
    column.setHalignment(HPos.RIGHT);
    return column;
  }
}
