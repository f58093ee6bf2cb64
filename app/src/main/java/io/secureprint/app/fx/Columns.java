// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import java.util.function.BiConsumer;
import java.util.function.Function;

/// The columns of the console's tables. Nobody sorts or moves them: the lists have an order that
/// means something.
public final class Columns {
  private Columns() {}

  /// Words that change, at the left.
  public static <R> TableColumn<R, String> words(
      String title, double width, Function<R, ObservableValue<String>> value) {
    TableColumn<R, String> column = column(title, width);
    column.setCellValueFactory(features -> value.apply(features.getValue()));
    return column;
  }

  /// Figures, at the right, so that their places stand below each other.
  public static <R> TableColumn<R, String> figures(
      String title, double width, Function<R, ObservableValue<String>> value) {
    TableColumn<R, String> column = words(title, width, value);
    column.getStyleClass().add("figures");
    return column;
  }

  /// A column whose cells `draw` themselves from the value; empty cells stay empty.
  public static <R, V> TableColumn<R, V> drawn(
      String title,
      double width,
      Function<R, ObservableValue<V>> value,
      BiConsumer<TableCell<R, V>, V> draw) {
    TableColumn<R, V> column = column(title, width);
    column.setCellValueFactory(features -> value.apply(features.getValue()));
    column.setCellFactory(_ -> new Drawn<>(draw));
    return column;
  }

  /// A value that never changes.
  public static ObservableValue<String> fixed(String value) {
    return new ReadOnlyStringWrapper(value);
  }

  private static <R, V> TableColumn<R, V> column(String title, double width) {
    TableColumn<R, V> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private static final class Drawn<R, V> extends TableCell<R, V> {
    private final BiConsumer<TableCell<R, V>, V> draw;

    Drawn(BiConsumer<TableCell<R, V>, V> draw) {
      this.draw = draw;
    }

    @Override
    protected void updateItem(V item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      setGraphic(null);
      if (!empty && item != null) {
        draw.accept(this, item);
      }
    }
  }
}
