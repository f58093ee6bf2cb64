// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.audit;

import io.secureprint.agent.kernel.Sha256;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The shop's Ed25519 key, by which its receipts are known, in the C2SP signed-note form
/// (c2sp.org/signed-note): a name, a 4-byte key hash, a signature.
public final class ShopKey {
  private static final byte ED25519 = 1;

  private final String name;
  private final byte[] publicKey;
  private final PrivateKey privateKey;

  /// `seed` is the 32-byte private key, `publicKey` its 32-byte public half.
  ShopKey(byte[] seed, byte[] publicKey) throws GeneralSecurityException {
    this.publicKey = publicKey.clone();
    this.name = "sps-" + HexFormat.of().formatHex(Sha256.of(publicKey), 0, 4);
    this.privateKey =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
  }

  /// `sps-` and the first bytes of the public key's SHA-256.
  public String name() {
    return name;
  }

  /// What a verifier needs: `NAME+HASH+base64(01 ‖ public key)`.
  public String verifierKey() {
    return name
        + "+"
        + HexFormat.of().formatHex(SignedNote.keyHash(name, typed(publicKey)))
        + "+"
        + Base64.getEncoder().encodeToString(typed(publicKey));
  }

  /// Signs `text`, which ends with a newline.
  public String note(String text) {
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("a note ends with a newline");
    }
    byte[] hash = SignedNote.keyHash(name, typed(publicKey));
    byte[] signature = sign(text.getBytes(StandardCharsets.UTF_8));
    byte[] both = Arrays.copyOf(hash, hash.length + signature.length);
    System.arraycopy(signature, 0, both, hash.length, signature.length);
    return text + "\n— " + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
  }

  private byte[] sign(byte[] message) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(privateKey);
      ed25519.update(message);
      return ed25519.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the shop key cannot sign", e);
    }
  }

  private static byte[] typed(byte[] publicKey) {
    byte[] typed = new byte[publicKey.length + 1];
    typed[0] = ED25519;
    System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
    return typed;
  }
}
