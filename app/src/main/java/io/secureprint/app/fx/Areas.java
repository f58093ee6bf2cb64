// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Fields of several lines in which Tab goes on to the next one, as everywhere else.
public final class Areas {
  private Areas() {}

  public static TextArea passing() {
    TextArea area = new TextArea();
    area.setWrapText(true);
    area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
        area.requestFocusTraversal(
            event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        event.consume();
      }
    });
    return area;
  }
}
