// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import java.util.List;
import java.util.Locale;

/// What a demonstration shows, one after the other.
public enum Scene {
  /// Somebody prints, and pays by UPI.
  UPI,
  /// The bank refuses a payment at first.
  BANK_REFUSES,
  /// The printer runs out of paper and gets some.
  PAPER_OUT,
  /// Somebody leaves without a word, and the disconnect timer destroys the data.
  WALKS_AWAY,
  THREE_AT_ONCE,
  /// 2 files of 3.5 MB together: 190 colour pages on both sides, for ₹855.00.
  LARGE_JOB;

  List<Person> people() {
    return switch (this) {
      case UPI -> List.of(Person.ASHA);
      case BANK_REFUSES -> List.of(Person.RAVI);
      case PAPER_OUT -> List.of(Person.MEENA);
      case WALKS_AWAY -> List.of(Person.IMRAN);
      case THREE_AT_ONCE -> List.of(Person.LATA, Person.JOHN, Person.FATIMA);
      case LARGE_JOB -> List.of(Person.SURESH);
    };
  }

  /// What the command line and reports call it.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
