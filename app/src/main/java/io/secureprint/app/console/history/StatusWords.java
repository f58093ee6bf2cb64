// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

import io.secureprint.agent.session.EasyNames;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The states of a run by the names that the history knows, and the words that people read.
final class StatusWords {
  private static final Map<String, Phrase> PHRASES =
      Map.of(
          "PENDING", Phrase.STATUS_PENDING,
          "IN_PROGRESS", Phrase.STATUS_IN_PROGRESS,
          "COMPLETED", Phrase.STATUS_COMPLETED,
          "FAILED", Phrase.STATUS_FAILED,
          "CANCELLED", Phrase.STATUS_CANCELLED);

  private StatusWords() {}

  /// A status of a newer agent is shown by its own name.
  static String word(String status, Messages messages) {
    return Optional.ofNullable(PHRASES.get(status)).map(messages::text).orElse(status);
  }

  /// The states by the names that the history knows, in the order of a run's life.
  static final List<String> ALL =
      List.of("PENDING", "IN_PROGRESS", "COMPLETED", "FAILED", "CANCELLED");

  /// What to search for: a whole word that the screen shows for a state, in any of our languages,
  /// stands for that state; a customer's Hindi name for the English one, by which it is kept;
  /// anything else for itself.
  static String searched(String typed) {
    String plain = typed.strip();
    return PHRASES.entrySet().stream()
        .filter(entry -> shownAs(entry.getValue(), plain))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> EasyNames.inEnglish(plain));
  }

  private static boolean shownAs(Phrase phrase, String typed) {
    for (Language language : Language.values()) {
      if (Messages.in(language).text(phrase).equalsIgnoreCase(typed)) {
        return true;
      }
    }
    return false;
  }
}
