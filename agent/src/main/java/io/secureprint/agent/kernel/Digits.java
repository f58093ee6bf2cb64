// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

/// Figures as the shop's people type them: a Hindi keyboard gives Devanagari digits, which are read
/// like the Latin ones. Those of other scripts look alike and mean something else, so they are not.
public final class Digits {
  private Digits() {}

  public static String latin(String text) {
    StringBuilder read = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      boolean devanagari = character >= '०' && character <= '९';
      read.append(devanagari ? (char) (character - '०' + '0') : character);
    }
    return read.toString();
  }
}
