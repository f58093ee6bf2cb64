// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.kernel.form.Bounds;

/// The ranges that fields of control messages must keep. Messages name the field, not the value: a
/// value may be a customer's.
final class Fields {
  /// The largest whole number that JavaScript counts exactly.
  static final long MAX_WHOLE = Bounds.MAX_WHOLE;

  private Fields() {}

  static void within(String field, long value, long least, long most) {
    Bounds.within(field, value, least, most);
  }

  static void fid(int fid) {
    within("fid", fid, 1, 65_535);
  }

  static void bytes(String field, byte[] value, int length) {
    if (value.length != length) {
      throw new IllegalArgumentException(field + " is not " + length + " bytes");
    }
  }

  static void utf8(String field, String value, int mostBytes) {
    if (value.getBytes(UTF_8).length > mostBytes) {
      throw new IllegalArgumentException(field + " is longer than " + mostBytes + " bytes");
    }
  }
}
