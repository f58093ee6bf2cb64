// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.NoiseInitiator.Answered;
import io.secureprint.agent.practice.PracticePhone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/// A phone that claims a session and then reads nothing of what it asked for.
class SlowReaderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ShopFront shop = new ShopFront(PATIENCE, PATIENCE);
  private final JoinCode code = shop.ticket();

  @AfterEach
  void closeShop() {
    shop.close();
  }

  @Test
  void itIsDroppedAndItsPlaceIsFreeAgain() throws IOException {
    for (int i = 0; i < 3; i++) {
      JoinCode other = shop.ticket();
      shop.phone(other, 2).claim();
    }
    claim(shop.socket(2));
    assertThat(shop.socket(2).closeCode()).isEqualTo(RawSocket.CUT);
    TestGuest guest = shop.doors.guest(code);
    byte[] chunk = new byte[PhoneFrame.CHUNK_BYTES];
    for (int i = 0; i < 400 && !guest.dropped; i++) {
      guest.line.sendPreview(1, i, chunk);
    }
    await().until(() -> guest.dropped);
    assertThat(guest.violations).isEmpty();
    PracticePhone next = shop.phone(shop.ticket(), 2);
    await().ignoreExceptions().until(() -> next.claim() != null);
  }

  private void claim(RawSocket socket) throws IOException {
    socket.upgraded();
    byte[] prologue = Prologue.of(0, shop.pageHost(), code.sid());
    NoiseInitiator noise =
        new NoiseInitiator(code.publicKey(), code.psk(), prologue, shop.ids.bytes(32));
    byte[] hello = noise.hello("{\"v\":1}".getBytes(US_ASCII));
    socket.message(new PhoneFrame.Hello(code.sid(), false, hello).bytes());
    byte[] answer = socket.receive();
    Answered answered =
        noise.answered(Arrays.copyOfRange(answer, 1, answer.length)).orElseThrow();
    byte[] claim = ControlCodec.PHONE.encode(new PhoneMessage.Claim(Language.HINDI, new byte[32]));
    byte[] record = ControlRecords.cut(claim, 1).getFirst();
    socket.message(new PhoneFrame.Control(answered.channel().seal(record)).bytes());
    await().until(() -> shop.doors.claimed(code));
  }
}
