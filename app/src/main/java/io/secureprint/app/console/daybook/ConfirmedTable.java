// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.daybook;

import static io.secureprint.app.fx.Columns.fixed;

import io.secureprint.agent.observe.DayBook;
import io.secureprint.agent.observe.DayBook.Confirmed;
import io.secureprint.app.fx.Columns;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// What was confirmed by hand, a row for each to be ticked: Space, or a click on its box.
final class ConfirmedTable extends TableView<Confirmed> {
  private final DayBookViewModel model;
  private final BookWords words;

  ConfirmedTable(DayBookViewModel model, BookWords words) {
    this.model = model;
    this.words = words;
    setId("book-confirmed");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getColumns().setAll(columns());
    setPlaceholder(
        Shapes.emptyState(
            Feather.CHECK_SQUARE,
            words.text(Phrase.BOOK_NONE),
            words.text(Phrase.BOOK_NONE_HINT)));
  }

  /// Keeps the row that was chosen while it is there.
  void show(DayBook.Page page) {
    Confirmed chosen = getSelectionModel().getSelectedItem();
    getItems().setAll(page.confirmed());
    if (chosen != null && getItems().contains(chosen)) {
      getSelectionModel().select(chosen);
    } else {
      getSelectionModel().selectFirst();
    }
  }

  void tickSelected() {
    Confirmed chosen = getSelectionModel().getSelectedItem();
    if (chosen != null) {
      model.onTick(chosen);
    }
  }

  private List<TableColumn<Confirmed, ?>> columns() {
    return List.of(
        narrow(
            Columns.drawn(
                words.text(Phrase.BOOK_SEEN), 72, ReadOnlyObjectWrapper::new, this::box)),
        narrow(
            Columns.words(
                words.text(Phrase.COLUMN_SINCE), 72, row -> fixed(words.times().ofDay(row.at())))),
        Columns.words(
            words.text(Phrase.COLUMN_CUSTOMER),
            200,
            row -> fixed(words.messages().name(row.name()))),
        narrow(
            Columns.words(words.text(Phrase.BOOK_HOW), 80, row -> fixed(words.way(row.way())))),
        narrow(
            Columns.words(
                words.text(Phrase.BOOK_REFERENCE),
                108,
                row -> fixed(BookWords.reference(row.digits())))),
        Columns.words(words.text(Phrase.BOOK_WHO), 110, row -> fixed(row.actor())),
        Columns.figures(
            words.text(Phrase.BOOK_AMOUNT), 110, row -> fixed(row.amount().inRupees())));
  }

  /// Leaves the room to names and amounts.
  private static <V> TableColumn<Confirmed, V> narrow(TableColumn<Confirmed, V> column) {
    column.setMinWidth(column.getPrefWidth());
    column.setMaxWidth(column.getPrefWidth());
    return column;
  }

  private void box(TableCell<Confirmed, Confirmed> cell, Confirmed row) {
    boolean found = model.ticked().get().contains(row);
    HBox box =
        Shapes.row(
            "book-tick",
            Shapes.icon(found ? Feather.CHECK_SQUARE : Feather.SQUARE, found ? "tick-on" : "tick-off"));
    box.setOnMouseClicked(_ -> model.onTick(row));
    cell.setGraphic(box);
  }
}
