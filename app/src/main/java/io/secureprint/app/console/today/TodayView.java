// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.today;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.console.Ways;
import io.secureprint.app.console.daybook.DayBookView;
import io.secureprint.app.console.daybook.DayBookViewModel;
import io.secureprint.app.console.printers.PrinterLines;
import io.secureprint.app.console.sessions.SessionsList;
import io.secureprint.app.console.sessions.SessionsViewModel;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.ScreenView;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

/// The screen that stays open: at the left people, at the right money and machines.
public final class TodayView implements ScreenView {
  private static final KeyCombination BOOKS = KeyCombination.valueOf("Ctrl+B");

  private final TodayViewModel model;
  private final HandCards hands;
  private final SessionsList sessions;
  private final DayBookViewModel booksModel;
  private final DayBookView books;
  private final GridPane day = new GridPane();
  private final StackPane root;
  private final Subscription following;

  /// `books` are what the day comes to, and lie over everything else while they are open.
  public TodayView(
      TodayViewModel model,
      SessionsViewModel sessionsModel,
      DayBookViewModel booksModel,
      DayBookView books,
      TimeWords words,
      Ways ways) {
    this.model = model;
    this.booksModel = booksModel;
    this.books = books;
    root = new StackPane(day, books.root());
    Messages messages = words.messages();
    hands = new HandCards(words, actions(sessionsModel, ways));
    sessions = new SessionsList(sessionsModel, messages, ways.toSessions());
    DayPane money = new DayPane(messages, toBooks(messages));
    PrinterLines printers = new PrinterLines(messages);
    lay(messages, money, printers);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    following =
        Subscription.combine(
            model.figures().subscribe(money::show),
            model.printers().subscribe(printers::show),
            booksModel.open().subscribe(this::show),
            booksModel.open().subscribe((_, opened) -> follow(opened)));
  }

  private HandCard.Actions actions(SessionsViewModel sessionsModel, Ways ways) {
    return new HandCard.Actions(
        model,
        ways,
        tile -> {
          sessionsModel.onOpen(tile.sessionId());
          ways.toSessions().run();
        });
  }

  private Button toBooks(Messages messages) {
    Button button = new Button(messages.text(Phrase.BOOK_OPEN), Shapes.icon(Feather.BOOK_OPEN));
    button.setId("to-books");
    button.setOnAction(_ -> booksModel.onOpen());
    button.setTooltip(
        new Tooltip(
            messages.text(
                Phrase.TIP, messages.text(Phrase.BOOK_OPEN), BOOKS.getDisplayText())));
    return button;
  }

  private void show(boolean booksOpen) {
    Shapes.show(day, !booksOpen);
    Shapes.show(books.root(), booksOpen);
  }

  private void follow(boolean opened) {
    if (opened) {
      books.takeKeyboard();
    } else {
      focus();
    }
  }

  private void onKey(KeyEvent event) {
    if (BOOKS.match(event) && !booksModel.open().get()) {
      booksModel.onOpen();
      event.consume();
    }
  }

  private void lay(Messages messages, DayPane money, PrinterLines printers) {
    VBox.setVgrow(sessions, Priority.ALWAYS);
    VBox.setVgrow(money, Priority.ALWAYS);
    root.getStyleClass().add("screen");
    day.getStyleClass().add("today");
    day.getColumnConstraints().addAll(column(60), column(40));
    RowConstraints whole = new RowConstraints();
    whole.setVgrow(Priority.ALWAYS);
    whole.setPercentHeight(100);
    day.getRowConstraints().add(whole);
    day.addRow(
        0,
        stack(
            "today-people",
            hands,
            label(messages.text(Phrase.KIOSK_SERVING), "section"),
            sessions),
        stack(
            "today-shop", money, label(messages.text(Phrase.NAV_PRINTERS), "section"), printers));
  }

  @Override
  public Parent root() {
    return root;
  }

  /// Puts the keyboard where a person starts, and reads what is new.
  @Override
  public void focus() {
    if (booksModel.open().get()) {
      books.focus();
    } else {
      model.onReload();
      sessions.requestFocus();
    }
  }

  /// Lets go of the view models, which outlive this view.
  @Override
  public void close() {
    following.unsubscribe();
    hands.close();
    books.close();
  }

  private static ColumnConstraints column(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    return column;
  }
}
