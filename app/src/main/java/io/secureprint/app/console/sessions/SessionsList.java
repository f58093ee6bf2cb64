// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.sessions;

import static io.secureprint.app.fx.Shapes.dot;
import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.agent.journey.SessionTile;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The live sessions in a line each, for a screen that shows more than them: arrows move, Enter opens
/// where they are worked on.
public final class SessionsList extends ListView<SessionRow> {
  /// Lines that it has room for before anything else may grow, and for how many it asks at most.
  private static final int LEAST = 3;
  private static final int MOST = 8;
  private static final double FRAME = 8;

  private final SessionsViewModel model;
  private final Messages messages;
  private final Runnable toSessions;

  public SessionsList(SessionsViewModel model, Messages messages, Runnable toSessions) {
    super(model.rows());
    this.model = model;
    this.messages = messages;
    this.toSessions = toSessions;
    setId("today-sessions");
    getStyleClass().add("sessions-list");
    setCellFactory(_ -> new Line());
    prefHeightProperty()
        .bind(
            Bindings.min(MOST, Bindings.max(LEAST, Bindings.size(model.rows())))
                .multiply(fixedCellSizeProperty())
                .add(FRAME));
    setPlaceholder(
        Shapes.emptyState(
            Feather.USERS,
            messages.text(Phrase.SESSIONS_EMPTY),
            messages.text(Phrase.SESSIONS_EMPTY_HINT)));
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClick);
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      open();
      event.consume();
    }
  }

  private void onClick(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      open();
    }
  }

  private void open() {
    SessionRow selected = getSelectionModel().getSelectedItem();
    if (selected != null) {
      model.onOpen(selected);
      toSessions.run();
    }
  }

  private Node drawn(SessionTile tile) {
    Label price =
        label(tile.price().value() == 0 ? "" : tile.price().inRupees(), "session-price");
    Label stage = label(StageWords.of(tile, messages), "muted");
    stage.setMinWidth(USE_PREF_SIZE);
    return row(
        "session-line",
        dot(tile.name().colour(), 8),
        label(messages.name(tile.name()), "strong"),
        stage,
        gap(),
        tile.wanted() ? icon(Feather.BELL, "session-bell") : gap(),
        price);
  }

  /// Follows its row, which changes while it stays.
  private final class Line extends ListCell<SessionRow> {
    private Subscription following = Subscription.EMPTY;

    @Override
    protected void updateItem(@Nullable SessionRow row, boolean empty) {
      super.updateItem(row, empty);
      following.unsubscribe();
      following = Subscription.EMPTY;
      setGraphic(null);
      if (row != null && !empty) {
        following = row.tile().subscribe(tile -> setGraphic(drawn(tile)));
      }
    }
  }
}
