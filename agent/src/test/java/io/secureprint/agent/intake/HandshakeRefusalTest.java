// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.practice.PracticePhone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Who does not hold the keys is refused, always in the same way, and changes nothing.
class HandshakeRefusalTest {
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final ShopFront shop = new ShopFront(PATIENCE);
  private final JoinCode code = shop.ticket();

  @AfterEach
  void closeShop() {
    shop.close();
  }

  @Test
  void aWrongSecretIsRefusedAfterAPause() {
    JoinCode guessed = new JoinCode(code.publicKey(), new byte[JoinCode.SECRET_BYTES]);
    PracticePhone phone = shop.phone(guessed, 2);
    long before = System.nanoTime();
    assertThat(phone.connect(false)).isFalse();
    assertThat(phone.closeCode()).isEqualTo(1008);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
    assertThat(shop.doors.claimed(code)).isFalse();
  }

  @Test
  void anUnknownSessionIsRefusedInTheSameWay() {
    byte[] staticPrivate = shop.ids.bytes(32);
    JoinCode foreign = new JoinCode(X25519.publicKey(staticPrivate), shop.ids.bytes(16));
    PracticePhone phone = shop.phone(foreign, 2);
    long before = System.nanoTime();
    assertThat(phone.connect(false)).isFalse();
    assertThat(phone.closeCode()).isEqualTo(1008);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void aSecondCustomerIsRefusedAndShownAndTheFirstGoesOn() {
    PracticePhone first = shop.phone(code, 2);
    first.claim();
    PracticePhone second = shop.phone(code, 3);
    second.connect(false);
    second.send(new PhoneMessage.Claim(Language.ENGLISH, new byte[32]));
    assertThat(second.closeCode()).isEqualTo(1008);
    assertThat(shop.doors.secondClaims()).containsExactly(code.sid());
    PracticePhone again = second.twin();
    assertThat(again.connect(true)).isFalse();
    assertThat(again.closeCode()).isEqualTo(1008);
    first.send(new PhoneMessage.Ping());
    first.await(AgentMessage.Pong.class);
  }

  @Test
  void aReplayedFirstMessageClaimsNothingAndDisturbsNobody() throws IOException {
    PracticePhone phone = shop.phone(code, 2);
    byte[] hello = hello(code, false, code.psk());
    RawSocket original = shop.socket(3).upgraded();
    original.message(hello);
    assertThat(original.receive()[0]).isEqualTo(AgentFrame.ANSWER);
    phone.claim();
    RawSocket replay = shop.socket(4).upgraded();
    replay.message(hello);
    assertThat(replay.closeCode()).isEqualTo(1008);
    assertThat(shop.doors.secondClaims()).isEmpty();
    phone.send(new PhoneMessage.Ping());
    phone.await(AgentMessage.Pong.class);
  }

  @Test
  void aReplayedResumeDoesNotThrowTheCustomerOut() throws IOException {
    PracticePhone phone = shop.phone(code, 2);
    phone.claim();
    byte[] resumePsk = shop.doors.guest(code).arrival.resumePsk();
    byte[] hello = hello(code, true, resumePsk);
    phone.resume();
    TestGuest guest = shop.doors.guest(code);
    RawSocket replay = shop.socket(4).upgraded();
    replay.message(hello);
    assertThat(replay.closeCode()).isEqualTo(1008);
    assertThat(guest.dropped).isFalse();
    assertThat(phone.connected()).isTrue();
  }

  @Test
  void aSocketThatNeverShakesHandsIsClosed() throws IOException {
    RawSocket silent = shop.socket(2).upgraded();
    assertThat(silent.closeCode()).isEqualTo(1008);
  }

  @Test
  void aPhoneThatNeverClaimsIsClosed() {
    PracticePhone phone = shop.phone(code, 2);
    assertThat(phone.connect(false)).isTrue();
    assertThat(phone.closeCode()).isEqualTo(1008);
    assertThat(shop.doors.claimed(code)).isFalse();
    shop.phone(code, 3).claim();
  }

  @Test
  void anythingButClaimComingFirstIsRefused() {
    PracticePhone phone = shop.phone(code, 2);
    phone.connect(false);
    phone.send(new PhoneMessage.PayBack());
    assertThat(phone.closeCode()).isEqualTo(1008);
    assertThat(shop.doors.claimed(code)).isFalse();
  }

  @Test
  void resumingWhatWasNeverClaimedIsRefused() {
    PracticePhone phone = shop.phone(code, 2);
    assertThat(phone.twin().connect(false)).isTrue();
    PracticePhone hopeful = shop.phone(code, 3);
    hopeful.connect(false);
    assertThat(hopeful.twin().connect(true)).isFalse();
  }

  @Test
  void garbageInsteadOfAHandshakeIsRefused() throws IOException {
    Random random = new Random(8);
    for (int i = 0; i < 8; i++) {
      byte[] garbage = new byte[random.nextInt(200)];
      random.nextBytes(garbage);
      RawSocket socket = shop.socket(10 + i).upgraded();
      socket.message(garbage);
      assertThat(socket.closeCode()).isEqualTo(1008);
      socket.close();
    }
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    RawSocket socket = shop.socket(2).upgraded();
    socket.message(hello(code, false, code.psk(), "{\"v\":2}"));
    assertThat(socket.closeCode()).isEqualTo(1008);
    RawSocket text = shop.socket(3).upgraded();
    text.message(hello(code, false, code.psk(), "hello"));
    assertThat(text.closeCode()).isEqualTo(1008);
  }

  @Test
  void whoGuessesTwentyTimesIsToldOfAndShutOutForAMinute() throws IOException {
    JoinCode wrong = new JoinCode(code.publicKey(), new byte[JoinCode.SECRET_BYTES]);
    byte[] hello = hello(wrong, false, wrong.psk());
    for (int round = 0; round < Refusals.MOST / 4; round++) {
      List<RawSocket> guesses = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        guesses.add(shop.socket(2).upgraded());
        guesses.getLast().message(hello);
      }
      for (RawSocket guess : guesses) {
        assertThat(guess.closeCode()).isEqualTo(1008);
      }
    }
    assertThat(shop.doors.guessed()).containsExactly(code.sid());
    RawSocket shutOut = shop.socket(2);
    assertThatThrownBy(shutOut::upgraded).isInstanceOf(IOException.class);
    shop.phone(code, 3).claim();
    shop.clock.pass(Refusals.WATCH);
    shop.socket(2).upgraded();
  }

  @Test
  void framesAfterARefusalAreNotKept() throws IOException {
    RawSocket socket = shop.socket(2).upgraded();
    socket.message(new byte[] {1});
    for (int i = 0; i < 300; i++) {
      socket.message(new byte[] {3, 4, 5});
    }
    assertThat(socket.closeCode()).isEqualTo(1008);
    await().until(() -> shop.phone(code, 2).claim() != null);
  }

  private byte[] hello(JoinCode to, boolean resume, byte[] psk) {
    return hello(to, resume, psk, "{\"v\":1}");
  }

  private byte[] hello(JoinCode to, boolean resume, byte[] psk, String payload) {
    byte[] prologue = Prologue.of(resume ? 1 : 0, shop.pageHost(), to.sid());
    NoiseInitiator noise =
        new NoiseInitiator(to.publicKey(), psk, prologue, shop.ids.bytes(32));
    byte[] message = noise.hello(payload.getBytes(US_ASCII));
    return new PhoneFrame.Hello(to.sid(), resume, message).bytes();
  }
}
