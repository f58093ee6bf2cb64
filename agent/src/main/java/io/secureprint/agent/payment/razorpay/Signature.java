// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment.razorpay;

import io.secureprint.agent.kernel.Sha256;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/// HMAC-SHA256 over the raw bytes of a message, in hexadecimal, as the header
/// `X-Razorpay-Signature` carries it (`payments.md` 3.2). The body is never parsed before it fits,
/// and never written anew to be checked.
final class Signature {
  private static final int HEX_LENGTH = 2 * Sha256.LENGTH;
  private static final int MOST_BODY = 1 << 20;

  private Signature() {}

  /// Whether exactly one signature was given and it is that of `body` (1 byte to 1 MiB) under one of
  /// the `secrets`; after a change the old one is still in use for a day.
  static boolean fits(byte[] body, List<String> signatures, List<byte[]> secrets) {
    if (body.length == 0 || body.length > MOST_BODY || signatures.size() != 1) {
      return false;
    }
    String given = signatures.getFirst();
    if (given.length() != HEX_LENGTH || !given.chars().allMatch(HexFormat::isHexDigit)) {
      return false;
    }
    byte[] claimed = HexFormat.of().parseHex(given);
    boolean fits = false;
    for (byte[] secret : secrets) {
      fits |= secret.length > 0 && MessageDigest.isEqual(Sha256.mac(secret, body), claimed);
    }
    return fits;
  }
}
