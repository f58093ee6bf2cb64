// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.authoring.Scene;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.app.fx.Areas;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

import java.util.List;

/// A server would be called now, and the person says what it answers: right, not right, or nothing at
/// all. Who knows what the server says word for word writes it below.
final class CallPane extends VBox {
  private final RehearsalViewModel model;
  private final FlowWords words;

  /// @param checks whether it is asked if something is right
  CallPane(Scene.Calls call, boolean checks, RehearsalViewModel model, FlowWords words) {
    this.model = model;
    this.words = words;
    getStyleClass().add("flow-lines");
    getChildren()
        .addAll(
            paragraph(words.text(Say.TRY_CALLS, call.method(), call.endpoint())),
            label(words.text(Say.TRY_REPLY), "field-title"));
    getChildren().addAll(checks ? rightOrNot() : List.of(done()));
    getChildren()
        .addAll(row("flow-row", button("try-silent", Say.TRY_SILENT, model::onSilence)), more(call));
  }

  private Button done() {
    return button("try-done", Say.TRY_DONE, () -> model.onReply(JsonObject.EMPTY));
  }

  private List<Node> rightOrNot() {
    TextField why = new TextField();
    why.setId("try-why");
    why.setPromptText(words.text(Say.TRY_WHY));
    why.setAccessibleText(words.text(Say.TRY_WHY));
    Button right =
        button("try-right", Say.TRY_RIGHT, () -> model.onReply(JsonObject.of("valid", true)));
    Button wrong =
        button(
            "try-wrong", Say.TRY_NOT_RIGHT, () -> model.onReply(refusal(why.getText().strip())));
    return List.of(row("flow-row", right, wrong), why);
  }

  private static JsonObject refusal(String why) {
    JsonObject not = JsonObject.of("valid", false);
    return why.isEmpty() ? not : not.with("message", why);
  }

  private TitledPane more(Scene.Calls call) {
    TextArea reply = Areas.passing();
    reply.setText("{\"valid\": true}");
    reply.setId("try-reply");
    reply.setPrefRowCount(4);
    reply.getStyleClass().add("flow-json");
    reply.setAccessibleText(words.text(Say.TRY_REPLY));
    Node wrong = paragraph(words.text(Say.TRY_REPLY_WRONG), "field-wrong");
    Shapes.show(wrong, false);
    Button send =
        button(
            "try-send", Say.TRY_SEND, () -> Shapes.show(wrong, !model.onReply(reply.getText())));
    TitledPane more =
        new TitledPane(
            words.text(Say.TRY_WORD_FOR_WORD),
            stack(
                "flow-more",
                label(words.text(Say.MAPPING), "field-title"),
                paragraph(call.body().pretty(), "flow-json", "small"),
                label(words.text(Say.TRY_REPLY), "field-title"),
                reply,
                wrong,
                send));
    more.setId("try-more");
    more.setAnimated(false);
    more.setExpanded(false);
    more.getStyleClass().addAll("flow-fold", "dense");
    return more;
  }

  private Button button(String id, Say say, Runnable action) {
    Button button = new Button(words.text(say));
    button.setId(id);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
