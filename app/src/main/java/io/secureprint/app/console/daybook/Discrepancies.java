// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.daybook;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.observe.DayBook;
import io.secureprint.agent.observe.DayBook.End;
import io.secureprint.agent.observe.DayBook.Unpaid;
import io.secureprint.agent.observe.DayBook.Unprinted;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;

/// Where money and paper do not meet: money without a print, and, which must never be, prints without
/// money.
final class Discrepancies extends ScrollPane {
  /// More rows than this are in the file.
  private static final int IN_SIGHT = 40;
  private static final String WITHOUT_MONEY = "PRINT_WITHOUT_MONEY";

  private final BookWords words;
  private final Runnable toClaims;
  private final VBox body = stack("book-discrepancies");

  Discrepancies(BookWords words, Runnable toClaims) {
    this.words = words;
    this.toClaims = toClaims;
    setId("book-discrepancies");
    getStyleClass().add("plain-scroll");
    setContent(body);
    setFitToWidth(true);
    setFocusTraversable(false);
  }

  void show(DayBook.Page page) {
    body.getChildren().setAll(unpaid(page.unpaid()), unprinted(page.unprinted()));
  }

  private Node unpaid(List<Unpaid> rows) {
    List<Node> told = new ArrayList<>(List.of(title(Phrase.BOOK_UNPAID)));
    if (rows.isEmpty()) {
      told.add(none());
    } else {
      VBox alarm = Notice.of("note-danger", words.messages(), WITHOUT_MONEY);
      rows.stream().limit(IN_SIGHT).map(this::drawn).forEach(alarm.getChildren()::add);
      told.add(alarm);
      more(rows.size(), told);
    }
    return stack("book-block", told.toArray(Node[]::new));
  }

  private Node unprinted(List<Unprinted> rows) {
    HBox head = row("fact", title(Phrase.BOOK_UNPRINTED), gap());
    if (rows.stream().anyMatch(each -> each.end() == End.OPEN)) {
      head.getChildren().add(settle());
    }
    List<Node> told = new ArrayList<>(List.of(head));
    if (rows.isEmpty()) {
      told.add(none());
    }
    rows.stream().limit(IN_SIGHT).map(this::drawn).forEach(told::add);
    more(rows.size(), told);
    return stack("book-block", told.toArray(Node[]::new));
  }

  private Button settle() {
    Button settle = new Button(words.text(Phrase.TO_CLAIMS));
    settle.setId("book-settle");
    settle.setOnAction(_ -> toClaims.run());
    return settle;
  }

  private void more(int rows, List<Node> told) {
    if (rows > IN_SIGHT) {
      told.add(label(words.text(Phrase.BOOK_MORE, rows - IN_SIGHT), "muted"));
    }
  }

  private Node drawn(Unpaid row) {
    return label(words.times().ofDay(row.at()) + " · " + words.messages().name(row.name()));
  }

  private Node drawn(Unprinted row) {
    String who = words.times().ofDay(row.at()) + " · " + words.messages().name(row.name());
    VBox drawn =
        stack(
            "book-row",
            row("fact", label(who), gap(), label(row.amount().inRupees(), "strong")),
            paragraph(words.end(row), row.end() == End.OPEN ? "strong" : "muted", "small"));
    drawn.getStyleClass().add(row.end() == End.OPEN ? "note-attention" : "note");
    return drawn;
  }

  private Node title(Phrase phrase) {
    return label(words.text(phrase), "section");
  }

  private Node none() {
    HBox none = row("status", icon(Feather.CHECK_CIRCLE), label(words.text(Phrase.BOOK_CLEAN)));
    none.getStyleClass().add("status-good");
    return none;
  }
}
