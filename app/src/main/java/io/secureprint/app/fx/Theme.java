// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.ColorScheme;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;

/// The look: Primer with our colours, light or dark as the desktop has it or as a person chose.
public final class Theme {
  private static final List<String> FONTS = List.of("Regular", "SemiBold", "Bold");
  private static final String LIGHT_BASE = new PrimerLight().getUserAgentStylesheet();
  private static final String DARK_BASE = new PrimerDark().getUserAgentStylesheet();

  private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
  private final BooleanBinding dark;

  /// What a person wants: the desktop's scheme, or one of the two whatever the desktop has.
  public enum Choice {
    SYSTEM, LIGHT, DARK;

    public Choice next() {
      return switch (this) {
        case SYSTEM -> LIGHT;
        case LIGHT -> DARK;
        case DARK -> SYSTEM;
      };
    }
  }

  /// @param system the desktop's scheme, followed as it changes
  public Theme(ObservableValue<ColorScheme> system) {
    this.dark =
        Bindings.createBooleanBinding(
            () ->
                switch (choice.get()) {
                  case SYSTEM -> system.getValue() == ColorScheme.DARK;
                  case LIGHT -> false;
                  case DARK -> true;
                },
            choice,
            system);
    FONTS.forEach(Theme::loadFont);
  }

  public ObjectProperty<Choice> choice() {
    return choice;
  }

  /// Gives the scene this look, now and after each change.
  public void dress(Scene scene) {
    dark.subscribe(isDark -> apply(scene, isDark));
  }

  private static void apply(Scene scene, boolean isDark) {
    scene.setUserAgentStylesheet(isDark ? DARK_BASE : LIGHT_BASE);
    scene
        .getStylesheets()
        .setAll(
            sheet(isDark ? "dark" : "light"),
            sheet("screens"),
            sheet("board"),
            sheet("forms"),
            sheet("workflows"));
  }

  private static String sheet(String name) {
    return resource("/io/secureprint/app/" + name + ".css").toExternalForm();
  }

  /// A loaded font serves the whole process, also where another family is asked for and has no
  /// Devanagari.
  private static void loadFont(String weight) {
    try (InputStream file =
        resource("/fonts/NotoSansDevanagari-" + weight + ".ttf").openStream()) {
      Font.loadFont(file, 0);
    } catch (IOException e) {
      throw new UncheckedIOException("font " + weight, e);
    }
  }

  private static URL resource(String path) {
    return Objects.requireNonNull(Theme.class.getResource(path), path);
  }
}
