// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.daybook;

import io.secureprint.agent.observe.DayBook.Unprinted;
import io.secureprint.agent.observe.DayBook.Way;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.TimeWords;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// What the books say, in the words of one language and by the clock of the books.
record BookWords(TimeWords times) {
  Messages messages() {
    return times.messages();
  }

  String text(Phrase phrase, Object... arguments) {
    return messages().text(phrase, arguments);
  }

  String day(LocalDate date) {
    return DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", messages().locale()).format(date);
  }

  String way(Way way) {
    return text(
        switch (way) {
          case CASH -> Phrase.BOOK_CASH;
          case UPI -> Phrase.BOOK_UPI;
          case GATEWAY -> Phrase.BOOK_GATEWAY;
          case CREDIT -> Phrase.BOOK_CREDIT;
        });
  }

  /// A reference that leading zeros belong to, which a spreadsheet would drop.
  static String reference(String digits) {
    return digits.isEmpty() ? "" : "…" + digits;
  }

  /// What became of it, or what is the matter.
  String end(Unprinted row) {
    return switch (row.end()) {
      case OPEN -> messages().code(row.code()).what();
      case BY_HAND -> text(Phrase.BOOK_BY_HAND);
      case BY_GATEWAY -> text(Phrase.BOOK_BY_GATEWAY);
      case AS_CREDIT -> text(Phrase.BOOK_AS_CREDIT);
    };
  }
}
