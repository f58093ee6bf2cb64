// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// What a ticket's QR carries, and the secrets behind it (`docs/protocol.md` 1): the agent's X25519
/// key pair for this one session, the join secret, and the secret for resuming.
public final class JoinKeys {
  private final String fragment;
  private final String sid;
  private final KeyRing.Key staticPrivate;
  private final KeyRing.Key joinSecret;
  private final KeyRing.Key resumeSecret;

  /// Takes the three secrets over into `ring`; `publicKey` is the public half of `staticPrivate`.
  JoinKeys(KeyRing ring, byte[] staticPrivate, byte[] publicKey, byte[] psk16, byte[] resume) {
    fragment = fragment(publicKey, psk16);
    sid = sid(publicKey);
    this.staticPrivate = ring.add(staticPrivate).orElseThrow();
    this.joinSecret = ring.add(psk16).orElseThrow();
    this.resumeSecret = ring.add(resume).orElseThrow();
  }

  /// The address fragment: base64url of `01 ‖ S_pub ‖ psk16`.
  String fragment() {
    return fragment;
  }

  /// The session's short public name on the wire, 8 bytes in hexadecimal.
  public String sid() {
    return sid;
  }

  public KeyRing.Key staticPrivate() {
    return staticPrivate;
  }

  public KeyRing.Key joinSecret() {
    return joinSecret;
  }

  public KeyRing.Key resumeSecret() {
    return resumeSecret;
  }

  private static String fragment(byte[] publicKey, byte[] psk16) {
    byte[] bytes = new byte[1 + publicKey.length + psk16.length];
    bytes[0] = 1;
    System.arraycopy(publicKey, 0, bytes, 1, publicKey.length);
    System.arraycopy(psk16, 0, bytes, 1 + publicKey.length, psk16.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String sid(byte[] publicKey) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update("PSP/1 sid".getBytes(StandardCharsets.US_ASCII));
      byte[] digest = sha256.digest(publicKey);
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
