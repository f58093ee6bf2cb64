// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

/// The names of the providers that money comes by.
public final class Providers {
  public static final String CASH = "cash";
  /// UPI to the shop's own address, which a person of the shop confirms.
  public static final String UPI = "upi";
  public static final String RAZORPAY = "razorpay";
  /// What was paid before and not printed, see [Credits]. No new money.
  public static final String CREDIT = "credit";

  private Providers() {}

  /// Whether people confirm its payments.
  static boolean isByHand(String provider) {
    return provider.equals(CASH) || provider.equals(UPI);
  }

  /// Whether its intents need nobody else to name them.
  static boolean isOurs(String provider) {
    return isByHand(provider) || provider.equals(CREDIT);
  }
}
