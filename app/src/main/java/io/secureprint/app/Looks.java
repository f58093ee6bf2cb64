// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Theme;

import java.util.Locale;

/// The words of the settings file for language and theme, as the screens have them.
final class Looks {
  private Looks() {}

  /// `auto` is the desktop's language where the screens speak it.
  static Language language(String setting, Locale desktop) {
    return switch (setting) {
      case "en" -> Language.ENGLISH;
      case "hi" -> Language.HINDI;
      default -> Language.of(desktop);
    };
  }

  static Theme.Choice theme(String setting) {
    return switch (setting) {
      case "light" -> Theme.Choice.LIGHT;
      case "dark" -> Theme.Choice.DARK;
      default -> Theme.Choice.SYSTEM;
    };
  }
}
