// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import java.util.Arrays;
import java.util.Optional;

/// The agent's side of Noise_NKpsk0: `-> psk, e, es` and `<- e, ee`.
final class NoiseResponder {
  private final SymmetricState state;
  private final byte[] theirs;
  private final byte[] payload;

  private NoiseResponder(SymmetricState state, byte[] theirs, byte[] payload) {
    this.state = state;
    this.theirs = theirs;
    this.payload = payload;
  }

  /// Reads the first message; empty when it was not made with these keys and this prologue.
  static Optional<NoiseResponder> read(
      byte[] message, byte[] staticKey, byte[] psk, byte[] prologue) {
    if (message.length < X25519.KEY_BYTES + CipherState.TAG_BYTES) {
      return Optional.empty();
    }
    byte[] theirs = Arrays.copyOf(message, X25519.KEY_BYTES);
    Optional<byte[]> shared = X25519.agree(staticKey, theirs);
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    SymmetricState state = new SymmetricState(prologue, X25519.publicKey(staticKey));
    state.mixKeyAndHash(psk);
    state.mixEphemeral(theirs);
    state.mixKey(shared.get());
    Optional<byte[]> payload =
        state.decryptAndHash(Arrays.copyOfRange(message, X25519.KEY_BYTES, message.length));
    if (payload.isEmpty()) {
      state.destroy();
    }
    return payload.map(clear -> new NoiseResponder(state, theirs, clear));
  }

  byte[] payload() {
    return payload;
  }

  /// The second message and the channel; empty when the phone's key is of small order. Called once,
  /// with 32 fresh random bytes.
  Optional<Answer> answer(byte[] ephemeral, byte[] answerPayload) {
    byte[] mine = X25519.publicKey(ephemeral);
    state.mixEphemeral(mine);
    Optional<byte[]> shared = X25519.agree(ephemeral, theirs);
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    state.mixKey(shared.get());
    byte[] sealed = state.encryptAndHash(answerPayload);
    byte[] message = Arrays.copyOf(mine, mine.length + sealed.length);
    System.arraycopy(sealed, 0, message, mine.length, sealed.length);
    return Optional.of(new Answer(message, state.split(false)));
  }

  /// What goes back to the phone, and the channel that then stands.
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared or printed
  record Answer(byte[] message, NoiseChannel channel) {}
}
