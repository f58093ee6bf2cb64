// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.automation.AutomationDesk.Looked;
import io.secureprint.agent.automation.Evaluation;
import io.secureprint.agent.automation.Run;
import io.secureprint.agent.automation.Why;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What the automation looked at, newest first, each with the reason why it ran or did not.
final class LooksPane extends VBox {
  private final AutomationsViewModel model;
  private final AutomationWords words;
  private final WhyWords why;
  private final ListView<Looked> list;
  private final Bound bound = new Bound();

  LooksPane(AutomationsViewModel model, AutomationWords words) {
    this.model = model;
    this.words = words;
    this.why = new WhyWords(words.messages());
    this.list = new ListView<>(model.past().looks());
    list.setId("auto-looks");
    list.getStyleClass().add("auto-list");
    list.setCellFactory(_ -> new LookCell());
    VBox.setVgrow(list, Priority.ALWAYS);
    bound.and(model.past().failed().subscribe(failed -> list.setPlaceholder(nothing(failed))));
    getChildren().add(list);
  }

  void focusList() {
    list.requestFocus();
  }

  void close() {
    bound.close();
  }

  private Node nothing(boolean failed) {
    return failed
        ? Shapes.emptyState(
            Feather.ALERT_TRIANGLE,
            words.text(Phrase.AUTO_FAILED),
            words.text(Phrase.AUTO_FAILED_HINT))
        : Shapes.emptyState(
            Feather.CLOCK,
            words.text(Phrase.AUTO_LOOKS_NONE),
            words.text(Phrase.AUTO_LOOKS_NONE_HINT));
  }

  private Node drawn(Looked looked) {
    Evaluation look = looked.evaluation();
    Why.Outcome outcome = outcome(looked);
    VBox lines =
        stack(
            "auto-look",
            row(
                "fact",
                label(why.outcome(outcome), "strong"),
                gap(),
                label(words.times().clock(look.at(), model.place().now()), "muted")),
            paragraph(why.reason(look.why())));
    if (!WhyWords.seen(look.why()).isEmpty()) {
      lines.getChildren().add(paragraph(WhyWords.seen(look.why()), "mono", "small"));
    }
    if (looked.run() != null) {
      add(looked.run(), lines);
    }
    String about = looked.event() == null ? "" : words.messages().event(looked.event()) + " · ";
    lines.getChildren()
        .add(label(about + words.text(Phrase.AUTO_VERSION, look.version()), "muted", "small"));
    HBox.setHgrow(lines, Priority.ALWAYS);
    return row(WhyWords.style(outcome), icon(WhyWords.picture(outcome)), lines);
  }

  /// What was begun and then stopped has failed.
  private static Why.Outcome outcome(Looked looked) {
    boolean stopped =
        looked.run() != null && looked.run().progress().state() == Run.State.FAILED;
    return stopped ? Why.Outcome.FAILED : looked.evaluation().why().outcome();
  }

  private void add(Run run, VBox lines) {
    lines.getChildren().add(label(why.run(run), "small"));
    if (!run.progress().code().isEmpty()) {
      Messages.CodeWords told = words.messages().code(run.progress().code());
      lines.getChildren()
          .addAll(
              paragraph(told.what() + " " + told.next(), "small"),
              label(words.text(Phrase.CODE, told.code()), "muted", "small"));
    }
    if (run.progress().state() == Run.State.FAILED) {
      Button again = new Button(words.text(Phrase.AUTO_GO_ON), icon(Feather.ROTATE_CW));
      again.getStyleClass().add("flat");
      again.setOnAction(_ -> model.onAgain(run));
      lines.getChildren().add(again);
    }
  }

  private final class LookCell extends ListCell<Looked> {
    @Override
    protected void updateItem(@Nullable Looked looked, boolean empty) {
      super.updateItem(looked, empty);
      setText(null);
      setGraphic(empty || looked == null ? null : drawn(looked));
      setPrefWidth(0);
    }
  }
}
