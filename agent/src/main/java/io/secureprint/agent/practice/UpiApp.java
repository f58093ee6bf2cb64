// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A customer's UPI app. What it needs to pay stands in the link of a QR; the rest is between the
/// bank and the shop, whose API is at `api`.
record UpiApp(PracticeGateway bank, String api) {
  private static final Pattern AMOUNT = Pattern.compile("[?&]am=(\\d{1,7})\\.(\\d\\d)(&|$)");

  /// The bank takes the money and tells the shop.
  void pay(String link) {
    String code = code(link);
    byte[] message = bank.message(code, bank.pay(code, paise(link)));
    int said = GatewayMessage.signed(api, message).deliver();
    if (said != 200) {
      throw new OffScript("the shop answers its bank with " + said);
    }
  }

  /// The bank says no.
  void tryInVain(String link) {
    bank.refuse(code(link), paise(link));
  }

  private String code(String link) {
    return bank.read(link).orElseThrow(() -> new OffScript("not a QR of this bank: " + link));
  }

  private static long paise(String link) {
    Matcher amount = AMOUNT.matcher(link);
    if (!amount.find()) {
      throw new OffScript("a QR without an amount: " + link);
    }
    return Long.parseLong(amount.group(1) + amount.group(2));
  }
}
