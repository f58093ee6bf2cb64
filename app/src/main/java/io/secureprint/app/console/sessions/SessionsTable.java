// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.sessions;

import static io.secureprint.app.fx.Shapes.dot;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.agent.journey.SessionTile;
import io.secureprint.app.fx.Columns;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.function.Function;

/// The list of live sessions, in the order they came.
final class SessionsTable {
  private final SessionsViewModel model;
  private final TimeWords words;

  SessionsTable(SessionsViewModel model, TimeWords words) {
    this.model = model;
    this.words = words;
  }

  TableView<SessionRow> build() {
    TableView<SessionRow> table = new TableView<>(model.rows());
    table.setId("sessions");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().setAll(columns());
    table.setPlaceholder(
        Shapes.emptyState(
            Feather.USERS, text(Phrase.SESSIONS_EMPTY), text(Phrase.SESSIONS_EMPTY_HINT)));
    return table;
  }

  private List<TableColumn<SessionRow, ?>> columns() {
    TableColumn<SessionRow, String> files =
        Columns.figures(text(Phrase.COLUMN_FILES), 70, said(tile -> count(tile.files())));
    TableColumn<SessionRow, String> sheets =
        Columns.figures(text(Phrase.COLUMN_SHEETS), 70, said(tile -> count(tile.sheets())));
    files.visibleProperty().bind(model.opened().isNull());
    sheets.visibleProperty().bind(model.opened().isNull());
    return List.of(
        Columns.drawn(text(Phrase.COLUMN_CUSTOMER), 180, SessionRow::tile, this::drawName),
        Columns.words(text(Phrase.COLUMN_STAGE), 160, said(tile -> StageWords.of(tile, messages()))),
        files,
        sheets,
        Columns.figures(text(Phrase.COLUMN_PRICE), 110, said(SessionsTable::price)),
        Columns.figures(text(Phrase.COLUMN_SINCE), 110, this::age),
        Columns.drawn(text(Phrase.COLUMN_WANTS), 150, SessionRow::tile, this::drawWanted));
  }

  private void drawName(TableCell<SessionRow, SessionTile> cell, SessionTile tile) {
    cell.setGraphic(
        row("cell", dot(tile.name().colour(), 8), label(messages().name(tile.name()), "strong")));
  }

  private void drawWanted(TableCell<SessionRow, SessionTile> cell, SessionTile tile) {
    if (tile.wanted()) {
      HBox pill = row("pill-attention", icon(Feather.BELL), label(text(Phrase.WANTS_YOU)));
      pill.setMaxWidth(Region.USE_PREF_SIZE);
      cell.setGraphic(pill);
    }
  }

  private ObservableValue<String> age(SessionRow row) {
    return Bindings.createStringBinding(
        () -> words.age(row.tile().get().since(), model.now().get()), row.tile(), model.now());
  }

  private static Function<SessionRow, ObservableValue<String>> said(
      Function<SessionTile, String> value) {
    return row -> row.tile().map(value);
  }

  private static String price(SessionTile tile) {
    return tile.price().value() == 0 ? "–" : tile.price().inRupees();
  }

  private static String count(int number) {
    return number == 0 ? "–" : Integer.toString(number);
  }

  private Messages messages() {
    return words.messages();
  }

  private String text(Phrase phrase) {
    return messages().text(phrase);
  }
}
