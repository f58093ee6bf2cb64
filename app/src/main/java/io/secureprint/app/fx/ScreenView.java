// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import javafx.scene.Parent;

/// One screen of a window, made for one language.
public interface ScreenView extends AutoCloseable {
  Parent root();

  /// Puts the keyboard where a person starts.
  void focus();

  /// Lets go of the view models, which outlive this view.
  @Override
  void close();
}
