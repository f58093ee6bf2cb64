// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// What came of the last wish, and what can be done about it.
final class AnswerPane extends VBox {
  private final WorkflowsViewModel model;
  private final FlowWords words;
  private final Runnable export;
  private final Subscription following;

  /// @param export saves what is on the screen into a file
  AnswerPane(WorkflowsViewModel model, FlowWords words, Runnable export) {
    this.model = model;
    this.words = words;
    this.export = export;
    getStyleClass().add("price-answer");
    following = model.asked().subscribe(this::show);
  }

  void close() {
    following.unsubscribe();
  }

  private void show(Asked asked) {
    getChildren().clear();
    switch (asked) {
      case Asked.Nothing(), Asked.Saved(), Asked.Working() -> {}
      case Asked.Published(int version) -> said("note-success", words.text(Say.PUBLISHED, version));
      case Asked.Wrong(int faults) -> said("note-attention", words.text(Say.FAULTS, faults));
      case Asked.Written(String file) -> said("note-success", words.text(Say.WRITTEN, file));
      case Asked.Removing(boolean may) -> getChildren().add(may ? removing() : staying());
      case Asked.Refused(String code) -> getChildren().add(refused(code));
    }
    Shapes.show(this, !getChildren().isEmpty());
  }

  private void said(String style, String text) {
    getChildren().add(stack(style, paragraph(text)));
  }

  private VBox refused(String code) {
    VBox notice = Notice.of("note-danger", words.messages(), code);
    if (code.equals("WORKFLOW_CHANGED")) {
      notice.getChildren()
          .addAll(
              paragraph(words.text(Say.OPEN_THEIRS_HINT), "small"),
              row(
                  "flow-row",
                  button("flow-reopen", Say.OPEN_THEIRS, model::onReopen),
                  button("flow-save-mine", Say.SAVE_MINE, export)));
    }
    return notice;
  }

  private VBox removing() {
    HoldButton hold = new HoldButton(model::onDiscard, words.messages().text(Phrase.HOLD_TIP));
    hold.setId("flow-discard");
    hold.setText(words.text(Say.DISCARD));
    hold.getStyleClass().add("hold-danger");
    return stack(
        "note-attention",
        paragraph(words.text(Say.DISCARD_ASK, model.piece().get().title())),
        row("flow-row", hold, button("flow-keep", Say.DISCARD_KEEP, model::onKeep)));
  }

  private VBox staying() {
    return stack(
        "note-attention",
        paragraph(words.text(Say.DISCARD_NOT, model.piece().get().title())),
        row("flow-row", button("flow-keep", Say.DISCARD_KEEP, model::onKeep)));
  }

  private Button button(String id, Say say, Runnable action) {
    Button button = new Button(words.text(say));
    button.setId(id);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
