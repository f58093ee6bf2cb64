// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.sessions;

import io.secureprint.app.fx.ScreenView;
import io.secureprint.app.fx.TimeWords;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;

/// Live sessions with the open one at the right: arrows move, Enter opens, Esc closes.
public final class SessionsView implements ScreenView {
  private final SessionsViewModel model;
  private final TableView<SessionRow> table;
  private final SessionDetail detail;
  private final BorderPane root;
  private final Subscription following;

  /// `above` is what goes before the list.
  public SessionsView(SessionsViewModel model, Node above, TimeWords words) {
    this.model = model;
    this.table = new SessionsTable(model, words).build();
    this.detail = new SessionDetail(model, words.messages());
    this.root = new BorderPane(table);
    root.setTop(above);
    root.setRight(detail);
    BorderPane.setMargin(detail, new Insets(0, 0, 0, 16));
    root.getStyleClass().add("screen");
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    table.addEventFilter(KeyEvent.KEY_RELEASED, this::onRelease);
    table.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClick);
    following =
        Subscription.combine(
            model.opened().subscribe(detail::show),
            model.opened().subscribe(this::keepSelected),
            model.asked().subscribe(detail::answer),
            table.getSelectionModel().selectedItemProperty().subscribe(this::follow));
  }

  @Override
  public Parent root() {
    return root;
  }

  /// Puts the keyboard where a person starts.
  @Override
  public void focus() {
    if (table.getSelectionModel().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
    table.requestFocus();
  }

  /// Lets go of the view model, which outlives this view.
  @Override
  public void close() {
    following.unsubscribe();
    detail.show(null);
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.getTarget().equals(table)) {
      openSelected();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && model.opened().get() != null) {
      model.onClose();
      table.requestFocus();
      event.consume();
    }
  }

  /// Only when Enter is let go: else the same press would begin to hold the button it lands on.
  private void onRelease(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && model.opened().get() != null) {
      detail.focusAction();
    }
  }

  private void onClick(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      openSelected();
    }
  }

  private void openSelected() {
    SessionRow selected = table.getSelectionModel().getSelectedItem();
    if (selected != null) {
      model.onOpen(selected);
    }
  }

  private void follow(SessionRow selected) {
    if (selected != null && model.opened().get() != null) {
      model.onOpen(selected);
    }
  }

  private void keepSelected(SessionRow opened) {
    if (opened != null) {
      table.getSelectionModel().select(opened);
    }
  }
}
