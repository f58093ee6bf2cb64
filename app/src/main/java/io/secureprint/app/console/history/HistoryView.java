// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

import io.secureprint.agent.observe.History;
import io.secureprint.app.console.export.ExportedPane;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.SaveDialog;
import io.secureprint.app.fx.ScreenView;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;

/// Everything that ran, found by typing: Ctrl+F searches, arrows move, Enter opens, Esc goes back.
public final class HistoryView implements ScreenView {
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.CONTROL_DOWN);

  private final HistoryViewModel model;
  private final TableView<History.Row> table;
  private final HistoryDetail detail;
  private final TextField search = new TextField();
  private final HistoryFilterBar filters;
  private final BorderPane root;
  private final Subscription following;

  public HistoryView(HistoryViewModel model, SaveDialog save, TimeWords words) {
    this.model = model;
    HistoryTable list = new HistoryTable(model, words);
    this.table = list.build();
    this.detail = new HistoryDetail(model, words);
    this.root = new BorderPane(table);
    HistoryFigures figures = new HistoryFigures(words);
    ExportedPane exported = new ExportedPane(words.messages());
    prompt(words.messages());
    filters = new HistoryFilterBar(model, words.messages(), save, search);
    root.setTop(Shapes.stack("history-top", filters, exported, figures));
    root.setRight(detail);
    BorderPane.setMargin(detail, new Insets(0, 0, 0, 16));
    root.getStyleClass().add("screen");
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::onSearchKey);
    table.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClick);
    following =
        Subscription.combine(
            model.state().subscribe(state -> table.setPlaceholder(list.placeholder(state))),
            model.figures().subscribe(figures::show),
            model.exported().subscribe(exported::show),
            model.opened().subscribe(detail::showRun),
            model.opened().subscribe(_ -> showSteps()),
            model.steps().subscribe(this::showSteps),
            table.getSelectionModel().selectedItemProperty().subscribe(this::follow));
  }

  @Override
  public Parent root() {
    return root;
  }

  /// Puts the keyboard where a person starts, and reads what is new.
  @Override
  public void focus() {
    model.onReload();
    search.requestFocus();
  }

  /// Lets go of the view model, which outlives this view.
  @Override
  public void close() {
    filters.close();
    following.unsubscribe();
  }

  private void prompt(Messages messages) {
    String words = messages.text(Phrase.HISTORY_SEARCH);
    search.setId("history-search");
    search.setPromptText(words);
    search.setTooltip(new Tooltip(messages.text(Phrase.TIP, words, FIND.getDisplayText())));
  }

  private void showSteps() {
    detail.showSteps(model.opened().get(), model.steps());
  }

  private void onKey(KeyEvent event) {
    if (FIND.match(event)) {
      search.requestFocus();
      search.selectAll();
      event.consume();
    } else if (event.getCode() == KeyCode.F5) {
      model.onReload();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.getTarget().equals(table)) {
      openSelected();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && model.opened().get() != null) {
      model.onClose();
      table.requestFocus();
      event.consume();
    }
  }

  private void onSearchKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
      table.requestFocus();
      if (table.getSelectionModel().isEmpty()) {
        table.getSelectionModel().selectFirst();
      }
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
      search.clear();
      event.consume();
    }
  }

  private void onClick(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      openSelected();
    }
  }

  private void openSelected() {
    History.Row selected = table.getSelectionModel().getSelectedItem();
    if (selected != null) {
      model.onOpen(selected);
    }
  }

  private void follow(History.Row selected) {
    if (selected != null && model.opened().get() != null) {
      model.onOpen(selected);
    }
  }
}
