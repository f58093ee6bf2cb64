// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

/// The kinds of steps, by the names of the JSON. `spec/api.md` 1.
public enum StepType {
  /// Asks a person to fill in fields.
  FORM,
  /// Tells a person something.
  INFO,
  /// Asks a person for a yes or a no.
  CONFIRMATION,
  /// Looks whether what is known so far is right, by rules or by asking a server. Changes nothing.
  VALIDATION,
  /// Calls a server.
  API_CALL,
  /// Waits until somebody of the shop says yes or no.
  APPROVAL,
  /// Puts a card on the work board, and waits until it is done where wanted.
  TASK,
  /// Waits for a time or for a message.
  WAIT,
  /// Does several things at once.
  PARALLEL,
  /// Goes one way or another.
  SWITCH,
  /// The customer brings documents and chooses how they are printed.
  PRINT_OPTIONS,
  /// The customer pays.
  PRINT_PAYMENT,
  /// The sheets come out.
  PRINT_OUTPUT;

  /// Whether a person answers it.
  public boolean asks() {
    return this == FORM || this == INFO || this == CONFIRMATION;
  }

  /// Whether it is one of the three that every print workflow has.
  public boolean prints() {
    return this == PRINT_OPTIONS || this == PRINT_PAYMENT || this == PRINT_OUTPUT;
  }

  /// Whether it may be done beside others, with nobody looking.
  public boolean alone() {
    return this == VALIDATION || this == API_CALL || this == TASK || this == WAIT;
  }
}
