// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.agent.authoring.Fault;
import io.secureprint.app.fx.Paragraph;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.function.Predicate;

/// What is wrong at one place, each with what to do. What is only advice looks otherwise and says so by
/// its picture.
final class FaultLines extends VBox {
  private static final String FAULT = "flow-fault";
  private static final int MOST = 3;

  private final FlowWords words;
  private final Predicate<Fault> mine;

  FaultLines(FlowWords words, Predicate<Fault> mine) {
    this.words = words;
    this.mine = mine;
    getStyleClass().add("flow-faults");
    Shapes.show(this, false);
  }

  void show(Editor.Looked looked) {
    getChildren()
        .setAll(looked.faults().stream().filter(mine).distinct().limit(MOST).map(this::line).toList());
    Shapes.show(this, !getChildren().isEmpty());
  }

  /// Whether something that has to be mended is told in here.
  static boolean anyIn(Node node) {
    return switch (node) {
      case FaultLines lines ->
          lines.getChildren().stream().anyMatch(line -> line.getStyleClass().contains(FAULT));
      case TitledPane fold -> anyIn(fold.getContent());
      case Parent parent -> parent.getChildrenUnmodifiable().stream().anyMatch(FaultLines::anyIn);
      default -> false;
    };
  }

  private Node line(Fault fault) {
    Paragraph text = paragraph(words.fault(fault), "small");
    HBox.setHgrow(text, Priority.ALWAYS);
    return row(
        fault.advice() ? "flow-advice" : FAULT,
        icon(fault.advice() ? Feather.INFO : Feather.ALERT_CIRCLE),
        text);
  }
}
