// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The words that a person sees on a screen.
public final class Texts {
  private Texts() {}

  /// Every visible label and paragraph, from the top.
  public static List<String> shown(Node node) {
    List<String> found = new ArrayList<>();
    collect(node, found);
    return found;
  }

  /// The labels whose text does not fit and is cut short.
  public static List<String> clipped(Node node) {
    List<String> found = new ArrayList<>();
    collectClipped(node, found);
    return found;
  }

  private static void collect(Node node, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      found.add(labeled.getText());
    } else if (node instanceof TextFlow paragraph) {
      found.add(
          paragraph.getChildren().stream()
              .map(word -> ((Text) word).getText())
              .collect(Collectors.joining()));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  private static void collectClipped(Node node, List<String> found) {
    if (!node.isVisible() || !(node instanceof Parent parent)) {
      return;
    }
    if (node.getStyleClass().contains("told-in-full-beside")) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      labeled.getChildrenUnmodifiable().stream()
          .filter(child -> child instanceof Text && !(child instanceof FontIcon))
          .map(drawn -> ((Text) drawn).getText())
          .filter(drawn -> !drawn.equals(labeled.getText()))
          .forEach(drawn -> found.add(labeled.getText() + " as " + drawn));
    }
    parent.getChildrenUnmodifiable().forEach(child -> collectClipped(child, found));
  }
}
