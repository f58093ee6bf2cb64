// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Messages;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The chosen step on the customer's phone while it is written, in the phone's language.
final class PreviewPane extends VBox {
  private final Editor editor;
  private final FlowWords words;
  private final ScrollPane phone = new ScrollPane();
  private final Subscription following;
  private Language language;

  PreviewPane(Editor editor, FlowWords words) {
    this.editor = editor;
    this.words = words;
    this.language = words.messages().language();
    getStyleClass().add("flow-side");
    phone.setFitToWidth(true);
    phone.setFitToHeight(true);
    phone.setFocusTraversable(false);
    phone.getStyleClass().add("flow-scroll");
    VBox.setVgrow(phone, Priority.ALWAYS);
    getChildren().addAll(row("tabs", languages()), phone);
    following =
        Subscription.combine(
            editor.text().subscribe(_ -> draw()), editor.chosen().subscribe(_ -> draw()));
  }

  void close() {
    following.unsubscribe();
  }

  private Node[] languages() {
    ToggleGroup group = new ToggleGroup();
    List<Node> buttons = new ArrayList<>();
    for (Language each : Language.values()) {
      ToggleButton button = new ToggleButton(each.ownName());
      button.setId("phone-" + each.name().toLowerCase(Locale.ROOT));
      button.getStyleClass().addAll("flat", "tab-button");
      button.setToggleGroup(group);
      button.setSelected(each == language);
      button.setOnAction(_ -> {
        group.selectToggle(button);
        language = each;
        draw();
      });
      buttons.add(button);
    }
    return buttons.toArray(Node[]::new);
  }

  private void draw() {
    WorkflowText text = editor.text().get();
    int chosen = editor.chosen().get();
    List<JsonObject> steps = text.steps();
    if (chosen < 0 || chosen >= steps.size()) {
      phone.setContent(stack("flow-side", paragraph(words.text(Say.PHONE_NOTHING), "muted")));
      return;
    }
    phone.setContent(
        new Phone(
            Phone.Shown.first(
                steps.get(chosen), FlowWords.of(Messages.in(language)), at(text, chosen), of(text)),
            Optional.empty()));
  }

  /// Which of the questions it is, from 1.
  static int at(WorkflowText text, int step) {
    int at = 0;
    for (int i = 0; i <= step; i++) {
      at += asks(text, i) ? 1 : 0;
    }
    return at;
  }

  static int of(WorkflowText text) {
    return text.steps().isEmpty() ? 0 : at(text, text.steps().size() - 1);
  }

  private static boolean asks(WorkflowText text, int step) {
    return StepKind.of(text.type(step)).filter(StepKind::asks).isPresent();
  }
}
