// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// SHA-256 (FIPS 180-4), by itself and as HMAC (RFC 2104); every JDK has both.
public final class Sha256 {
  /// Bytes.
  public static final int LENGTH = 32;

  private static final String HMAC = "HmacSHA256";

  private Sha256() {}

  /// Of the parts, one behind the other.
  public static byte[] of(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The same in 64 hexadecimal digits.
  public static String hex(byte[]... parts) {
    return HexFormat.of().formatHex(of(parts));
  }

  /// Of a text's UTF-8, in 64 hexadecimal digits.
  public static String hex(String text) {
    return hex(text.getBytes(UTF_8));
  }

  /// HMAC-SHA-256; `key` has at least 1 byte, and stays the caller's to zero.
  public static byte[] mac(byte[] key, byte[] of) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(of);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }
}
