// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.form;

import io.secureprint.app.fx.Phrase;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One setting as it is asked for: its full name in the settings file, how it is told, its title, and
/// what a person should know about it, if anything. With `choices` it is chosen, else typed.
public record Setting(String key, Kind kind, Phrase title, @Nullable Phrase hint, List<Choice> choices) {
  public Setting {
    choices = List.copyOf(choices);
  }

  public static Setting typed(String key, Kind kind, Phrase title, Phrase hint) {
    return new Setting(key, kind, title, hint, List.of());
  }

  /// An amount whose title says everything.
  public static Setting rupees(String key, Phrase title) {
    return new Setting(key, Kind.RUPEES, title, null, List.of());
  }

  public static Setting chosen(String key, Phrase title, Phrase hint, Choice... choices) {
    return new Setting(key, Kind.TEXT, title, hint, List.of(choices));
  }

  /// A value and what it is called.
  public record Choice(String value, Phrase name) {}
}
