// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.automation.Past;
import io.secureprint.agent.automation.Past.Would;
import io.secureprint.agent.automation.Why;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// What the automation in the form would have done, event by event. Nothing is done.
final class TrialPane extends VBox {
  private static final List<Integer> DAYS = List.of(1, 7);

  private final AutomationsViewModel model;
  private final AutomationWords words;
  private final WhyWords why;
  private final Button begin;
  private final ListView<Would> list = new ListView<>();
  private final VBox said = stack("auto-said");
  private final Bound bound = new Bound();

  TrialPane(AutomationsViewModel model, AutomationWords words) {
    this.model = model;
    this.words = words;
    this.why = new WhyWords(words.messages());
    this.begin = new Button(words.text(Phrase.AUTO_TRY), icon(Feather.PLAY));
    getStyleClass().add("auto-trial");
    begin.setId("auto-try");
    begin.setMinWidth(Button.USE_PREF_SIZE);
    begin.setOnAction(_ -> model.onTry());
    ComboBox<Integer> days =
        Named.box(
            "auto-try-days",
            DAYS,
            each -> words.text(each == 1 ? Phrase.AUTO_TRY_YESTERDAY : Phrase.AUTO_TRY_WEEK));
    days.getStyleClass().remove("field-words");
    days.setAccessibleText(words.text(Phrase.AUTO_TRY_DAYS));
    bound.both(days.valueProperty(), model.trial().days());
    list.setId("auto-tried");
    list.getStyleClass().add("auto-list");
    list.setCellFactory(_ -> new WouldCell());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren()
        .addAll(
            paragraph(words.text(Phrase.AUTO_TRY_HINT), "field-hint"),
            row("auto-line", days, begin),
            said,
            list);
    bound.and(model.trial().tried().subscribe(this::show));
  }

  void focusEntry() {
    begin.requestFocus();
  }

  void close() {
    bound.close();
  }

  private void show(Tried tried) {
    said.getChildren().clear();
    list.getItems().clear();
    begin.setDisable(tried instanceof Tried.Working);
    switch (tried) {
      case Tried.Nothing() -> {}
      case Tried.Working() -> say("note", words.text(Phrase.ASK_WORKING));
      case Tried.Faulty() -> say("note-danger", words.text(Phrase.AUTO_FAULTY));
      case Tried.Refused(String code) ->
          said.getChildren().add(Notice.of("note-danger", words.messages(), code));
      case Tried.Done(Past past, _) -> show(past);
    }
    Shapes.show(said, !said.getChildren().isEmpty());
    Shapes.show(list, !list.getItems().isEmpty());
  }

  private void show(Past past) {
    if (past.seen() == 0) {
      say("note", words.text(Phrase.AUTO_TRY_NOTHING));
      return;
    }
    say(
        past.fired() == 0 ? "note" : "note-success",
        words.text(Phrase.AUTO_TRY_RESULT, past.fired(), past.seen()));
    if (past.cut()) {
      said.getChildren().add(label(words.text(Phrase.AUTO_TRY_CUT), "muted", "small"));
    }
    list.getItems().setAll(past.told());
  }

  private void say(String style, String text) {
    said.getChildren().add(stack(style, paragraph(text, "strong")));
  }

  private Node drawn(Would would) {
    Why.Outcome outcome = would.why().outcome();
    VBox lines =
        stack(
            "auto-look",
            row(
                "fact",
                label(why.wouldHave(outcome), "strong"),
                gap(),
                label(words.times().clock(would.at(), model.place().now()), "muted")));
    if (outcome != Why.Outcome.FIRED) {
      lines.getChildren().add(paragraph(why.reason(would.why())));
    }
    if (!WhyWords.seen(would.why()).isEmpty()) {
      lines.getChildren().add(paragraph(WhyWords.seen(would.why()), "mono", "small"));
    }
    HBox.setHgrow(lines, Priority.ALWAYS);
    return row(WhyWords.style(outcome), icon(WhyWords.picture(outcome)), lines);
  }

  private final class WouldCell extends ListCell<Would> {
    @Override
    protected void updateItem(@Nullable Would would, boolean empty) {
      super.updateItem(would, empty);
      setText(null);
      setGraphic(empty || would == null ? null : drawn(would));
      setPrefWidth(0);
    }
  }
}
