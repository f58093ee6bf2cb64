// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.printers;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.printing.PrinterChoice;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The list of printers, a field for one that is not in it, and the button that tries the chosen one.
public final class PrinterPicker extends VBox {
  private final PrinterPickerViewModel model;
  private final Messages messages;
  private final ListView<PrinterChoice> list;
  private final VBox none;
  private final TextField typed = new TextField();
  private final VBox copies = stack("note-attention");
  private final VBox outcome = new VBox();
  private final HBox looking = row("printer-looking", new ProgressIndicator());
  private final Subscription following;

  public PrinterPicker(PrinterPickerViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.list = new ListView<>(model.found());
    this.none =
        Shapes.emptyState(
            Feather.PRINTER, text(Phrase.CHOICES_NONE), text(Phrase.CHOICES_NONE_HINT));
    getStyleClass().add("form");
    list.setId("printers");
    list.getStyleClass().add("printer-list");
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(none);
    copies.getChildren().add(paragraph(text(Phrase.PRINTER_KEEPS_HINT)));
    looking.getChildren().add(label(text(Phrase.PRINTERS_LOOKING), "muted"));
    getChildren().addAll(looking, list, copies, adding(), trying(), outcome);
    following = follow();
    model.onLook();
  }

  public void focusEntry() {
    list.requestFocus();
  }

  /// Lets go of the view model, which outlives this view.
  public void close() {
    following.unsubscribe();
    typed.textProperty().unbindBidirectional(model.typed());
  }

  private Subscription follow() {
    typed.textProperty().bindBidirectional(model.typed());
    return Subscription.combine(
        model.chosen().subscribe(this::showChosen),
        list.getSelectionModel()
            .selectedItemProperty()
            .subscribe(
                selected -> {
                  if (selected != null) {
                    model.chosen().set(selected);
                  }
                }),
        model.said().subscribe(said -> say(said)),
        model.looking().subscribe(this::showLooking));
  }

  /// Nobody can say yet that there is none.
  private void showLooking(boolean now) {
    Shapes.show(looking, now);
    none.setVisible(!now);
  }

  private HBox adding() {
    typed.setId("printer-typed");
    typed.setPromptText(text(Phrase.PRINTER_TYPED));
    typed.getStyleClass().add("field-words");
    typed.setOnAction(_ -> model.onAdd());
    Button add = new Button(text(Phrase.PRINTER_ADD), icon(Feather.PLUS));
    add.setId("printer-add");
    add.setMinWidth(USE_PREF_SIZE);
    add.disableProperty().bind(model.typed().isEmpty());
    add.setOnAction(_ -> model.onAdd());
    HBox.setHgrow(typed, Priority.ALWAYS);
    return row("field-entry", typed, add);
  }

  private Button trying() {
    Button button = new Button(text(Phrase.PRINTER_TEST), icon(Feather.PRINTER));
    button.setId("printer-try");
    button.disableProperty().bind(model.chosen().isNull());
    button.setOnAction(_ -> model.onTry());
    return button;
  }

  private void showChosen(@Nullable PrinterChoice chosen) {
    list.getSelectionModel().select(chosen);
    Shapes.show(copies, chosen != null && chosen.keepsCopies());
  }

  private void say(Said said) {
    outcome.getChildren().clear();
    switch (said) {
      case Said.Nothing() -> {}
      case Said.Working() -> say("note", text(Phrase.ASK_WORKING));
      case Said.SheetSent() -> say("note-success", text(Phrase.PRINTER_SHEET_SENT));
      case Said.Refused(String code) ->
          outcome.getChildren().setAll(Notice.of("note-danger", messages, code));
    }
  }

  private void say(String style, String words) {
    outcome.getChildren().setAll(stack(style, paragraph(words)));
  }

  private String text(Phrase phrase) {
    return messages.text(phrase);
  }

  private final class Cell extends ListCell<PrinterChoice> {
    @Override
    protected void updateItem(@Nullable PrinterChoice choice, boolean empty) {
      super.updateItem(choice, empty);
      setText(null);
      setGraphic(choice == null ? null : drawn(choice));
    }

    private HBox drawn(PrinterChoice choice) {
      Feather picture = choice.keepsCopies() ? Feather.FOLDER : Feather.PRINTER;
      String name = choice.keepsCopies() ? text(Phrase.PRINTER_FOLDER_NAME) : choice.name();
      return row(
          "printer-choice",
          icon(picture, "printer-icon"),
          stack("printer-words", label(name, "strong"), label(choice.where(), "muted", "small")));
    }
  }
}
