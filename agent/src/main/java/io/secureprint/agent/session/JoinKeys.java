// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

/// What a ticket's QR carries, and the secrets behind it (`docs/protocol.md` 1). The fragment is in
/// the QR; `sid` is the session's public name on the wire.
public record JoinKeys(
    String fragment, String sid, KeyRing.Key staticPrivate, KeyRing.Key joinPsk) {

  /// Hides the fragment, which opens the session.
  @Override
  public String toString() {
    return "JoinKeys[" + sid + "]";
  }

  /// Makes the wire's names of a session out of its private key and its join secret.
  @FunctionalInterface
  public interface Maker {
    Made make(byte[] staticPrivate, byte[] joinSecret);
  }

  /// The fragment, the sid, and the pre-shared key (32 bytes) that follows from the join secret.
  @SuppressWarnings("ArrayRecordComponent") // handed over at once, never compared or printed
  public record Made(String fragment, String sid, byte[] joinPsk) {}
}
