// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.regex.Pattern;

/// Text over as many lines as it needs, each word a node of its own. JavaFX 26.0.2 on Linux draws a
/// Devanagari run that it breaks in two whole on the first line and its rest again on the second;
/// between nodes it breaks right.
public final class Paragraph extends TextFlow {
  private static final Pattern AFTER_SPACE = Pattern.compile("(?<= )");

  public Paragraph(String text, String... styles) {
    getStyleClass().add("paragraph");
    getStyleClass().addAll(styles);
    AFTER_SPACE.splitAsStream(text).map(Text::new).forEach(getChildren()::add);
    setMinHeight(USE_PREF_SIZE);
  }
}
