// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/// Something to be taken elsewhere as it is: it can be read, marked and copied, not changed.
public final class CopyField extends VBox {
  /// The field is found by `id`, its button by `id` and `-copy`.
  public CopyField(String id, String title, String text, Messages messages) {
    getStyleClass().add("field");
    TextField field = new TextField(text);
    field.setId(id);
    field.setEditable(false);
    field.getStyleClass().add("mono");
    HBox.setHgrow(field, Priority.ALWAYS);
    Label titled = label(title, "field-title");
    titled.setLabelFor(field);
    Button copy = new Button(messages.text(Phrase.COPY), icon(Feather.COPY));
    copy.setId(id + "-copy");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setAccessibleText(messages.text(Phrase.COPY) + ": " + title);
    copy.setOnAction(_ -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
      copy.setText(messages.text(Phrase.COPIED));
      copy.setGraphic(icon(Feather.CHECK));
    });
    getChildren().addAll(titled, row("field-entry", field, copy));
  }
}
