// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.daybook;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.observe.DayBook;
import io.secureprint.agent.observe.DayBook.GivenBack;
import io.secureprint.agent.observe.DayBook.Taken;
import io.secureprint.app.fx.Phrase;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/// What the day comes to: all that was paid for prints, by which way it came, and what was given back.
final class DayBookTotals extends HBox {
  private final BookWords words;
  private final Label paid = label("", "day-taken");
  private final Label payments = label("", "muted");
  private final GridPane figures = new GridPane();

  DayBookTotals(BookWords words) {
    this.words = words;
    getStyleClass().add("book-totals");
    setAlignment(Pos.CENTER_LEFT);
    paid.setId("book-paid");
    paid.setMinWidth(USE_PREF_SIZE);
    figures.getStyleClass().add("book-figures");
    getChildren()
        .addAll(
            stack("day-money", label(words.text(Phrase.BOOK_PAID), "muted"), paid, payments),
            figures);
  }

  void show(DayBook.Page page) {
    paid.setText(page.paid().inRupees());
    payments.setText(words.text(Phrase.BOOK_PAYMENTS, page.payments()));
    figures.getChildren().clear();
    figures.addRow(0, page.taken().stream().map(this::taken).toArray(Node[]::new));
    GivenBack back = page.givenBack();
    figures.addRow(
        1,
        figure(back.byHand().inRupees(), words.text(Phrase.BOOK_BY_HAND)),
        figure(back.byGateway().inRupees(), words.text(Phrase.BOOK_BY_GATEWAY)),
        figure(back.asCredit().inRupees(), words.text(Phrase.BOOK_AS_CREDIT)));
  }

  private Node taken(Taken taken) {
    String way =
        switch (taken.way()) {
          case UPI -> words.text(Phrase.BOOK_UPI_BY_HAND);
          case CREDIT -> words.text(Phrase.BOOK_USED_CREDIT);
          case CASH, GATEWAY -> words.way(taken.way());
        };
    return figure(
        taken.paid().inRupees(), words.text(Phrase.BOOK_OF, way, taken.payments()));
  }

  private static Node figure(String value, String name) {
    return stack("figure", label(value, "figure-value"), label(name, "muted"));
  }
}
