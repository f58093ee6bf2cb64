// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Fields of several lines in which Tab goes on to the next one, as everywhere else.
final class Areas {
  private Areas() {}

  static TextArea passing() {
    TextArea area = new TextArea();
    area.setWrapText(true);
    area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
        event.consume();
        area.fireEvent(
            new KeyEvent(
                KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, event.isShiftDown(), true, false, false));
      }
    });
    return area;
  }
}
