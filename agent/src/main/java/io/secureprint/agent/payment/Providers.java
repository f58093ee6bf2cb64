// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

/// The names of the providers that money comes by.
public final class Providers {
  public static final String CASH = "cash";
  /// UPI to the shop's own address, which a person of the shop confirms.
  public static final String UPI = "upi";
  public static final String RAZORPAY = "razorpay";

  private Providers() {}

  /// Whether people confirm its payments: their intents need nobody to name them.
  static boolean isByHand(String provider) {
    return provider.equals(CASH) || provider.equals(UPI);
  }
}
