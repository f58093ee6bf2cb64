// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Webhooks as a stranger sends them: the answer is the port's, and needs no key.
final class HookRoutesTest {
  private static ApiHouse house;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    house =
        new ApiHouse(
            folder, ApiHouse.generous(), _ -> HookRoutes.of(HookRoutesTest::heard, 1_000));
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  @Test
  void theMessageIsHeardAsItCameWithItsHeaders() throws IOException {
    RawHttp.Answer answer =
        house.http.post("/hooks/orders", "{\"a\" : 1}", "x-sps-signature: {\"a\" : 1}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"repeated\":false,\"automations\":2}");
    assertThat(house.http.post("/hooks/orders", "again", "X-SPS-Signature: again").body())
        .isEqualTo("{\"repeated\":true,\"automations\":0}");
  }

  @ParameterizedTest
  @CsvSource({
    "WEBHOOK_SIGNATURE, 401", "WEBHOOK_STALE, 401", "WEBHOOK_ID, 400", "WEBHOOK_NOT_JSON, 400",
    "WEBHOOK_TOO_LARGE, 413",
  })
  void aRefusalIsToldWithItsStatus(String code, int status) throws IOException {
    RawHttp.Answer answer = house.http.post("/hooks/orders", code);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).contains(code.equals("WEBHOOK_TOO_LARGE") ? "BODY_TOO_LARGE" : code);
  }

  @Test
  void whoSendsSlowlyKeepsNobodyElseOut() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 80; i++) {
        Socket socket = house.http.connect();
        slow.add(socket);
        String begun =
            "POST /hooks/orders HTTP/1.1\r\nHost: 127.0.0.1:" + house.http.port()
                + "\r\nContent-Length: 1000\r\n\r\n{";
        socket.getOutputStream().write(begun.getBytes(US_ASCII));
      }
      await().until(() -> answered(slow) >= 64);
      assertThat(house.http.get("/elsewhere").status()).as("an answer").isEqualTo(404);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static long answered(List<Socket> sockets) throws IOException {
    long answered = 0;
    for (Socket socket : sockets) {
      answered += socket.getInputStream().available() > 0 ? 1 : 0;
    }
    return answered;
  }

  @Test
  void aBodyThatIsTooLargeIsNotEvenHeard() throws IOException {
    assertThat(house.http.post("/hooks/orders", "x".repeat(1_001)).status()).isEqualTo(413);
    assertThat(house.http.post("/hooks/UP..%2F", "x").status()).isEqualTo(404);
  }

  private static HookRoutes.Heard heard(
      String name, Map<String, String> headers, byte[] body) {
    String text = new String(body, UTF_8);
    assertThat(name).isEqualTo("orders");
    if (!text.equals(headers.get("X-SPS-Signature"))) {
      return new HookRoutes.Heard.Refused(text);
    }
    return text.equals("again")
        ? new HookRoutes.Heard.Repeated()
        : new HookRoutes.Heard.Accepted(2);
  }
}
