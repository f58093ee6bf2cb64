// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import org.jspecify.annotations.Nullable;

/// Who wants something of the board. `name` stands in the books. Everything that belongs to one cause
/// has one correlation id; a caller without gets a new one. A program that may ask twice gives each
/// wish a `commandId`, and one that must not overwrite what it did not see the `revision` it read.
public record Caller(
    Kind kind,
    String name,
    @Nullable String correlationId,
    @Nullable String commandId,
    @Nullable Integer revision) {
  /// As the event log holds them.
  public static final int LONGEST_NAME = 40;

  public Caller {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a caller's name needs 1 to 40 characters: " + name);
    }
  }

  /// Somebody of the shop.
  public static Caller person(String name) {
    return new Caller(Kind.PERSON, name, null, null, null);
  }

  /// A program with an API key.
  public static Caller program(String name) {
    return new Caller(Kind.PROGRAM, name, null, null, null);
  }

  /// The shop itself: automations, workflows, health.
  public static Caller system(String name) {
    return new Caller(Kind.SYSTEM, name, null, null, null);
  }

  public Caller within(String correlation) {
    return new Caller(kind, name, correlation, commandId, revision);
  }

  /// Once, however often it is asked.
  public Caller once(String command) {
    return new Caller(kind, name, correlationId, command, revision);
  }

  /// Only if nobody has changed it since.
  public Caller having(int read) {
    return new Caller(kind, name, correlationId, commandId, read);
  }

  boolean knows(int present) {
    return revision == null || revision == present;
  }

  /// Within its correlation, which it has by now.
  String correlation() {
    if (correlationId == null) {
      throw new IllegalStateException("no correlation id yet");
    }
    return correlationId;
  }

  /// What kind of caller it is.
  public enum Kind {
    PERSON, PROGRAM, SYSTEM
  }
}
