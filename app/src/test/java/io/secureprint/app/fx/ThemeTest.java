// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Group;
import javafx.scene.Scene;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.util.concurrent.TimeoutException;

final class ThemeTest {
  private final ObjectProperty<ColorScheme> desktop =
      new SimpleObjectProperty<>(ColorScheme.LIGHT);
  private final Theme theme = new Theme(desktop);
  private final Scene scene = new Scene(new Group());

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void followsTheDesktopUntilAPersonChooses() {
    theme.dress(scene);
    assertThat(scene.getUserAgentStylesheet()).endsWith("primer-light.css");

    desktop.set(ColorScheme.DARK);
    assertThat(scene.getUserAgentStylesheet()).endsWith("primer-dark.css");
    assertThat(scene.getStylesheets().getFirst()).endsWith("dark.css");

    theme.choice().set(theme.choice().get().next());
    assertThat(theme.choice().get()).isEqualTo(Theme.Choice.LIGHT);
    assertThat(scene.getUserAgentStylesheet()).endsWith("primer-light.css");

    theme.choice().set(theme.choice().get().next());
    desktop.set(ColorScheme.LIGHT);
    assertThat(scene.getUserAgentStylesheet()).endsWith("primer-dark.css");
  }
}
