// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.kernel.Sha256;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/// How webhooks are signed, in and out: HMAC-SHA256 over the time in seconds, a full stop and the body,
/// in hexadecimal, under a secret of 64 hexadecimal digits whose characters are the key.
final class HookSignature {
  static final String TIME = "X-SPS-Timestamp";
  static final String SIGNATURE = "X-SPS-Signature";
  static final String ID = "X-SPS-Id";
  private static final String PREFIX = "sha256=";

  private final byte[] master;

  /// `master` is the shop's own key, from which each webhook's secret is made.
  HookSignature(byte[] master) {
    this.master = master.clone();
  }

  /// The secret of an incoming webhook, for whoever sends to it, when it was renewed so many times.
  String incoming(String name, int generation) {
    return secret("in:" + name + (generation == 0 ? "" : ":" + generation));
  }

  /// The secret of all that is sent from here.
  String outgoing() {
    return secret("out");
  }

  private String secret(String use) {
    return HexFormat.of().formatHex(Sha256.mac(master, use.getBytes(UTF_8)));
  }

  static String sign(String secret, String time, byte[] body) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes((time + ".").getBytes(US_ASCII));
    signed.writeBytes(body);
    byte[] mac = Sha256.mac(secret.getBytes(US_ASCII), signed.toByteArray());
    return PREFIX + HexFormat.of().formatHex(mac);
  }

  /// In a time that does not depend on where they differ.
  static boolean matches(String secret, String time, byte[] body, String signature) {
    return MessageDigest.isEqual(
        sign(secret, time, body).getBytes(UTF_8), signature.strip().getBytes(UTF_8));
  }
}
