// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

import io.secureprint.agent.observe.HistoryExport.Titles;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Said;
import io.secureprint.app.fx.SaveDialog;
import io.secureprint.app.fx.Shapes;

import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.stream.Stream;

/// What to look for: words, a state, days; and at the right what is found as a file.
final class HistoryFilterBar extends HBox {
  private final HistoryViewModel model;
  private final Messages messages;
  private final SaveDialog save;
  private final TextField search;
  private final ComboBox<String> status = new ComboBox<>();
  private final ComboBox<Period> period = new ComboBox<>();
  private final DatePicker day = new DatePicker();
  private final Subscription following;

  HistoryFilterBar(
      HistoryViewModel model, Messages messages, SaveDialog save, TextField search) {
    this.model = model;
    this.messages = messages;
    this.save = save;
    this.search = search;
    getStyleClass().add("search-bar");
    setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(search, Priority.ALWAYS);
    search.setMinWidth(160);
    status.setId("history-status");
    status.getItems().setAll(Stream.concat(Stream.of(""), StatusWords.ALL.stream()).toList());
    status.setConverter(new Said<>(this::statusWord));
    period.setId("history-period");
    period.getItems().setAll(Period.values());
    period.setConverter(new Said<>(each -> messages.text(each.phrase())));
    day.setId("history-day");
    day.setEditable(false);
    day.setPrefWidth(140);
    getChildren()
        .addAll(Shapes.icon(Feather.SEARCH), search, status, period, day, exporting());
    search.textProperty().bindBidirectional(model.text());
    status.valueProperty().bindBidirectional(model.status());
    period.valueProperty().bindBidirectional(model.period());
    day.valueProperty().bindBidirectional(model.day());
    following =
        model.period().subscribe(chosen -> Shapes.show(day, chosen == Period.DAY));
  }

  /// Lets go of the view model, which outlives this view.
  void close() {
    search.textProperty().unbindBidirectional(model.text());
    status.valueProperty().unbindBidirectional(model.status());
    period.valueProperty().unbindBidirectional(model.period());
    day.valueProperty().unbindBidirectional(model.day());
    following.unsubscribe();
  }

  private String statusWord(String each) {
    return each.isEmpty()
        ? messages.text(Phrase.STATUS_ANY)
        : StatusWords.word(each, messages);
  }

  private MenuButton exporting() {
    MenuItem csv = new MenuItem(messages.text(Phrase.EXPORT_CSV));
    MenuItem json = new MenuItem(messages.text(Phrase.EXPORT_JSON));
    csv.setOnAction(_ -> export(".csv"));
    json.setOnAction(_ -> export(".json"));
    MenuButton button =
        new MenuButton(messages.text(Phrase.EXPORT), Shapes.icon(Feather.DOWNLOAD), csv, json);
    button.setId("history-export");
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void export(String ending) {
    save.where(
            getScene().getWindow(), messages.text(Phrase.EXPORT), model.suggested(ending))
        .ifPresent(file -> model.onExport(file, titles()));
  }

  private Titles titles() {
    return new Titles(
        List.of(
            messages.text(Phrase.COLUMN_STARTED),
            messages.text(Phrase.COLUMN_ENDED),
            messages.text(Phrase.COLUMN_SECONDS),
            messages.text(Phrase.COLUMN_CUSTOMER),
            messages.text(Phrase.COLUMN_STATE),
            messages.text(Phrase.COLUMN_CODE),
            messages.text(Phrase.COLUMN_SHEETS),
            messages.text(Phrase.COLUMN_RUPEES),
            messages.text(Phrase.COLUMN_WORKFLOW),
            messages.text(Phrase.HISTORY_NUMBER)),
        each -> StatusWords.word(each, messages));
  }
}
