// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(shopKey, "HmacSHA256"));
      byte[] whole = mac.doFinal(("credit " + claimId).getBytes(US_ASCII));
      return new CreditCode(ByteBuffer.allocate(LENGTH).put(whole, 0, LENGTH).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /// What the database knows of it.
  String hash() {
    return HexFormat.of().formatHex(digest("SPS credit", bytes));
  }

  /// As people type it: `K7MP-3QXD`.
  public String brief() {
    ByteBuffer digest = ByteBuffer.wrap(digest("SPS credit brief", bytes));
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
            HexFormat.of().formatHex(digest("SPS credit typed", plain.getBytes(US_ASCII))))
        : Optional.empty();
  }

  private static byte[] digest(String use, byte[] of) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(use.getBytes(US_ASCII));
      return sha.digest(of);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "CreditCode[]";
  }
}
