// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

import static io.secureprint.app.fx.Columns.fixed;

import io.secureprint.agent.observe.History;
import io.secureprint.app.fx.Columns;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The list of everything that ran, newest first.
final class HistoryTable {
  private final HistoryViewModel model;
  private final TimeWords words;

  HistoryTable(HistoryViewModel model, TimeWords words) {
    this.model = model;
    this.words = words;
  }

  TableView<History.Row> build() {
    TableView<History.Row> table = new TableView<>(model.rows());
    table.setId("history");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().setAll(columns());
    table.setRowFactory(_ -> new SeenRow());
    return table;
  }

  /// What stands where there are no rows.
  Node placeholder(HistoryViewModel.State state) {
    return switch (state) {
      case LOADING, ROWS -> Shapes.label(text(Phrase.HISTORY_LOADING), "muted");
      case EMPTY ->
          Shapes.emptyState(
              Feather.INBOX, text(Phrase.HISTORY_EMPTY), text(Phrase.HISTORY_EMPTY_HINT));
      case NO_MATCH ->
          Shapes.emptyState(
              Feather.SEARCH,
              messages().text(Phrase.HISTORY_NO_MATCH, model.text().get().strip()),
              text(Phrase.HISTORY_NO_MATCH_HINT));
      case FAILED ->
          Shapes.emptyState(
              Feather.ALERT_TRIANGLE,
              text(Phrase.HISTORY_FAILED),
              text(Phrase.HISTORY_FAILED_HINT));
    };
  }

  private List<TableColumn<History.Row, ?>> columns() {
    TableColumn<History.Row, String> why =
        Columns.words(text(Phrase.COLUMN_WHY), 340, row -> fixed(why(row)));
    why.getStyleClass().add("told-in-full-beside");
    why.visibleProperty().bind(model.opened().isNull());
    return List.of(
        Columns.words(
            text(Phrase.COLUMN_STARTED),
            100,
            row -> fixed(words.clock(row.startedAt(), model.now()))),
        Columns.words(text(Phrase.COLUMN_CUSTOMER), 160, row -> fixed(messages().name(row.name()))),
        Columns.drawn(
            text(Phrase.COLUMN_STATE),
            130,
            ReadOnlyObjectWrapper::new,
            (cell, row) -> cell.setGraphic(StatusMark.of(row.status(), messages()).drawn())),
        why,
        Columns.figures(text(Phrase.COLUMN_SHEETS), 70, row -> fixed(count(row.sheets()))),
        Columns.figures(text(Phrase.COLUMN_PAID), 100, row -> fixed(paid(row))),
        Columns.figures(text(Phrase.COLUMN_TOOK), 110, row -> fixed(took(row))));
  }

  private String why(History.Row row) {
    return row.code() == null ? "" : messages().code(row.code()).what();
  }

  private static String count(int number) {
    return number == 0 ? "–" : Integer.toString(number);
  }

  private static String paid(History.Row row) {
    return row.paid().value() == 0 ? "–" : row.paid().inRupees();
  }

  private String took(History.Row row) {
    return row.endedAt() == null ? "–" : words.took(row.startedAt(), row.endedAt());
  }

  private Messages messages() {
    return words.messages();
  }

  private String text(Phrase phrase) {
    return messages().text(phrase);
  }

  /// Tells the view model how far the reader has come.
  private final class SeenRow extends TableRow<History.Row> {
    @Override
    protected void updateItem(History.Row item, boolean empty) {
      super.updateItem(item, empty);
      if (!empty) {
        model.onSeen(getIndex());
      }
    }
  }
}
