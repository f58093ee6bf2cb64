// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small shapes that the screens are made of; how they look is in the style sheet.
public final class Shapes {
  private Shapes() {}

  public static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /// Text that takes as many lines as it needs.
  public static Paragraph paragraph(String text, String... styles) {
    return new Paragraph(text, styles);
  }

  public static FontIcon icon(Feather picture, String... styles) {
    FontIcon icon = new FontIcon(picture);
    icon.getStyleClass().addAll(styles);
    return icon;
  }

  public static HBox row(String style, Node... children) {
    HBox row = new HBox(children);
    row.getStyleClass().add(style);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  public static VBox stack(String style, Node... children) {
    VBox stack = new VBox(children);
    stack.getStyleClass().add(style);
    return stack;
  }

  /// Makes a node take what room its row has left.
  public static <N extends Node> N growing(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    return node;
  }

  /// Takes what room the others leave.
  public static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    VBox.setVgrow(gap, Priority.ALWAYS);
    return gap;
  }

  /// A session's colour as a dot; its name always stands beside it.
  public static Circle dot(String colour, double radius) {
    return new Circle(radius, Color.web(colour));
  }

  /// What an empty or failed list says: a picture, what is the case, what to do.
  public static VBox emptyState(Feather picture, String title, String hint) {
    VBox state =
        stack(
            "empty-state",
            icon(picture, "empty-icon"),
            paragraph(title, "empty-title"),
            paragraph(hint, "empty-hint"));
    state.setAlignment(Pos.CENTER);
    return state;
  }

  /// Shown or gone, without leaving a hole.
  public static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
