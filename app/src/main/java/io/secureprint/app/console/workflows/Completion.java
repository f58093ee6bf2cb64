// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import io.secureprint.agent.authoring.Known;

import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.List;

/// Offers what is known where somebody types `${`, and on Ctrl+Space. Arrows choose, Enter puts it in,
/// Escape leaves the text as it is.
final class Completion {
  private static final int MOST = 12;

  private final TextInputControl typed;
  private final Inputs inputs;
  private final ContextMenu menu = new ContextMenu();

  private Completion(TextInputControl typed, Inputs inputs) {
    this.typed = typed;
    this.inputs = inputs;
  }

  static void on(TextInputControl typed, Inputs inputs) {
    Completion completion = new Completion(typed, inputs);
    typed.addEventFilter(KeyEvent.KEY_PRESSED, completion::onKey);
    typed.caretPositionProperty().subscribe((_, _) -> completion.follow());
    typed.focusedProperty().subscribe(focused -> {
      if (!focused) {
        completion.menu.hide();
      }
    });
  }

  private void onKey(KeyEvent event) {
    if (event.isControlDown() && event.getCode() == KeyCode.SPACE) {
      if (begun() < 0) {
        typed.insertText(typed.getCaretPosition(), "${");
      }
      follow();
      event.consume();
    }
  }

  private void follow() {
    int begun = begun();
    if (begun < 0 || !typed.isFocused() || typed.getScene() == null) {
      menu.hide();
      return;
    }
    String prefix = typed.getText().substring(begun, typed.getCaretPosition());
    List<MenuItem> items =
        inputs.editor().looked().get().names().stream()
            .filter(name -> name.path().startsWith(prefix))
            .limit(MOST)
            .map(name -> item(name, begun))
            .toList();
    menu.getItems().setAll(items.isEmpty() ? List.of(nothing()) : items);
    if (!menu.isShowing()) {
      menu.show(typed, Side.BOTTOM, 0, 0);
    }
  }

  private MenuItem item(Known name, int begun) {
    MenuItem item = new MenuItem(NameWords.of(inputs, name.path()));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> {
      typed.replaceText(begun, typed.getCaretPosition(), name.path() + "}");
      menu.hide();
    });
    return item;
  }

  private MenuItem nothing() {
    MenuItem item = new MenuItem(inputs.words().text(Say.NOTHING_KNOWN));
    item.setDisable(true);
    return item;
  }

  /// Where a path has been begun and not ended before the caret; -1 where none has.
  private int begun() {
    String before = typed.getText().substring(0, Math.min(typed.getCaretPosition(), typed.getLength()));
    int begun = before.lastIndexOf("${");
    return begun < 0 || before.indexOf('}', begun) >= 0 ? -1 : begun + 2;
  }
}
