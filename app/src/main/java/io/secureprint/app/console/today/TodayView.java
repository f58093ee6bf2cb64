// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.today;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.console.Ways;
import io.secureprint.app.console.printers.PrinterLines;
import io.secureprint.app.console.sessions.SessionsList;
import io.secureprint.app.console.sessions.SessionsViewModel;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.ScreenView;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.Parent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The screen that stays open: at the left people, at the right money and machines.
public final class TodayView implements ScreenView {
  private final TodayViewModel model;
  private final HandCards hands;
  private final SessionsList sessions;
  private final GridPane root = new GridPane();
  private final Subscription following;

  public TodayView(
      TodayViewModel model, SessionsViewModel sessionsModel, TimeWords words, Ways ways) {
    this.model = model;
    Messages messages = words.messages();
    hands =
        new HandCards(
            words,
            new HandCard.Actions(
                model,
                ways,
                tile -> {
                  sessionsModel.onOpen(tile.sessionId());
                  ways.toSessions().run();
                }));
    sessions = new SessionsList(sessionsModel, messages, ways.toSessions());
    DayPane day = new DayPane(messages);
    PrinterLines printers = new PrinterLines(messages);
    lay(messages, day, printers);
    following =
        Subscription.combine(
            model.figures().subscribe(day::show), model.printers().subscribe(printers::show));
  }

  private void lay(Messages messages, DayPane day, PrinterLines printers) {
    VBox.setVgrow(sessions, Priority.ALWAYS);
    VBox.setVgrow(day, Priority.ALWAYS);
    root.getStyleClass().addAll("screen", "today");
    root.getColumnConstraints().addAll(column(60), column(40));
    RowConstraints whole = new RowConstraints();
    whole.setVgrow(Priority.ALWAYS);
    whole.setPercentHeight(100);
    root.getRowConstraints().add(whole);
    root.addRow(
        0,
        stack(
            "today-people",
            hands,
            label(messages.text(Phrase.KIOSK_SERVING), "section"),
            sessions),
        stack(
            "today-shop", day, label(messages.text(Phrase.NAV_PRINTERS), "section"), printers));
  }

  @Override
  public Parent root() {
    return root;
  }

  /// Puts the keyboard where a person starts, and reads what is new.
  @Override
  public void focus() {
    model.onReload();
    sessions.requestFocus();
  }

  /// Lets go of the view models, which outlive this view.
  @Override
  public void close() {
    following.unsubscribe();
    hands.close();
  }

  private static ColumnConstraints column(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    return column;
  }
}
