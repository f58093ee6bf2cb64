// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.PolicyDraft;
import io.secureprint.agent.board.SlaPolicy;
import io.secureprint.agent.board.TaskType;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.time.Duration;

/// A promise while it is written: for which tasks, how many minutes, and when to warn.
final class PolicyForm {
  static final String ANY = "*";
  private static final int DIGITS = 6;

  private final StringProperty type = new SimpleStringProperty(TaskType.KNOWN.getFirst());
  private final StringProperty area = new SimpleStringProperty("");
  private final StringProperty minutes = new SimpleStringProperty("");
  private final StringProperty warn =
      new SimpleStringProperty(String.valueOf(PolicyDraft.WARN_PERCENT));
  private SlaPolicy.Moves moves = SlaPolicy.Moves.USUAL;

  StringProperty type() {
    return type;
  }

  /// Empty for everywhere.
  StringProperty area() {
    return area;
  }

  StringProperty minutes() {
    return minutes;
  }

  StringProperty warn() {
    return warn;
  }

  /// What starts and stops its clock stays as it was.
  void load(SlaPolicy policy) {
    type.set(policy.kind().taskType());
    area.set(policy.kind().area().equals(ANY) ? "" : policy.kind().area());
    minutes.set(String.valueOf(policy.target().toMinutes()));
    warn.set(String.valueOf(policy.warnPercent()));
    moves = policy.moves();
  }

  /// What is no number is handed on as one that the board refuses beside its field.
  PolicyDraft draft() {
    String where = area.get().strip();
    return new PolicyDraft(
        new SlaPolicy.Kind(where.isEmpty() ? ANY : where, type.get().strip()),
        Duration.ofMinutes(number(minutes.get())),
        number(warn.get()),
        moves);
  }

  private static int number(String typed) {
    int read = 0;
    String digits = typed.strip();
    if (digits.isEmpty() || digits.length() > DIGITS) {
      return -1;
    }
    for (int at = 0; at < digits.length(); at++) {
      int digit = Character.digit(digits.charAt(at), 10);
      if (digit < 0) {
        return -1;
      }
      read = read * 10 + digit;
    }
    return read;
  }
}
