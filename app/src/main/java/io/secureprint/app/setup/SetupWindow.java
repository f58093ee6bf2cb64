// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.setup;

import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Theme;

import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

/// The assistant's window. Closing it means later: what was said is kept.
public final class SetupWindow {
  private final SetupViewModel model;
  private final Stage stage = new Stage();
  private final Scene scene = new Scene(new Group(), 960, 700);
  private @Nullable SetupView view;

  public SetupWindow(SetupViewModel model, Theme theme) {
    this.model = model;
    stage.setScene(scene);
    stage.setMinWidth(720);
    stage.setMinHeight(560);
    stage.setOnHidden(_ -> model.onLater());
    theme.dress(scene);
  }

  public void open() {
    model.language().subscribe(_ -> draw());
    stage.show();
    if (view != null) {
      view.focus();
    }
  }

  /// A person has decided: nothing more can be done here.
  public void pause() {
    scene.getRoot().setDisable(true);
    scene.setCursor(Cursor.WAIT);
  }

  public void close() {
    stage.close();
    model.close();
  }

  private void draw() {
    if (view != null) {
      view.close();
    }
    Messages messages = Messages.in(model.language().get());
    SetupView next = new SetupView(model, messages);
    view = next;
    scene.setRoot(next.root());
    stage.setTitle(messages.text(Phrase.SETUP_WINDOW_TITLE));
    // Until then the page is not in the scene, and cannot get the keyboard.
    next.root().applyCss();
    next.focus();
  }
}
