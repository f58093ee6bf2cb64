// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.kernel.Paise;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Locale;

/// Writes `upi://pay` links for QR codes of our own (NPCI UPI Linking Specifications 1.6,
/// `payments.md` 1.1): unsigned, with a fixed amount in rupees. Links that a gateway issued are shown
/// as they came and never pass through here.
public final class UpiLink {
  private static final int MOST_NAME = 50;
  private static final String UNRESERVED = "-._~";

  private UpiLink() {}

  /// Who is paid: the shop's address and name, and its merchant category if its bank gave it one (4
  /// digits).
  public record Payee(Vpa address, String name, @Nullable String category) {
    public Payee {
      if (category != null && !category.matches("[0-9]{4}")) {
        throw new IllegalArgumentException("a merchant category has 4 digits: " + category);
      }
    }
  }

  /// `reference` has up to 35 letters and digits, or is null; `note` is for the payer's app.
  public static String of(Payee payee, @Nullable String reference, String note, Paise amount) {
    if (reference != null && !reference.matches("[A-Za-z0-9]{1,35}")) {
      throw new IllegalArgumentException("no transaction reference: " + reference);
    }
    StringBuilder link = new StringBuilder("upi://pay?pa=").append(payee.address().text());
    link.append("&pn=").append(encoded(name(payee.name())));
    if (payee.category() != null) {
      link.append("&mc=").append(payee.category());
    }
    if (reference != null) {
      link.append("&tr=").append(reference);
    }
    return link
        .append("&tn=").append(encoded(note))
        .append("&am=").append(rupees(amount))
        .append("&cu=INR")
        .toString();
  }

  /// As UPI wants amounts: `12.50`, ungrouped.
  static String rupees(Paise amount) {
    return String.format(Locale.ROOT, "%d.%02d", amount.value() / 100, amount.value() % 100);
  }

  private static String name(String given) {
    String clean = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
    int most = Math.min(MOST_NAME, clean.codePointCount(0, clean.length()));
    return clean.substring(0, clean.offsetByCodePoints(0, most));
  }

  /// RFC 3986: every byte but the unreserved, so a space is %20 and never a plus.
  private static String encoded(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      boolean plain =
          b > 0 && (Character.isLetterOrDigit((char) b) || UNRESERVED.indexOf((char) b) >= 0);
      if (plain) {
        out.append((char) b);
      } else {
        out.append('%').append(String.format(Locale.ROOT, "%02X", b));
      }
    }
    return out.toString();
  }
}
