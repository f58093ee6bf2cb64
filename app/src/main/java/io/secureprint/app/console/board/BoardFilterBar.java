// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.TaskType;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Said;
import io.secureprint.app.fx.Shapes;

import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which tasks are wanted: words, mine, late ones, a priority, a type.
final class BoardFilterBar extends HBox {
  private final TaskFilters filters;
  private final TextField search;
  private final ToggleButton mine;
  private final ToggleButton late;
  private final ComboBox<Optional<Priority>> priority = new ComboBox<>();
  private final ComboBox<String> type = new ComboBox<>();
  private final Subscription following;

  BoardFilterBar(TaskFilters filters, BoardWords words, TextField search) {
    this.filters = filters;
    this.search = search;
    getStyleClass().add("search-bar");
    setAlignment(Pos.CENTER_LEFT);
    Shapes.growing(search);
    search.setMinWidth(120);
    mine = toggle("board-mine", words.text(Phrase.BOARD_MINE), Feather.USER);
    late = toggle("board-late", words.text(Phrase.BOARD_LATE), Feather.ALERT_OCTAGON);
    priority.setId("board-priority");
    priority
        .getItems()
        .setAll(
            Stream.concat(
                    Stream.of(Optional.<Priority>empty()),
                    List.of(Priority.values()).reversed().stream().map(Optional::of))
                .toList());
    priority.setConverter(
        new Said<>(
            each -> each.map(words::of).orElse(words.text(Phrase.BOARD_ANY_PRIORITY))));
    type.setId("board-type");
    type.getItems().setAll(Stream.concat(Stream.of(""), TaskType.KNOWN.stream()).toList());
    type.setConverter(
        new Said<>(
            each -> each.isEmpty() ? words.text(Phrase.BOARD_ANY_TYPE) : words.type(each)));
    getChildren().addAll(Shapes.icon(Feather.SEARCH), search, mine, late, priority, type);
    following = bind();
  }

  /// Where nobody is known to be at the console nothing is "mine".
  void showMine(boolean known) {
    Shapes.show(mine, known);
  }

  /// Types that the owner invented can be looked for once a task of them is in sight.
  void showTypes(List<String> types) {
    types.stream()
        .filter(each -> !type.getItems().contains(each))
        .forEach(type.getItems()::add);
  }

  /// Lets go of the view model, which outlives this view.
  void close() {
    following.unsubscribe();
    search.textProperty().unbindBidirectional(filters.text());
    mine.selectedProperty().unbindBidirectional(filters.mine());
    late.selectedProperty().unbindBidirectional(filters.late());
    type.valueProperty().unbindBidirectional(filters.type());
  }

  private Subscription bind() {
    search.textProperty().bindBidirectional(filters.text());
    mine.selectedProperty().bindBidirectional(filters.mine());
    late.selectedProperty().bindBidirectional(filters.late());
    type.valueProperty().bindBidirectional(filters.type());
    priority.setValue(Optional.ofNullable(filters.priority().get()));
    return priority
        .valueProperty()
        .subscribe(chosen -> filters.priority().set(chosen.orElse(null)));
  }

  private static ToggleButton toggle(String id, String name, Feather picture) {
    ToggleButton toggle = new ToggleButton(name, Shapes.icon(picture));
    toggle.setId(id);
    toggle.getStyleClass().addAll("flat", "tab-button", "filter-button");
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle.setTooltip(new Tooltip(name));
    return toggle;
  }
}
