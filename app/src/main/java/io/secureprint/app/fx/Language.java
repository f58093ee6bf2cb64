// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import java.util.Locale;

/// A language the screens speak, each with its own name for itself.
public enum Language {
  ENGLISH("English", Locale.ROOT),
  HINDI("हिन्दी", Locale.of("hi"));

  private final String ownName;
  private final Locale bundle;

  Language(String ownName, Locale bundle) {
    this.ownName = ownName;
    this.bundle = bundle;
  }

  /// Hindi where the locale is Hindi, English everywhere else.
  public static Language of(Locale locale) {
    return locale.getLanguage().equals("hi") ? HINDI : ENGLISH;
  }

  public String ownName() {
    return ownName;
  }

  public Language other() {
    return this == ENGLISH ? HINDI : ENGLISH;
  }

  /// The locale of its resource bundles: the base files are English.
  Locale bundle() {
    return bundle;
  }
}
