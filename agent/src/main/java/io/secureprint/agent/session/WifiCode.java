// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The text by which phones join a Wi-Fi from a QR, in the form that cameras of Android and iOS know.
/// No standard has it; its five signs are escaped by a backslash. Names and passwords that look like
/// hex digits stay bare: today's phones take quotation marks for a part of them.
public final class WifiCode {
  /// Bytes of a network's name (IEEE 802.11-2020, 9.4.2.2).
  private static final int LONGEST_NAME = 32;

  private WifiCode() {}

  /// `password` is empty for an open network.
  public static String of(String name, String password) {
    return password.isEmpty()
        ? "WIFI:T:nopass;S:" + escaped(name) + ";;"
        : "WIFI:T:WPA;S:" + escaped(name) + ";P:" + escaped(password) + ";;";
  }

  /// Whether a network can be called so; empty text names none.
  public static boolean isName(String name) {
    return name.matches("\\P{Cntrl}*") && name.getBytes(UTF_8).length <= LONGEST_NAME;
  }

  /// Whether WPA can have this password (IEEE 802.11-2020, J.4.1): a phrase of 8 to 63 signs, or the key
  /// in 64 hex digits. An open network has an empty one.
  public static boolean isPassword(String password) {
    return password.matches("|[ -~]{8,63}|\\p{XDigit}{64}");
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\;,:\"]", "\\\\$0");
  }
}
