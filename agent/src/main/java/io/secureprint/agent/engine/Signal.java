// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

/// Something that happened outside and that a waiting step wants to know.
public record Signal(String name, Facts facts) {
  /// The signal of a timer that the step itself asked for.
  public static final String WAKE = "wake";
  /// A branch has ended; its status is the fact `status`.
  public static final String BRANCH = "branch";
  /// The execution is to end, with the fact `code`. It goes before all that came earlier.
  public static final String CANCEL = "cancel";

  public Signal {
    if (!name.matches("[a-z][a-zA-Z0-9-]{0,39}")) {
      throw new IllegalArgumentException("not a signal name: " + name);
    }
  }

  /// The wish that it ends, which has the name of its kind as its command: it is heard once.
  static Signal cancel(String code) {
    return new Signal(CANCEL, Facts.of("code", code));
  }

  public static Signal of(String name) {
    return new Signal(name, Facts.NONE);
  }
}
