// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.practice.PracticePhone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// A phone that holds the keys and breaks the protocol: its connection ends with a code, and its
/// session is told.
class ViolationTest {
  private final ShopFront shop = new ShopFront();
  private final JoinCode code = shop.ticket();
  private final PracticePhone phone = shop.phone(code, 2);
  private String lastViolation = "";

  @AfterEach
  void closeShop() {
    shop.close();
  }

  @Test
  void whatTheTablesDoNotAllowEndsTheConnection() {
    phone.claim();
    endsWith(4001, () -> phone.send(new PhoneMessage.Claim(Language.HINDI, new byte[32])));
    endsWith(4001, () -> phone.sendControl(new byte[] {0x12, '{', '}'}));
    endsWith(4001, () -> phone.sendControl(new byte[0]));
    endsWith(4001, () -> phone.sendFrame(new byte[] {9}));
    endsWith(4001, () -> phone.sendFrame(new byte[0]));
    endsWith(4001, () -> phone.sendFrame(new byte[] {3, 1, 2, 3}));
    endsWith(4001, () -> phone.sendFrame(new byte[3 + PhoneFrame.RECORD_BYTES]));
    endsWith(4001, () -> phone.sendFrame(new byte[] {4, 0, 1, 0, 0, 0, 0, 0, 7}));
    endsWith(4001, () -> phone.sendFrame(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
  }

  @Test
  void chunksOfFileNumberZeroEndTheConnection() {
    phone.claim();
    byte[] frame = new byte[PhoneFrame.CHUNK_FRAME_BYTES];
    frame[0] = PhoneFrame.CHUNK;
    endsWith(4001, () -> phone.sendFrame(frame));
  }

  @Test
  void aControlMessageOverItsRecordsEndsTheConnection() {
    phone.claim();
    byte[] long16 = new byte[4 * (ControlRecords.RECORD_BYTES - 1)];
    long16[0] = 0x3B;
    phone.sendControl(long16);
    assertThat(phone.await(AgentMessage.Problem.class).code()).isEqualTo("UNSUPPORTED");
    endsWith(4001, () -> phone.sendUnfinishedControl(5));
  }

  @Test
  void theThirdTimeWithinAMinuteIsToldApart() {
    phone.claim();
    TestGuest first = shop.doors.guest(code);
    endsWith(4001, () -> phone.sendFrame(new byte[] {9}));
    assertThat(first.violations).containsExactly("PROTOCOL_VIOLATION");
    shop.clock.pass(Duration.ofSeconds(61));
    assertThat(nextViolation()).isEqualTo("PROTOCOL_VIOLATION");
    assertThat(nextViolation()).isEqualTo("PROTOCOL_VIOLATION");
    assertThat(nextViolation()).isEqualTo("PROTOCOL_VIOLATION again");
    shop.clock.pass(Duration.ofSeconds(61));
    assertThat(nextViolation()).isEqualTo("PROTOCOL_VIOLATION");
  }

  @Test
  void aViolationThatTheSessionFindsIsCountedToo() {
    phone.claim();
    TestGuest guest = shop.doors.guest(code);
    guest.line.violation(CloseCode.PROTOCOL_VIOLATION);
    assertThat(phone.closeCode()).isEqualTo(4001);
    await().until(() -> guest.dropped);
    assertThat(guest.violations).containsExactly("PROTOCOL_VIOLATION");
  }

  @Test
  void sendingMoreThanWasGrantedEndsTheConnection() {
    phone.claim();
    TestGuest guest = shop.doors.guest(code);
    guest.hold = new CountDownLatch(1);
    int fid = phone.open("a.pdf", random(8 << 20));
    phone.sendChunks(fid, 63);
    phone.sendFrame(new PhoneFrame.Chunk(fid, 0, 63, new byte[PhoneFrame.CHUNK_BYTES]).bytes());
    assertThat(phone.closeCode()).isEqualTo(4002);
    guest.hold.countDown();
    await().until(() -> guest.dropped);
    assertThat(guest.violations).containsExactly("CREDIT_EXCEEDED");
    phone.resume();
    assertThat(phone.credit()).isLessThanOrEqualTo((int) Credit.WINDOW);
    phone.upload("b.pdf", random(5 << 20));
    await().until(() -> shop.doors.guest(code).chunks.size() == 80);
  }

  @Test
  void aFloodOfControlMessagesEndsTheConnection() {
    phone.claim();
    TestGuest guest = shop.doors.guest(code);
    guest.hold = new CountDownLatch(1);
    int fid = phone.open("a.pdf", random(1_000));
    phone.sendChunks(fid, 1);
    for (int i = 0; i <= Inbox.MOST_WITHOUT_CREDIT + 1 && phone.connected(); i++) {
      phone.send(new PhoneMessage.Ping());
    }
    assertThat(phone.closeCode()).isEqualTo(4005);
    guest.hold.countDown();
  }

  private String nextViolation() {
    endsWith(4001, () -> phone.sendFrame(new byte[] {9}));
    return lastViolation;
  }

  /// Breaks the protocol, waits for the end, and resumes.
  private void endsWith(int closeCode, Runnable breach) {
    TestGuest guest = shop.doors.guest(code);
    breach.run();
    assertThat(phone.closeCode()).isEqualTo(closeCode);
    await().until(() -> guest.dropped);
    assertThat(guest.violations).hasSize(1);
    assertThat(guest.chunks).isEmpty();
    lastViolation = guest.violations.getFirst();
    phone.resume();
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
