// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.demo;

import io.secureprint.agent.practice.Moment;
import io.secureprint.agent.practice.Person;
import io.secureprint.agent.practice.Scene;
import io.secureprint.app.fx.Language;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the demonstration in one language.
final class DemoWords {
  private final ResourceBundle words;
  private final Locale locale;

  DemoWords(Language language) {
    String code = language == Language.HINDI ? "hi" : "en";
    locale = Locale.of(code, "IN");
    words =
        ResourceBundle.getBundle(
            "io.secureprint.app.demo",
            language == Language.HINDI ? Locale.of(code) : Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(
                ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String of(Moment moment, Object... with) {
    return text("moment." + moment.name().toLowerCase(Locale.ROOT), with);
  }

  String name(Person person) {
    return text("person." + person.code());
  }

  String title(Scene scene) {
    return text("scene." + scene.code());
  }

  String text(String key, Object... with) {
    return new MessageFormat(words.getString(key), locale).format(with);
  }
}
