// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import io.secureprint.agent.intake.NoiseResponder.Answer;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.Optional;

/// An answered handshake: what goes back to the phone and the channel that then stands. The phone
/// has proved nothing before its first record opens: a first message can be replayed by anyone.
@SuppressWarnings("ArrayRecordComponent") // keys are never compared, printed or put in a collection
record Greeting(Sid sid, boolean resume, byte[] answer, NoiseChannel channel, byte[] resumePsk) {
  private static final byte[] NOTHING = new byte[0];
  private static final int VERSION = 1;

  /// Empty when the keys, the host or the version are not ours.
  static Optional<Greeting> answer(PhoneFrame.Hello hello, String pageHost, Reception reception) {
    return reception
        .doors()
        .enter(hello.sid(), hello.resume())
        .flatMap(keys -> answer(hello, pageHost, reception, keys));
  }

  private static Optional<Greeting> answer(
      PhoneFrame.Hello hello, String pageHost, Reception reception, Doors.Keys keys) {
    byte[] prologue = Prologue.of(hello.flags(), pageHost, hello.sid());
    byte[] ephemeral = reception.ids().bytes(X25519.KEY_BYTES);
    byte[] resumePsk = hello.resume() ? NOTHING : reception.ids().bytes(32);
    try {
      return NoiseResponder.read(hello.noise(), keys.staticPrivate(), keys.psk(), prologue)
          .filter(responder -> ourVersion(responder.payload()))
          .flatMap(responder -> responder.answer(ephemeral, resumePsk))
          .map(answered -> greeting(hello, answered, resumePsk));
    } finally {
      Arrays.fill(keys.staticPrivate(), (byte) 0);
      Arrays.fill(keys.psk(), (byte) 0);
      Arrays.fill(ephemeral, (byte) 0);
    }
  }

  private static Greeting greeting(PhoneFrame.Hello hello, Answer answered, byte[] resumePsk) {
    byte[] frame = new AgentFrame.Answer(answered.message()).bytes();
    return new Greeting(hello.sid(), hello.resume(), frame, answered.channel(), resumePsk);
  }

  private static boolean ourVersion(byte[] payload) {
    try {
      return JsonMapper.shared().readTree(payload).path("v").asInt(0) == VERSION;
    } catch (JacksonException _) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "Greeting[" + sid + "]";
  }
}
