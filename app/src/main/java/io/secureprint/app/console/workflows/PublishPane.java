// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.authoring.Fault;
import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.function.Consumer;

/// What is still to be mended, each a way to its place; below it the note and the button that makes it
/// run.
final class PublishPane extends VBox {
  private static final int LONGEST_NOTE = 200;

  private final WorkflowsViewModel model;
  private final FlowWords words;
  private final Consumer<JsonPath> toPlace;
  private final VBox state = stack("flow-lines");
  private final VBox faults = stack("flow-lines");
  private final TextField note = new TextField();
  private final HoldButton publish;
  private final Button again;
  private final Subscription following;

  /// @param toPlace brings the keyboard to a place of the text
  PublishPane(WorkflowsViewModel model, FlowWords words, Consumer<JsonPath> toPlace) {
    this.model = model;
    this.words = words;
    this.toPlace = toPlace;
    this.publish = new HoldButton(model::onPublish, words.messages().text(Phrase.HOLD_TIP));
    this.again = new Button(words.text(Say.START_AGAIN), icon(Feather.CORNER_UP_LEFT));
    getStyleClass().add("flow-side");
    furnish();
    following =
        Subscription.combine(
            model.editor().looked().subscribe(_ -> show()),
            model.state().subscribe(_ -> show()),
            model.piece().subscribe(_ -> show()),
            model.asked().subscribe(_ -> show()));
  }

  void close() {
    following.unsubscribe();
    note.textProperty().unbindBidirectional(model.note());
  }

  private void furnish() {
    ScrollPane scroll = new ScrollPane(stack("flow-lines", state, faults));
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("flow-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    note.setId("flow-note");
    note.setPromptText(words.text(Say.NOTE));
    note.setAccessibleText(words.text(Say.NOTE));
    note.textProperty().bindBidirectional(model.note());
    note.textProperty().subscribe((before, now) -> {
      if (now.length() > LONGEST_NOTE) {
        note.setText(before);
      }
    });
    note.setOnAction(_ -> publish.requestFocus());
    publish.setId("flow-publish");
    publish.getStyleClass().add("hold-money");
    publish.setMaxWidth(Double.MAX_VALUE);
    again.setId("flow-again");
    again.getStyleClass().add("flat");
    again.setOnAction(_ -> model.onStartAgain());
    getChildren().addAll(scroll, again, note, publish);
  }

  private void show() {
    Standing now = model.state().get();
    String at = words.named("state", now.name());
    state.getChildren().setAll(label(at, "strong"), paragraph(words.named("stateHint", now.name()), "muted"));
    Editor.Looked looked = model.editor().looked().get();
    faults.getChildren().setAll(seen(looked));
    if (!looked.faults().isEmpty()) {
      faults.getChildren().add(label(words.text(Say.FAULTS, looked.wrong()), "section"));
      looked.faults().stream().distinct().map(this::line).forEach(faults.getChildren()::add);
    }
    publish.setText(words.text(Say.PUBLISH, model.piece().get().published() + 1));
    publish.setDisable(!model.mayPublish());
    Shapes.show(again, now != Standing.RUNS && model.piece().get().published() > 0);
  }

  /// Whether the list below can be relied upon.
  private List<Node> seen(Editor.Looked looked) {
    return switch (looked.sight()) {
      case NOT_YET -> List.of(label(words.text(Say.LOOKING), "muted"));
      case FAILED -> {
        Button look = new Button(words.text(Say.LOOK_AGAIN), icon(Feather.ROTATE_CW));
        look.setId("flow-look");
        look.setOnAction(_ -> model.editor().onLook());
        yield List.of(stack("note-danger", paragraph(words.text(Say.LOOK_FAILED)), look));
      }
      case SEEN ->
          looked.faults().isEmpty()
              ? List.of(
                  Shapes.row("flow-well", icon(Feather.CHECK_CIRCLE), label(words.text(Say.NOTHING_WRONG))))
              : List.of();
    };
  }

  private VBox line(Fault fault) {
    Hyperlink to = new Hyperlink(where(fault));
    to.setGraphic(icon(fault.advice() ? Feather.INFO : Feather.ALERT_CIRCLE));
    to.getStyleClass().add(fault.advice() ? "flow-advice-link" : "flow-fault-link");
    to.setOnAction(_ -> toPlace.accept(model.editor().onFault(fault)));
    return stack("flow-fault-line", to, paragraph(words.fault(fault), "small"));
  }

  private String where(Fault fault) {
    if (fault.where().parts().size() > 1 && fault.where().parts().get(1) instanceof Integer step) {
      var steps = model.editor().text().get().steps();
      String name = step < steps.size() ? words.said(steps.get(step), "label") : "";
      return words.text(Say.STEP_NUMBER, step + 1, name);
    }
    return words.text(fault.where().within(JsonPath.of("config.discount")) ? Say.PRICE : Say.WHOLE);
  }
}
