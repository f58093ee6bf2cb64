// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.practice.PracticePhone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Hostile bytes below the protocol, while a customer goes on printing.
class WebSocketAbuseTest {
  private final ShopFront shop = new ShopFront(ShopFront.HANDSHAKE);
  private final JoinCode code = shop.ticket();
  private final PracticePhone customer = shop.phone(code, 2);

  @BeforeEach
  void aCustomerIsThere() {
    customer.claim();
  }

  @AfterEach
  void theCustomerWasNotDisturbed() {
    int before = shop.doors.guest(code).chunks.size();
    customer.upload("a.pdf", new byte[300_000]);
    await().until(() -> shop.doors.guest(code).chunks.size() == before + 5);
    assertThat(shop.doors.guest(code).violations).isEmpty();
    shop.close();
  }

  @Test
  void aFrameThatAnnouncesTwoGigabytesIsTooLarge() throws IOException {
    RawSocket socket = shop.socket(3).upgraded();
    socket.send(
        ByteBuffer.allocate(14).put((byte) 0x82).put((byte) 0xff).putLong(0x7fff_ffffL).array());
    assertThat(socket.closeCode()).isEqualTo(1009);
  }

  @Test
  void aFrameOneByteTooLongIsTooLarge() throws IOException {
    RawSocket socket = shop.socket(3).upgraded();
    socket.message(new byte[PspDraft.MOST_FRAME_BYTES + 1]);
    assertThat(socket.closeCode()).isEqualTo(1009);
  }

  @Test
  void aMessageInManyFramesIsTooLargeAsAWhole() throws IOException {
    RawSocket socket = shop.socket(3).upgraded();
    socket.frame(RawSocket.BINARY, new byte[40_000]);
    socket.frame(RawSocket.CONTINUATION, new byte[40_000]);
    assertThat(socket.closeCode()).isEqualTo(1009);
    RawSocket crumbs = shop.socket(4).upgraded();
    crumbs.frame(RawSocket.BINARY, new byte[1]);
    for (int i = 0; i < 200; i++) {
      crumbs.frame(RawSocket.CONTINUATION, new byte[0]);
    }
    assertThat(crumbs.closeCode()).isIn(1009, RawSocket.CUT);
  }

  @Test
  void anEndlessRequestIsCutOffAtItsLimitNotAtItsTime() throws IOException {
    RawSocket socket = shop.socket(3);
    long before = System.nanoTime();
    socket.send("GET /psp HTTP/1.1\r\nX: ".getBytes(US_ASCII));
    socket.send("x".repeat(GuardedChannel.MOST_REQUEST_BYTES).getBytes(US_ASCII));
    assertThat(socket.closeCode()).isEqualTo(RawSocket.CUT);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(ShopFront.HANDSHAKE);
  }

  @Test
  void aSilentSocketIsClosed() throws IOException {
    RawSocket socket = shop.socket(3);
    long before = System.nanoTime();
    assertThat(socket.closeCode()).isEqualTo(RawSocket.CUT);
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isBetween(ShopFront.HANDSHAKE.minusMillis(50), ShopFront.HANDSHAKE.plusSeconds(3));
  }

  @Test
  void aRequestDrippingInIsClosed() {
    RawSocket socket = shop.socket(3);
    byte[] request = "GET /psp HTTP/1.1\r\nX: ".getBytes(US_ASCII);
    await()
        .atMost(Duration.ofSeconds(5))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              try {
                socket.send(new byte[] {request[0]});
                return false;
              } catch (IOException _) {
                return true;
              }
            });
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.example",
    "Origin, http://127.0.0.1:1",
    "Origin, http://PAGE.evil.example",
    "Origin, https://PAGE",
    "Origin, null",
    "Origin, ''",
    "Host, evil.example",
    "Host, 127.0.0.1:1",
    "Host, 127.0.0.1",
    "Host, ''",
    "Sec-WebSocket-Protocol, ''",
    "Sec-WebSocket-Protocol, chat",
    "Sec-WebSocket-Key, ''",
    "Sec-WebSocket-Version, 8",
  })
  void aForeignRequestIsNotUpgraded(String header, String value) throws IOException {
    RawSocket socket = shop.socket(3);
    String sent = value.replace("PAGE", shop.pageHost());
    assertThat(socket.upgrade("/psp", Map.of(header, sent))).contains("404");
  }

  @Test
  void anotherPathIsNotUpgraded() throws IOException {
    assertThat(shop.socket(3).upgrade("/", Map.of())).contains("404");
    assertThat(shop.socket(3).upgrade("/psp?x=1", Map.of())).contains("404");
    assertThat(shop.socket(3).upgrade("/psp", Map.of())).contains("101");
  }

  @Test
  void noExtensionIsAgreed() throws IOException {
    RawSocket socket = shop.socket(3);
    socket.upgrade("/psp", Map.of("Sec-WebSocket-Extensions", "permessage-deflate"));
    socket.frame(0xC2, new byte[] {1, 2, 3}); // RSV1: compressed
    assertThat(socket.closeCode()).isEqualTo(1002);
  }

  @Test
  void aFifthSocketFromOneAddressIsRefusedUntilOneIsGone() throws IOException {
    List<RawSocket> four = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      four.add(shop.socket(3).upgraded());
    }
    assertThat(shop.socket(3).closeCode()).isEqualTo(RawSocket.CUT);
    shop.socket(4).upgraded();
    four.getFirst().close();
    await().ignoreExceptions().until(() -> shop.socket(3).upgraded() != null);
  }

  @Test
  void socketsInAllAreCounted() throws IOException {
    for (int i = 0; i < 7; i++) {
      shop.socket(10 + i).upgraded();
    }
    assertThat(shop.socket(30).closeCode()).isEqualTo(RawSocket.CUT);
  }

  @Test
  void aTextMessageIsRefused() throws IOException {
    RawSocket socket = shop.socket(3).upgraded();
    socket.frame(RawSocket.FIN | RawSocket.TEXT, "hello".getBytes(US_ASCII));
    assertThat(socket.closeCode()).isEqualTo(1008);
  }

  @Test
  void pingsWhoseAnswersAreNotReadEndTheSocket() {
    RawSocket socket = shop.socket(3);
    byte[] ping = new byte[125];
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              try {
                socket.upgraded();
                while (true) {
                  socket.frame(RawSocket.FIN | RawSocket.PING, ping);
                }
              } catch (IOException _) {
                return true;
              }
            });
  }

  @Test
  void garbageAfterTheUpgradeEndsTheSocketAtMost() throws IOException {
    Random random = new Random(99);
    for (int i = 0; i < 40; i++) {
      byte[] garbage = new byte[1 + random.nextInt(2_000)];
      random.nextBytes(garbage);
      RawSocket socket = shop.socket(20 + i).upgraded();
      socket.send(garbage);
      socket.close();
    }
    await().untilAsserted(() -> shop.socket(3).upgraded());
  }
}
