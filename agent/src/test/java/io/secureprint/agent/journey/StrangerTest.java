// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.RawSocket;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.testdocument.TestPdf;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;

/// Whoever has no business here, through the whole product: turned away, shown on the console by its
/// code, and without harm to the customer inside.
final class StrangerTest {
  @TempDir private static Path folder;
  @RegisterExtension private static final Premises premises = new Premises(() -> folder);
  private static OpenShop shop;
  private static Path data;

  @BeforeAll
  static void openTheShop() throws Exception {
    shop = premises.open(Map.of());
    data = premises.data();
  }

  @Test
  void whoConnectsAndSaysNothingIsShutOutWhileACustomerPrints() throws IOException {
    try (RawSocket silent = socket("127.0.0.20", wsPort());
        RawSocket mute = socket("127.0.0.21", wsPort()).upgraded();
        PracticePhone phone = shop.scan("127.0.0.2")) {
      AgentMessage.Session session = phone.claim();
      AgentMessage.Quote quote = OpenShop.quoted(phone, "good.pdf", TestPdf.plainText(1, "good"));
      OpenShop.wantToPay(phone, quote);
      shop.takeCash(session.session(), quote.cash());
      assertThat(phone.await(AgentMessage.Receipt.class).text()).contains("\"complete\":1");
      assertThat(silent.closeCode()).isEqualTo(RawSocket.CUT);
      assertThat(mute.closeCode()).isEqualTo(1008);
    }
    assertNoted("SOCKET_SILENT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"db", "keys", "vault"})
  void anotherUserOfThisPcSeesNothingOfTheShop(String room) throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      assertThat(all.filter(path -> path.endsWith(room)).map(StrangerTest::permissions))
          .containsExactly("rwx------");
    }
  }

  @Test
  void aPageThatIsNotOursIsNotLetIn() throws IOException {
    try (RawSocket socket = socket("127.0.0.22", wsPort())) {
      assertThat(socket.upgrade("/psp", Map.of("Origin", "http://evil.example"))).contains("404");
    }
    assertNoted("FOREIGN_PAGE");
  }

  @Test
  void aNameThatIsNotThisHostsIsNotAnswered() throws IOException {
    int pagePort = URI.create(shop.agent().addresses().page()).getPort();
    try (RawSocket socket = socket("127.0.0.23", pagePort)) {
      assertThat(socket.upgrade("/", Map.of("Host", "evil.example"))).contains("421");
    }
    assertNoted("FOREIGN_PAGE");
  }

  @Test
  void aGiantFrameEndsItsSocket() throws IOException {
    try (RawSocket socket = socket("127.0.0.24", wsPort()).upgraded()) {
      socket.frame(RawSocket.FIN | RawSocket.BINARY, new byte[80_000]);
      assertThat(socket.closeCode()).isEqualTo(1009);
    }
    assertNoted("FRAME_TOO_LARGE");
  }

  @Test
  void aCodeWithAnotherKeyIsRefused() throws IOException {
    String address = shop.desk().ticket().get().address();
    char last = address.charAt(address.length() - 2);
    String forged =
        address.substring(0, address.length() - 2)
            + (last == 'A' ? 'B' : 'A')
            + address.charAt(address.length() - 1);
    try (PracticePhone phone = phone(forged, "127.0.0.25")) {
      assertThat(phone.connect(false)).isFalse();
      assertThat(phone.closeCode()).isEqualTo(1008);
    }
    assertNoted("HANDSHAKE_REFUSED");
  }

  @Test
  void aSecondPhoneWithTheSameCodeIsRefusedAndTheFirstGoesOn() throws IOException {
    String address = shop.desk().ticket().get().address();
    try (PracticePhone first = phone(address, "127.0.0.26");
        PracticePhone second = phone(address, "127.0.0.27")) {
      first.claim();
      second.knock();
      assertThat(second.closeCode()).isEqualTo(1008);
      assertThat(OpenShop.quoted(first, "good.pdf", TestPdf.plainText(1, "good")).sheets())
          .isEqualTo(1);
    }
    assertNoted("SECOND_PHONE");
  }

  private static void assertNoted(String code) {
    await()
        .untilAsserted(
            () ->
                assertThat(shop.desk().status().get().notes())
                    .extracting(ShopStatus.Note::code)
                    .contains(code));
  }

  private static PracticePhone phone(String address, String from) throws IOException {
    return PracticePhone.scan(address, InetAddress.getByName(from), Ids.secure());
  }

  private static RawSocket socket(String from, int port) throws IOException {
    String page = URI.create(shop.agent().addresses().page()).getAuthority();
    return new RawSocket(InetAddress.getByName(from), port, page);
  }

  private static int wsPort() {
    return URI.create(shop.agent().addresses().ws()).getPort();
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
