// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.fx.Messages.CodeWords;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A code in words: what happened, what to do next, and the code itself for whoever is asked.
public final class Notice {
  private Notice() {}

  /// `style` is that of the whole, such as `note-danger`.
  public static VBox of(String style, Messages messages, String code) {
    return stack(style, lines(messages, code));
  }

  /// For what has a style of its own.
  public static Node[] lines(Messages messages, String code) {
    CodeWords words = messages.code(code);
    return new Node[] {
      paragraph(words.what(), "strong"),
      paragraph(words.next()),
      label(messages.text(Phrase.CODE, code), "muted", "small")
    };
  }
}
