// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.form;

import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/// How a setting is told to people: the settings file has paise and ISO 8601 durations, a field has
/// rupees and minutes. What cannot be translated is handed on as it was typed, so that whoever reads
/// the settings says what is wrong with it.
public enum Kind {
  TEXT,
  COUNT,
  RUPEES,
  MINUTES;

  /// What a person sees of a value.
  public String shown(String value) {
    return switch (this) {
      case TEXT, COUNT -> value;
      case RUPEES -> rupees(value);
      case MINUTES -> minutes(value);
    };
  }

  /// What the settings file gets.
  public String value(String typed) {
    String text = typed.strip();
    return switch (this) {
      case TEXT -> text;
      case COUNT -> digits(text);
      case RUPEES -> paise(digits(text));
      case MINUTES -> duration(digits(text));
    };
  }

  /// A range such as `PT1S–PT24H` in words that a person reads.
  public String detail(String detail, Messages messages) {
    return Arrays.stream(detail.split("–", 2))
        .map(end -> end(end, messages))
        .collect(Collectors.joining(" – "));
  }

  private String end(String value, Messages messages) {
    return switch (this) {
      case TEXT, COUNT -> value;
      case RUPEES -> value.matches("\\d+") ? "₹" + rupees(value) : value;
      case MINUTES -> span(value, messages);
    };
  }

  private static String span(String value, Messages messages) {
    try {
      Duration span = Duration.parse(value);
      if (span.toMinutes() == 0) {
        return messages.text(Phrase.TOOK_SECONDS, span.toSeconds());
      }
      return span.toHours() == 0
          ? messages.text(Phrase.AGE_MINUTES, span.toMinutes())
          : messages.text(Phrase.AGE_HOURS, span.toHours(), span.toMinutesPart());
    } catch (DateTimeException _) {
      return value;
    }
  }

  private static String rupees(String paise) {
    return paise.matches("\\d{1,18}")
        ? new BigDecimal(paise).movePointLeft(2).setScale(2).toPlainString()
        : paise;
  }

  private static String paise(String typed) {
    String amount = typed.replace("₹", "").replace(",", "").strip();
    return amount.matches("\\d{1,12}(\\.\\d{1,2})?")
        ? new BigDecimal(amount).movePointRight(2).toBigIntegerExact().toString()
        : typed;
  }

  private static String minutes(String value) {
    try {
      return new BigDecimal(Duration.parse(value).toSeconds())
          .divide(new BigDecimal(60), 2, RoundingMode.HALF_UP)
          .stripTrailingZeros()
          .toPlainString();
    } catch (DateTimeException _) {
      return value;
    }
  }

  private static String duration(String typed) {
    return typed.matches("\\d{1,6}(\\.\\d{1,2})?")
        ? Duration.ofSeconds(
                new BigDecimal(typed).multiply(new BigDecimal(60)).longValue())
            .toString()
        : typed;
  }

  /// Digits of any script as those of the settings file.
  private static String digits(String typed) {
    return typed
        .codePoints()
        .map(each -> Character.isDigit(each) ? '0' + Character.digit(each, 10) : each)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
