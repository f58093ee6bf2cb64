// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import io.secureprint.agent.kernel.Problems;
import io.secureprint.agent.session.EasyName;
import io.secureprint.agent.session.EasyNames;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// The words of one language.
public final class Messages {
  private static final Messages ENGLISH = new Messages(Language.ENGLISH);
  private static final Messages HINDI = new Messages(Language.HINDI);
  private static final String UNKNOWN = "UNKNOWN";

  private final Language language;
  private final ResourceBundle words;
  private final ResourceBundle codes;
  private final Locale locale;

  private Messages(Language language) {
    this.language = language;
    this.words = bundle("words");
    this.codes = bundle("codes");
    this.locale = Locale.of(language == Language.HINDI ? "hi" : "en", "IN");
  }

  public static Messages in(Language language) {
    return switch (language) {
      case ENGLISH -> ENGLISH;
      case HINDI -> HINDI;
    };
  }

  public Language language() {
    return language;
  }

  /// India's form of the language: Indian grouping, its names of months.
  public Locale locale() {
    return locale;
  }

  public String text(Phrase phrase, Object... arguments) {
    if (arguments.length != phrase.arguments()) {
      throw new IllegalArgumentException(phrase + " takes " + phrase.arguments() + " arguments");
    }
    String pattern = words.getString(phrase.key());
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, locale).format(arguments);
  }

  /// What the shop's people are told of a code; a code without words of its own gets general ones.
  public CodeWords code(String code) {
    String plain = Problems.plain(code);
    String known = codes.containsKey(plain + ".what") ? plain : UNKNOWN;
    return new CodeWords(codes.getString(known + ".what"), codes.getString(known + ".next"), code);
  }

  /// What a customer in front of the kiosk is told of a code; most are none of their business.
  public Optional<String> customerWords(String code) {
    String key = Problems.plain(code) + ".kiosk";
    return codes.containsKey(key) ? Optional.of(codes.getString(key)) : Optional.empty();
  }

  /// How much a task presses, by the word that it is kept under.
  public String priority(String word) {
    return switch (word) {
      case "low" -> text(Phrase.PRIORITY_LOW);
      case "normal" -> text(Phrase.PRIORITY_NORMAL);
      case "high" -> text(Phrase.PRIORITY_HIGH);
      case "urgent" -> text(Phrase.PRIORITY_URGENT);
      default -> word;
    };
  }

  /// A step's name; one that an owner made up stands as it is.
  public String stepName(String key) {
    String word = "step." + key;
    return words.containsKey(word) ? words.getString(word) : key;
  }

  /// What happened, by the type of its event; one that has no name here stands as it is.
  public String event(String type) {
    String word = "event." + type;
    return words.containsKey(word) ? words.getString(word) : type;
  }

  /// A paper's name; one that has no other here stands as it is.
  public String paper(String name) {
    String word = "paper." + name;
    return words.containsKey(word) ? words.getString(word) : name;
  }

  /// A name as it is kept, in this language as far as it is one of ours.
  public String name(String kept) {
    return EasyNames.of(kept).map(this::name).orElse(kept);
  }

  public String name(EasyName name) {
    return language == Language.HINDI ? name.hindi() : name.english();
  }

  private ResourceBundle bundle(String file) {
    return ResourceBundle.getBundle(
        "io.secureprint.app." + file,
        language.bundle(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// One code in words: what happened and is safe, what to do next, and the code itself.
  public record CodeWords(String what, String next, String code) {}
}
