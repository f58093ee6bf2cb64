// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.export;

import static io.secureprint.app.fx.Shapes.paragraph;

import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.layout.VBox;

/// What came of saving a file.
public final class ExportedPane extends VBox {
  private final Messages messages;

  public ExportedPane(Messages messages) {
    this.messages = messages;
    setId("exported");
  }

  public void show(Exported exported) {
    Shapes.show(this, !(exported instanceof Exported.Nothing));
    switch (exported) {
      case Exported.Nothing() -> getChildren().clear();
      case Exported.Working() -> said(messages.text(Phrase.ASK_WORKING), "note");
      case Exported.Done(int rows, String file) ->
          said(messages.text(Phrase.EXPORT_DONE, rows, file), "note-success");
      case Exported.Refused(String code) -> {
        getStyleClass().setAll("note-danger");
        getChildren().setAll(Notice.lines(messages, code));
      }
    }
  }

  private void said(String words, String style) {
    getStyleClass().setAll(style);
    getChildren().setAll(paragraph(words));
  }
}
