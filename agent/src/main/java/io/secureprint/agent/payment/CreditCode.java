// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.secureprint.agent.kernel.Sha256;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/// By which a customer comes back for what was paid and not printed (decision 3): 128 bits that follow
/// from the claim under a key of the shop, so that the database needs to know their hash alone and the
/// shop can tell them again. The brief form is for people to type: 8 signs, of 40 bits.
@SuppressWarnings("ArrayRecordComponent") // never compared, printed or put in a collection
public record CreditCode(byte[] bytes) {
  public static final int LENGTH = 16;

  /// Without signs that look alike (Crockford's).
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BRIEF = 8;
  private static final int BITS = 5;

  public CreditCode {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a credit's code has " + LENGTH + " bytes");
    }
  }

  static CreditCode of(String claimId, byte[] shopKey) {
    byte[] whole = Sha256.mac(shopKey, ("credit " + claimId).getBytes(US_ASCII));
    return new CreditCode(ByteBuffer.allocate(LENGTH).put(whole, 0, LENGTH).array());
  }

  /// What the database knows of it.
  String hash() {
    return Sha256.hex("SPS credit".getBytes(US_ASCII), bytes);
  }

  /// As people type it: `K7MP-3QXD`.
  public String brief() {
    ByteBuffer digest = ByteBuffer.wrap(Sha256.of("SPS credit brief".getBytes(US_ASCII), bytes));
    long bits = digest.getLong() >>> (Long.SIZE - BRIEF * BITS);
    StringBuilder text = new StringBuilder();
    for (int at = BRIEF - 1; at >= 0; at--) {
      text.append(SIGNS.charAt((int) (bits >>> (at * BITS)) & (SIGNS.length() - 1)));
    }
    return text.insert(BRIEF / 2, '-').toString();
  }

  /// What the database knows of a brief code as somebody typed it; empty for what is none.
  static Optional<String> briefHash(String typed) {
    String plain =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean fits =
        plain.length() == BRIEF && plain.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
    return fits
        ? Optional.of(
            Sha256.hex("SPS credit typed".getBytes(US_ASCII), plain.getBytes(US_ASCII)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "CreditCode[]";
  }
}
