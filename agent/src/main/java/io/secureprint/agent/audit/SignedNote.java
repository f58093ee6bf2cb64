// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.audit;

import io.secureprint.agent.kernel.Sha256;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks a signed note against a verifier key (c2sp.org/signed-note). Total: any text gets an
/// answer.
public final class SignedNote {
  private static final Pattern KEY = Pattern.compile("([!-*,-~]{1,64})\\+([0-9a-f]{8})\\+(\\S{44})");
  private static final Pattern SIGNATURE = Pattern.compile("— (\\S+) (\\S{92})");
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private SignedNote() {}

  /// Whether `note` is signed by the key, and if not, why.
  public static Verdict verify(String note, String verifierKey) {
    Matcher key = KEY.matcher(verifierKey);
    int end = note.lastIndexOf("\n\n");
    if (!key.matches() || end < 0) {
      return new Verdict.Malformed();
    }
    String text = note.substring(0, end + 1);
    return note.substring(end + 2)
        .lines()
        .map(SIGNATURE::matcher)
        .filter(line -> line.matches() && line.group(1).equals(key.group(1)))
        .findFirst()
        .map(line -> check(text, line.group(2), key))
        .orElse(new Verdict.OtherKey());
  }

  static byte[] keyHash(String name, byte[] typedKey) {
    return Arrays.copyOf(Sha256.of((name + "\n").getBytes(StandardCharsets.UTF_8), typedKey), 4);
  }

  private static Verdict check(String text, String signature, Matcher key) {
    try {
      byte[] typed = Base64.getDecoder().decode(key.group(3));
      byte[] both = Base64.getDecoder().decode(signature);
      byte[] hash = keyHash(key.group(1), typed);
      boolean named =
          HexFormat.of().formatHex(hash).equals(key.group(2))
              && typed.length == 33
              && typed[0] == 1
              && both.length == 68
              && Arrays.equals(hash, 0, 4, both, 0, 4);
      if (!named) {
        return new Verdict.OtherKey();
      }
      return signed(text, Arrays.copyOfRange(both, 4, 68), Arrays.copyOfRange(typed, 1, 33))
          ? new Verdict.Valid(text)
          : new Verdict.Forged();
    } catch (IllegalArgumentException | GeneralSecurityException _) {
      return new Verdict.Malformed();
    }
  }

  private static boolean signed(String text, byte[] signature, byte[] publicKey)
      throws GeneralSecurityException {
    byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + publicKey.length);
    System.arraycopy(publicKey, 0, encoded, X509_PREFIX.length, publicKey.length);
    PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    Signature ed25519 = Signature.getInstance("Ed25519");
    ed25519.initVerify(key);
    ed25519.update(text.getBytes(StandardCharsets.UTF_8));
    return ed25519.verify(signature);
  }

  /// What a check found.
  public sealed interface Verdict {
    /// The text is what the holder of the key signed.
    record Valid(String text) implements Verdict {}

    /// The signature does not fit the text.
    record Forged() implements Verdict {}

    /// Signed, but by somebody else.
    record OtherKey() implements Verdict {}

    record Malformed() implements Verdict {}
  }
}
