// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.Sha256;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A UPI reference as a person typed it from the shop's bank app: 12 digits, or their last 4. Whole
/// ones go into the books as an HMAC under a key of the shop, with their last 4 digits beside it
/// (decision 24).
public record Utr(String digits, String mac) {
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
  private static final int WHOLE = 12;

  /// Empty for what is neither; spaces are left out.
  public static Optional<Utr> parse(String typed, byte[] shopKey) {
    String digits = typed.replaceAll("\\s", "");
    return digits.matches("[0-9]{4}|[0-9]{12}")
        ? Optional.of(new Utr(digits, mac(digits, shopKey)))
        : Optional.empty();
  }

  boolean isWhole() {
    return digits.length() == WHOLE;
  }

  /// By which the payment never counts twice: the whole number for ever, its end for one amount and
  /// one day.
  String paymentId(Paise amount, Instant now) {
    return isWhole() ? "utr-" + mac + "-" + lastDigits() : brief(amount, day(now));
  }

  /// What the same payment is called where its last digits were typed, today or yesterday.
  List<String> briefIds(Paise amount, Instant now) {
    LocalDate today = day(now);
    return List.of(brief(amount, today), brief(amount, today.minusDays(1)));
  }

  private String lastDigits() {
    return digits.substring(digits.length() - 4);
  }

  private String brief(Paise amount, LocalDate day) {
    return "day-" + day + "-" + amount.value() + "-" + lastDigits();
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, INDIA);
  }

  private static String mac(String digits, byte[] key) {
    return HexFormat.of().formatHex(Sha256.mac(key, digits.getBytes(US_ASCII)), 0, 16);
  }

  @Override
  public String toString() {
    return "Utr[]";
  }
}
