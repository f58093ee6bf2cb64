// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.AgentMessage.FileState;
import io.secureprint.agent.intake.AgentMessage.FileStatus;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.api.SealedStream;
import io.secureprint.driver.api.StreamKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// A phone that keeps to the protocol, and networks that do not keep to anything.
class PhoneConnectionTest {
  private final ShopFront shop = new ShopFront();
  private final JoinCode code = shop.ticket();
  private final PracticePhone phone = shop.phone(code, 2);

  @AfterEach
  void closeShop() {
    shop.close();
  }

  @Test
  void aClaimShowsTheSameDigitsOnBothSides() {
    AgentMessage.Session session = phone.claim();
    assertThat(session.sas()).isEqualTo(phone.sas()).matches("\\d{4}");
    TestGuest guest = shop.doors.guest(code);
    assertThat(guest.arrival.sas()).isEqualTo(phone.sas());
    assertThat(guest.arrival.from()).isEqualTo(ShopFront.address(2));
    assertThat(guest.arrival.resumePsk()).hasSize(32);
  }

  @Test
  void aFileLargerThanTheCreditArrivesChunkByChunk() {
    phone.claim();
    byte[] document = random(10 << 20);
    int fid = phone.upload("holiday.pdf", document);
    TestGuest guest = shop.doors.guest(code);
    await().until(() -> guest.messages.size() == 2);
    PhoneMessage.FileOpen open = (PhoneMessage.FileOpen) guest.messages.getFirst();
    assertThat(guest.messages.getLast())
        .isEqualTo(new PhoneMessage.FileDone(fid, 0, 160, document.length));
    SealedStream stream = new SealedStream(new StreamKey(open.key(), open.nonce()));
    assertThat(guest.chunks).hasSize(160);
    byte[] clear = new byte[SealedStream.CHUNK];
    for (PhoneFrame.Chunk chunk : guest.chunks) {
      assertThat(stream.open(chunk.idx(), chunk.idx() == 159, chunk.sealed(), clear)).isPresent();
      assertThat(clear)
          .inHexadecimal()
          .startsWith(document[chunk.idx() * SealedStream.CHUNK]);
    }
    await().until(() -> phone.credit() + PhoneFrame.CHUNK_FRAME_BYTES * 16L >= Credit.WINDOW);
    assertThat(phone.credit()).isLessThanOrEqualTo((int) Credit.WINDOW);
  }

  @Test
  void aBusySessionHoldsUpItsPhoneAndNobodyElse() {
    phone.claim();
    TestGuest guest = shop.doors.guest(code);
    guest.hold = new CountDownLatch(1);
    int fid = phone.open("a.pdf", random(8 << 20));
    phone.sendChunks(fid, 63);
    assertThat(phone.credit()).isLessThan(PhoneFrame.CHUNK_FRAME_BYTES);
    PracticePhone other = shop.phone(shop.ticket(), 3);
    other.claim();
    other.upload("b.pdf", random(6 << 20));
    shop.clock.pass(Duration.ofMinutes(5));
    assertThat(phone.connected()).isTrue();
    guest.hold.countDown();
    phone.sendChunks(fid, 65);
    await().until(() -> guest.chunks.size() == 128);
  }

  @Test
  void aPreviewComesSealedForThisPhone() {
    phone.claim();
    byte[] picture = random(150_000);
    Thread.ofVirtual().start(() -> sendPreview(shop.doors.guest(code), picture));
    assertThat(phone.preview(4, 720)).isEqualTo(picture);
  }

  @Test
  void aDroppedPhoneResumesAndGoesOnInANewSegment() {
    phone.claim();
    String digits = phone.sas();
    TestGuest before = shop.doors.guest(code);
    int fid = phone.open("a.pdf", random(5 * 65_536));
    phone.sendChunks(fid, 3);
    await().until(() -> before.chunks.size() == 3);
    phone.drop();
    await().until(() -> before.dropped);
    phone.resume();
    TestGuest after = shop.doors.guest(code);
    assertThat(after.arrival.resume()).isTrue();
    assertThat(after.arrival.resumePsk()).isEmpty();
    assertThat(after.arrival.claim().previewKey()).isNotEqualTo(before.arrival.claim().previewKey());
    assertThat(phone.sas()).isEqualTo(digits);
    phone.resend(fid, 3);
    await().until(() -> after.messages.size() == 2);
    assertThat(after.chunks)
        .extracting(chunk -> chunk.seg() + "/" + chunk.idx())
        .containsExactly("1/0", "1/1");
  }

  @Test
  void aResumeEndsTheConnectionBeforeItFirst() {
    phone.claim();
    TestGuest first = shop.doors.guest(code);
    PracticePhone tab = phone.twin();
    tab.resume();
    assertThat(phone.closeCode()).isEqualTo(4003);
    assertThat(first.dropped).isTrue();
    assertThat(shop.doors.guest(code).earlierWasDropped).isTrue();
    first.line.send(new AgentMessage.Pong());
    tab.send(new PhoneMessage.Ping());
    tab.await(AgentMessage.Pong.class);
    tab.close();
  }

  @Test
  void pingIsAnsweredAndUnknownTypesAreNamed() {
    phone.claim();
    phone.sendControl(new byte[] {0x3B, '{', '}'});
    assertThat(phone.await(AgentMessage.Problem.class))
        .isEqualTo(new AgentMessage.Problem("UNSUPPORTED", null, 0x3B, true));
    phone.send(new PhoneMessage.Ping());
    phone.await(AgentMessage.Pong.class);
    assertThat(shop.doors.guest(code).messages).isEmpty();
  }

  @Test
  void longAnswersSpanRecords() {
    phone.claim();
    String receipt = "x".repeat(100_000);
    shop.doors.guest(code).line.send(new AgentMessage.Receipt(receipt));
    assertThat(phone.await(AgentMessage.Receipt.class).text()).isEqualTo(receipt);
  }

  @Test
  void whatTheSessionSaidLastArrivesBeforeTheClose() {
    phone.claim();
    TestGuest guest = shop.doors.guest(code);
    guest.line.send(new AgentMessage.Receipt("done"));
    guest.line.close(CloseCode.SESSION_OVER);
    assertThat(phone.closeCode()).isEqualTo(4000);
    assertThat(phone.await(AgentMessage.Receipt.class).text()).isEqualTo("done");
    await().until(() -> guest.dropped);
    assertThat(guest.violations).isEmpty();
  }

  @Test
  void aPhoneThatSaysCloseIsLetGo() {
    phone.claim();
    phone.send(new PhoneMessage.Close("BYE"));
    assertThat(phone.closeCode()).isEqualTo(1000);
    await().until(() -> shop.doors.guest(code).dropped);
  }

  @Test
  void aSlowUploadEndsAndAFinishedOneDoesNot() {
    phone.claim();
    int fid = phone.upload("a.pdf", random(1_000));
    await().until(() -> shop.doors.guest(code).messages.size() == 2);
    shop.clock.pass(Duration.ofMinutes(2));
    phone.send(new PhoneMessage.Ping());
    phone.await(AgentMessage.Pong.class);
    phone.open("b.pdf", random(1_000_000));
    phone.sendChunks(fid + 1, 2);
    await().until(() -> shop.doors.guest(code).chunks.size() == 3);
    shop.clock.pass(Duration.ofSeconds(29));
    assertThat(phone.connected()).isTrue();
    shop.clock.pass(Duration.ofSeconds(2));
    assertThat(phone.closeCode()).isEqualTo(4004);
  }

  @Test
  void aRefusedFileIsNotWaitedFor() {
    phone.claim();
    int fid = phone.open("a.pdf", random(1_000_000));
    TestGuest guest = shop.doors.guest(code);
    await().until(() -> guest.messages.size() == 1);
    guest.line.send(
        new FileState(
            fid, "a.pdf", 1_000_000, 0, FileStatus.REFUSED, "FILE_TOO_LARGE", null, null, null));
    phone.await(FileState.class);
    shop.clock.pass(Duration.ofMinutes(2));
    phone.send(new PhoneMessage.Ping());
    phone.await(AgentMessage.Pong.class);
    assertThat(phone.connected()).isTrue();
  }

  @Test
  void aFaultOfTheSessionEndsItsConnectionOnly() {
    phone.claim();
    PracticePhone other = shop.phone(shop.ticket(), 3);
    other.claim();
    TestGuest guest = shop.doors.guest(code);
    guest.failing = true;
    phone.send(new PhoneMessage.PayBack());
    assertThat(phone.closeCode()).isEqualTo(1011);
    await().until(() -> guest.dropped);
    assertThat(other.connected()).isTrue();
    phone.resume();
  }

  @Test
  void stoppingTellsEveryPhone() {
    phone.claim();
    PracticePhone other = shop.phone(shop.ticket(), 3);
    other.claim();
    shop.server.close();
    assertThat(List.of(phone.closeCode(), other.closeCode())).containsExactly(4006, 4006);
    assertThat(shop.doors.guest(code).dropped).isTrue();
  }

  @Test
  void aDeadListenerIsOpenedAgain() throws Exception {
    phone.claim();
    shop.server.listener().close();
    PracticePhone other = shop.phone(shop.ticket(), 3);
    await()
        .ignoreExceptions()
        .until(
            () -> {
              phone.send(new PhoneMessage.Ping()); // wakes the selector that holds the dead port
              phone.await(AgentMessage.Pong.class);
              return other.claim() != null;
            });
  }

  private static void sendPreview(TestGuest guest, byte[] picture) {
    await().until(() -> guest.messages.contains(new PhoneMessage.Preview(4, 720)));
    byte[] nonce = random(16);
    SealedStream stream =
        new SealedStream(new StreamKey(guest.arrival.claim().previewKey(), nonce));
    int chunks = SealedStream.chunks(picture.length);
    guest.line.send(new AgentMessage.PreviewInfo(9, 4, nonce, picture.length, chunks));
    for (int i = 0; i < chunks; i++) {
      int from = i * SealedStream.CHUNK;
      int length = Math.min(SealedStream.CHUNK, picture.length - from);
      guest.line.sendPreview(9, i, stream.seal(i, i == chunks - 1, picture, from, length));
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
