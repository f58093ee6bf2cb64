// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import java.util.Arrays;
import java.util.Optional;

/// The phone's side of Noise_NKpsk0: `-> psk, e, es` and `<- e, ee`.
public final class NoiseInitiator {
  private final byte[] remoteStatic;
  private final byte[] psk;
  private final byte[] ephemeral;
  private final SymmetricState state;

  /// `ephemeral` is 32 fresh random bytes, used for this handshake only.
  public NoiseInitiator(byte[] remoteStatic, byte[] psk, byte[] prologue, byte[] ephemeral) {
    this.remoteStatic = remoteStatic.clone();
    this.psk = psk.clone();
    this.ephemeral = ephemeral.clone();
    this.state = new SymmetricState(prologue, remoteStatic);
  }

  /// The first message; called once.
  public byte[] hello(byte[] payload) {
    byte[] mine = X25519.publicKey(ephemeral);
    state.mixKeyAndHash(psk);
    state.mixEphemeral(mine);
    state.mixKey(X25519.agree(ephemeral, remoteStatic).orElseThrow());
    byte[] sealed = state.encryptAndHash(payload);
    byte[] message = Arrays.copyOf(mine, mine.length + sealed.length);
    System.arraycopy(sealed, 0, message, mine.length, sealed.length);
    return message;
  }

  /// Empty when the answer does not come from the holder of the static key.
  public Optional<Answered> answered(byte[] message) {
    if (message.length < X25519.KEY_BYTES + CipherState.TAG_BYTES) {
      return Optional.empty();
    }
    byte[] theirs = Arrays.copyOf(message, X25519.KEY_BYTES);
    state.mixEphemeral(theirs);
    Optional<byte[]> shared = X25519.agree(ephemeral, theirs);
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    state.mixKey(shared.get());
    return state
        .decryptAndHash(Arrays.copyOfRange(message, X25519.KEY_BYTES, message.length))
        .map(payload -> new Answered(payload, state.split(true)));
  }

  /// The payload of the second message, and the channel.
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared or printed
  public record Answered(byte[] payload, NoiseChannel channel) {}
}
