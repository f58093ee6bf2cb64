// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

/// What a session says to something the phone did with a file.
public sealed interface FileAnswer {
  record Accepted(SessionFile file) implements FileAnswer {}

  /// Not possible, told to the customer; the session goes on.
  record Refused(String code) implements FileAnswer {}

  /// Of a file that is not wanted any more: dropped without a word.
  record Ignored() implements FileAnswer {}

  /// Against the protocol; the connection is closed.
  record Violation(String code) implements FileAnswer {}
}
