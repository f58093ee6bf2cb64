// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.daybook;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.observe.DayBook;
import io.secureprint.app.console.daybook.DayBookViewModel.State;
import io.secureprint.app.console.export.ExportedPane;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.SaveDialog;
import io.secureprint.app.fx.ScreenView;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.time.LocalDate;
import java.util.Optional;

/// The books of a day: what it comes to, where money and paper do not meet, and what was confirmed by
/// hand. Up and down move, Space ticks, left and right turn the page, Esc closes.
public final class DayBookView implements ScreenView {
  private static final KeyCombination SAVE = KeyCombination.valueOf("Ctrl+S");

  private final DayBookViewModel model;
  private final BookWords words;
  private final SaveDialog save;
  private final Label day = label("", "screen-title");
  private final Label ticked = label("", "strong");
  private final Label full = label("", "note-attention");
  private final ConfirmedTable confirmed;
  private final DayBookTotals totals;
  private final Discrepancies discrepancies;
  private final Button file = new Button("", Shapes.icon(Feather.DOWNLOAD));
  private final Button after;
  private final BorderPane page = new BorderPane();
  private final StackPane waiting = new StackPane();
  private final VBox root;
  private final Subscription following;

  public DayBookView(
      DayBookViewModel model, SaveDialog save, Messages messages, Runnable toClaims) {
    this.model = model;
    this.save = save;
    this.words = new BookWords(new TimeWords(messages, model.zone()));
    this.confirmed = new ConfirmedTable(model, words);
    this.totals = new DayBookTotals(words);
    this.discrepancies = new Discrepancies(words, toClaims);
    this.after = turn(Feather.CHEVRON_RIGHT, Phrase.BOOK_DAY_AFTER, "→", model::onDayAfter);
    ExportedPane exported = new ExportedPane(messages);
    root = stack("book", head(), exported, page, waiting);
    root.setId("book");
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    lay();
    following =
        Subscription.combine(
            model.date().subscribe(this::show),
            model.state().subscribe(this::show),
            model.ticked().subscribe(_ -> tick()),
            model.exported().subscribe(exported::show));
  }

  @Override
  public Parent root() {
    return root;
  }

  /// Puts the keyboard where a person starts, and reads what is new.
  @Override
  public void focus() {
    model.onReload();
    takeKeyboard();
  }

  /// To the list, or where there is none to the whole, which turns pages and closes all the same.
  public void takeKeyboard() {
    (page.isVisible() ? confirmed : root).requestFocus();
  }

  /// Lets go of the view model, which outlives this view.
  @Override
  public void close() {
    following.unsubscribe();
  }

  private Node head() {
    file.setText(words.text(Phrase.BOOK_SAVE));
    file.setId("book-save");
    file.setOnAction(_ -> save());
    file.setTooltip(tip(Phrase.BOOK_SAVE, SAVE.getDisplayText()));
    Button close = new Button(words.text(Phrase.SESSION_CLOSE), Shapes.icon(Feather.X));
    close.getStyleClass().add("flat");
    close.setId("book-close");
    close.setOnAction(_ -> model.onClose());
    close.setTooltip(tip(Phrase.SESSION_CLOSE, "Esc"));
    HBox head =
        row(
            "book-head",
            turn(Feather.CHEVRON_LEFT, Phrase.BOOK_DAY_BEFORE, "←", model::onDayBefore),
            after,
            day,
            gap(),
            file,
            close);
    head.getChildren().forEach(each -> each.setFocusTraversable(false));
    return head;
  }

  private Button turn(Feather picture, Phrase what, String key, Runnable action) {
    Button button = new Button("", Shapes.icon(picture));
    button.setAccessibleText(words.text(what));
    button.setId(what.key().replace('.', '-'));
    button.setTooltip(tip(what, key));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private Tooltip tip(Phrase what, String keys) {
    return new Tooltip(words.text(Phrase.TIP, words.text(what), keys));
  }

  private void lay() {
    VBox.setVgrow(page, Priority.ALWAYS);
    VBox.setVgrow(waiting, Priority.ALWAYS);
    VBox.setVgrow(confirmed, Priority.ALWAYS);
    page.setTop(totals);
    page.setCenter(
        stack(
            "book-list",
            row("fact", label(words.text(Phrase.BOOK_CONFIRMED), "section"), gap(), ticked),
            full,
            confirmed));
    page.setRight(discrepancies);
    full.setText(words.text(Phrase.BOOK_FULL, DayBook.MOST));
  }

  private void show(LocalDate date) {
    day.setText(words.day(date));
    after.setDisable(!model.hasDayAfter());
  }

  private void show(State state) {
    boolean atKeys = confirmed.isFocused() || root.isFocused();
    file.setDisable(!(state instanceof State.Read));
    Shapes.show(page, state instanceof State.Read);
    Shapes.show(waiting, !(state instanceof State.Read));
    switch (state) {
      case State.Reading() ->
          waiting.getChildren().setAll(label(words.text(Phrase.BOOK_READING), "muted"));
      case State.Failed() ->
          waiting
              .getChildren()
              .setAll(
                  Shapes.emptyState(
                      Feather.ALERT_TRIANGLE,
                      words.text(Phrase.BOOK_FAILED),
                      words.text(Phrase.HISTORY_FAILED_HINT)));
      case State.Read(DayBook.Page read) -> {
        totals.show(read);
        discrepancies.show(read);
        confirmed.show(read);
        Shapes.show(full, read.isFull());
        tick();
      }
    }
    if (atKeys) {
      takeKeyboard();
    }
  }

  private void tick() {
    if (model.state().get() instanceof State.Read(DayBook.Page read)) {
      ticked.setText(
          words.text(
              Phrase.BOOK_TICKED,
              model.ticked(read),
              read.confirmed().size(),
              model.unticked(read).inRupees()));
      Shapes.show(ticked, !read.confirmed().isEmpty());
      confirmed.refresh();
    }
  }

  private void save() {
    save.where(
            root.getScene().getWindow(),
            words.text(Phrase.BOOK_SAVE),
            "books-" + model.date().get() + ".csv")
        .ifPresent(file -> model.onExport(file, read -> new DayBookCsv(words, read)));
  }

  private void onKey(KeyEvent event) {
    if (SAVE.match(event)) {
      file.fire();
      event.consume();
    } else if (!event.isShortcutDown() && !event.isAltDown()) {
      action(event)
          .ifPresent(
              action -> {
                action.run();
                event.consume();
              });
    }
  }

  /// What a key does here by itself.
  private Optional<Runnable> action(KeyEvent event) {
    return switch (event.getCode()) {
      case ESCAPE -> Optional.of(model::onClose);
      case LEFT -> Optional.of(model::onDayBefore);
      case RIGHT -> Optional.of(model::onDayAfter);
      case F5 -> Optional.of(model::onReload);
      case SPACE ->
          event.getTarget().equals(confirmed)
              ? Optional.of(confirmed::tickSelected)
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
