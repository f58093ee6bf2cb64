// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.printers;

import static io.secureprint.app.fx.Shapes.paragraph;

import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.layout.VBox;

/// What came of what was asked: done in green, refused with what happened, what to do, and the code.
final class OutcomePane extends VBox {
  private final Messages messages;

  OutcomePane(Messages messages) {
    this.messages = messages;
  }

  void show(Outcome outcome) {
    Shapes.show(this, !(outcome instanceof Outcome.Nothing));
    switch (outcome) {
      case Outcome.Nothing() -> getChildren().clear();
      case Outcome.Working() -> said(messages.text(Phrase.ASK_WORKING), "note");
      case Outcome.Done(Outcome.Wish wish) -> said(messages.text(done(wish)), "note-success");
      case Outcome.Refused(String code) -> {
        getStyleClass().setAll("note-danger");
        getChildren().setAll(Notice.lines(messages, code));
      }
    }
  }

  private static Phrase done(Outcome.Wish wish) {
    return switch (wish) {
      case LOOK -> Phrase.PRINTER_LOOKED;
      case RESUME -> Phrase.PRINTER_RESUMED;
      case TEST_SHEET -> Phrase.PRINTER_TESTED;
    };
  }

  private void said(String words, String style) {
    getStyleClass().setAll(style);
    getChildren().setAll(paragraph(words));
  }
}
