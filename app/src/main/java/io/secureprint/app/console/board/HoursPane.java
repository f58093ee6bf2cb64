// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.collections.MapChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// When the shop is open: a line for each weekday, and the festivals on which it is not.
final class HoursPane extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final PromisesViewModel model;
  private final HoursForm form;
  private final BoardWords words;
  private final Map<DayOfWeek, TextField> days = new EnumMap<>(DayOfWeek.class);
  private final Map<DayOfWeek, VBox> wrongDays = new EnumMap<>(DayOfWeek.class);
  private final VBox wrong = stack("field");
  private final VBox festivals = stack("festivals");
  private final DatePicker date = new DatePicker();
  private final TextField name = new TextField();
  private final MapChangeListener<String, String> following = _ -> showFestivals();

  HoursPane(PromisesViewModel model, BoardWords words) {
    this.model = model;
    this.form = model.hours();
    this.words = words;
    getStyleClass().add("promise-column");
    Button save = new Button(words.text(Phrase.HOURS_SAVE), icon(Feather.CHECK));
    save.setId("hours-save");
    save.getStyleClass().add("accent");
    save.setOnAction(_ -> model.onSaveHours());
    getChildren()
        .setAll(
            label(words.text(Phrase.HOURS_TITLE), "detail-title"),
            paragraph(words.text(Phrase.HOURS_HINT), "muted"),
            week(),
            wrong,
            label(words.text(Phrase.FESTIVALS), "section"),
            festivals,
            adding(),
            save);
    form.festivals().addListener(following);
    showFestivals();
  }

  /// Tells what is wrong with a day under that day, and with the whole week under the week.
  void showFaults() {
    wrongDays.forEach((day, below) -> {
      boolean faulty = tell(below, "hours." + word(day));
      field(day).pseudoClassStateChanged(WRONG, faulty);
    });
    Shapes.show(wrong, tell(wrong, "hours", "festivals", "zone"));
  }

  private boolean tell(VBox below, String... fields) {
    below.getChildren().clear();
    for (String field : fields) {
      model
          .fault(field)
          .ifPresent(
              code ->
                  below
                      .getChildren()
                      .add(paragraph(words.messages().code(code).what(), "field-wrong")));
    }
    return !below.getChildren().isEmpty();
  }

  void close() {
    form.festivals().removeListener(following);
    days.forEach((day, field) -> field.textProperty().unbindBidirectional(form.day(day)));
    date.valueProperty().unbindBidirectional(form.date());
    name.textProperty().unbindBidirectional(form.name());
  }

  private Node week() {
    GridPane week = new GridPane(12, 8);
    Locale locale = words.messages().locale();
    for (DayOfWeek day : DayOfWeek.values()) {
      TextField spans = new TextField();
      spans.setId("hours-" + word(day));
      spans.setPrefWidth(260);
      spans.textProperty().bindBidirectional(form.day(day));
      spans.setOnAction(_ -> model.onSaveHours());
      Label said = label(day.getDisplayName(TextStyle.FULL, locale));
      said.setLabelFor(spans);
      days.put(day, spans);
      VBox below = stack("field");
      wrongDays.put(day, below);
      GridPane.setValignment(said, VPos.TOP);
      said.minHeightProperty().bind(spans.heightProperty());
      week.addRow(week.getRowCount(), said, new VBox(spans, below));
    }
    return week;
  }

  private TextField field(DayOfWeek day) {
    return Objects.requireNonNull(days.get(day));
  }

  private static String word(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private Node adding() {
    date.setId("festival-date");
    date.setEditable(false);
    date.setPrefWidth(140);
    date.setAccessibleText(words.text(Phrase.FESTIVALS));
    date.valueProperty().bindBidirectional(form.date());
    name.setId("festival-name");
    name.setPromptText(words.text(Phrase.FESTIVAL_NAME));
    name.setAccessibleText(words.text(Phrase.FESTIVAL_NAME));
    name.textProperty().bindBidirectional(form.name());
    name.setOnAction(_ -> form.onAdd());
    Button add = new Button(words.text(Phrase.FESTIVAL_ADD), icon(Feather.PLUS));
    add.setId("festival-add");
    add.setMinWidth(USE_PREF_SIZE);
    add.setOnAction(_ -> form.onAdd());
    return row("card-buttons", date, Shapes.growing(name), add);
  }

  private void showFestivals() {
    festivals.getChildren().clear();
    form.festivals().forEach((day, called) -> festivals.getChildren().add(festival(day, called)));
  }

  private Node festival(String day, String called) {
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(words.messages().locale());
    Button remove = new Button("", icon(Feather.X));
    remove.getStyleClass().addAll("flat", "button-icon");
    remove.setTooltip(new Tooltip(words.text(Phrase.FESTIVAL_REMOVE)));
    remove.setAccessibleText(words.text(Phrase.FESTIVAL_REMOVE));
    remove.setOnAction(_ -> form.festivals().remove(day));
    return row(
        "card-buttons",
        label(format.format(LocalDate.parse(day)), "festival-date"),
        Shapes.growing(paragraph(called)),
        remove);
  }
}
