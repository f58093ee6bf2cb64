// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.Consumer;

/// What there is to add, each with what it does, over the screen. Enter or a click adds, Escape leaves
/// everything as it is.
final class KindsPane extends VBox {
  private final FlowWords words;
  private final ListView<StepKind> kinds = new ListView<>();
  private final Consumer<StepKind> chosen;
  private final Runnable left;

  /// @param chosen what to add; `left` follows in any case
  KindsPane(FlowWords words, Consumer<StepKind> chosen, Runnable left) {
    this.words = words;
    this.chosen = chosen;
    this.left = left;
    getStyleClass().add("flow-kinds");
    setId("step-kinds");
    kinds.getItems().setAll(StepKind.addable());
    kinds.setCellFactory(_ -> new KindCell());
    kinds.setAccessibleText(words.text(Say.STEP_ADD));
    kinds.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    VBox.setVgrow(kinds, Priority.ALWAYS);
    getChildren()
        .addAll(
            label(words.text(Say.STEP_ADD), "detail-title"),
            paragraph(words.text(Say.STEP_ADD_HINT), "muted", "small"),
            kinds);
    Shapes.show(this, false);
  }

  void open() {
    Shapes.show(this, true);
    applyCss();
    kinds.getSelectionModel().selectFirst();
    kinds.requestFocus();
  }

  private void onKey(KeyEvent event) {
    StepKind kind = kinds.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.ESCAPE) {
      leave();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && kind != null) {
      choose(kind);
      event.consume();
    }
  }

  private void choose(StepKind kind) {
    chosen.accept(kind);
    leave();
  }

  private void leave() {
    Shapes.show(this, false);
    left.run();
  }

  /// One kind; a click on it is enough.
  private final class KindCell extends ListCell<StepKind> {
    @Override
    protected void updateItem(@Nullable StepKind kind, boolean empty) {
      super.updateItem(kind, empty);
      setText(null);
      setOnMouseClicked(null);
      setGraphic(null);
      if (!empty && kind != null) {
        setGraphic(drawn(kind));
        setAccessibleText(
            words.named("kind", kind.name()) + ". " + words.named("does", kind.name()));
        setOnMouseClicked(_ -> choose(kind));
      }
    }

    private Node drawn(StepKind kind) {
      HBox drawn =
          row(
              "flow-step",
              icon(kind.picture()),
              stack(
                  "flow-kind-words",
                  label(words.named("kind", kind.name()), "strong"),
                  label(words.named("does", kind.name()), "muted", "small")));
      drawn.setId("add-" + kind.name().toLowerCase(Locale.ROOT));
      return drawn;
    }
  }
}
