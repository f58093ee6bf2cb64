// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel.form;

/// What numbers may be.
public final class Bounds {
  /// The largest whole number that every language of JSON keeps exactly.
  public static final long MAX_WHOLE = (1L << 53) - 1;

  private Bounds() {}

  /// Throws [IllegalArgumentException] naming the field.
  public static void within(String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(field + " is out of range");
    }
  }
}
