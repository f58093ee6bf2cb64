// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.kernel.JsonPath;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/// What there is to fill in for the chosen step. It is made anew only when there is something else to fill
/// in than before, and the keyboard stays where it was.
final class FormPane extends ScrollPane {
  private final Editor editor;
  private final FlowWords words;
  private final Set<String> unfolded = new HashSet<>();
  private final Runnable toConnections;
  private final Subscription following;
  private @Nullable Inputs inputs;
  private int shown = Editor.WHOLE;

  /// @param toConnections goes to where the shop's servers are set up
  FormPane(Editor editor, FlowWords words, Runnable toConnections) {
    this.toConnections = toConnections;
    this.editor = editor;
    this.words = words;
    setFitToWidth(true);
    setFocusTraversable(false);
    getStyleClass().addAll("flow-scroll", "flow-form-scroll");
    following = editor.shape().subscribe(_ -> build());
  }

  void close() {
    following.unsubscribe();
    close(inputs);
  }

  /// Puts the keyboard where something is to be filled in.
  void focus(JsonPath place) {
    applyCss();
    for (JsonPath at = place; !at.parts().isEmpty(); at = up(at)) {
      for (JsonPath each : new JsonPath[] {at, at.at("en")}) {
        Node found = lookup("#" + Inputs.id(each));
        if (found != null) {
          unfold(found);
          found.requestFocus();
          return;
        }
      }
    }
  }

  private static void unfold(Node node) {
    for (Parent at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof TitledPane fold) {
        fold.setExpanded(true);
      }
    }
  }

  private static JsonPath up(JsonPath path) {
    return new JsonPath(path.parts().subList(0, path.parts().size() - 1));
  }

  private void build() {
    close(inputs);
    String focused =
        getScene() == null || getScene().getFocusOwner() == null || !isMine(getScene().getFocusOwner())
            ? null
            : getScene().getFocusOwner().getId();
    double at = shown == editor.chosen().get() ? getVvalue() : 0;
    shown = editor.chosen().get();
    Inputs fresh = new Inputs(editor, words, unfolded, toConnections);
    inputs = fresh;
    setContent(form(fresh));
    applyCss();
    layout();
    setVvalue(at);
    if (focused != null) {
      Node again = lookup("#" + focused);
      if (again != null) {
        again.requestFocus();
      }
    }
  }

  private static void close(@Nullable Inputs before) {
    if (before != null) {
      before.close();
    }
  }

  private boolean isMine(Node node) {
    Node at = node;
    while (at != null && !at.equals(this)) {
      at = at.getParent();
    }
    return at != null;
  }

  private Node form(Inputs fresh) {
    WorkflowText text = editor.text().get();
    int chosen = editor.chosen().get();
    if (chosen == Editor.WHOLE) {
      return new WholeForm(fresh);
    }
    StepKind kind = StepKind.of(text.type(chosen)).orElse(StepKind.INFO);
    return new StepForm(fresh, WorkflowText.step(chosen), kind, false);
  }
}
