// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;


import io.secureprint.agent.access.Allowance;
import io.secureprint.agent.api.route.Route;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.observe.History;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The API as a program on this PC, a web page and a thief meet it.
final class ApiServerTest {

  @TempDir private Path folder;
  private final AtomicInteger knocks = new AtomicInteger();
  private final ShortHistory history = new ShortHistory();
  private ApiHouse house;
  private RawHttp http;

  @BeforeEach
  void start() throws Exception {
    house = new ApiHouse(folder, new Allowance.Rate(1, 1_000), _ -> routes());
    http = house.http;
  }

  private List<Route<?, ?, ?>> routes() {
    List<Route<?, ?, ?>> all =
        new ArrayList<>(
            ShopRoutes.of(
                new OneSession(),
                (body, signatures) -> signatures.equals(List.of(body.length + " bytes")),
                () -> knocks.incrementAndGet() > 0));
    all.addAll(HistoryRoutes.of(history, ZoneId.of("Asia/Kolkata")));
    return all;
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void healthIsOpenAndSaysNothingElse() throws IOException {
    assertThat(http.get("/health").body()).isEqualTo("{\"status\":\"attention\"}");
  }

  @Test
  void theBearerOfTheKeySeesSessionsWithoutTheirCheckDigits() throws IOException {
    RawHttp.Answer answer = http.get("/api/sessions", bearer(house.shopKey.renew(Ids.secure())));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"sessions\":[{\"sessionId\":\"session-1\",\"executionId\":\"execution-1\","
                + "\"name\":\"Blue Mango\",\"stage\":\"paying\",\"sheets\":3,\"paise\":600,"
                + "\"code\":null,\"since\":\"2026-11-21T05:10:00Z\"}]}");
    assertThat(http.get("/api/history", bearer(house.shopKey.renew(Ids.secure()))).body())
        .isEqualTo("{\"executions\":[]}");
  }

  @Test
  void theHistoryIsATableThatNoSpreadsheetTakesForAFormula() throws IOException {
    history.rows.add(ShortHistory.row(1, "=cmd|'/C calc'!A0", "Blue, \"Mango\""));
    RawHttp.Answer answer = http.get("/api/history.csv", bearer(house.shopKey.renew(Ids.secure())));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(answer.body())
        .contains("\uFEFFstarted,ended,seconds,name,status,code,sheets,rupees,workflow,number\r\n")
        .contains(
            "2026-11-21 10:40:01,2026-11-21 10:41:31,90.000,\"Blue, \"\"Mango\"\"\",COMPLETED,,3,"
                + "46.00,'=cmd|'/C calc'!A0,c-1\r\n");
  }

  @Test
  void theHistoryIsTakenInPagesAndOnlyAsFarAsAsked() throws IOException {
    manyRows();
    String key = bearer(house.shopKey.renew(Ids.secure()));
    String all = http.get("/api/history.json", key).body();
    assertThat(all).contains("\"complete\":true", "\"executionId\":\"e-1\"", "e-2500\"");
    assertThat(history.queries).hasSize(3);
    http.get("/api/history.json?status=FAILED&from=2026-11-20&to=2026-11-21&text=a%26b", key);
    assertThat(history.queries.getLast().filter())
        .isEqualTo(
            new History.Filter(
                "a&b",
                "FAILED",
                Instant.parse("2026-11-19T18:30:00Z"),
                Instant.parse("2026-11-21T18:30:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"from=yesterday", "from=2026-13-01", "limit=5", "text=a&text=b", "to=2026-11-21T",
          "from=%2B1000000000-12-31T23:59:59Z", "to=-0001-01-01T00:00:00Z", "from=%2B10000-01-01",
          "from=0000-12-31", "to=%2B999999999-12-31"})
  void aWrongQuestionIsToldInWords(String query) throws IOException {
    RawHttp.Answer answer =
        http.get("/api/history.csv?" + query, bearer(house.shopKey.renew(Ids.secure())));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("QUERY_WRONG");
  }

  /// Each line is whole, though the answer comes in chunks.
  @Test
  void aTableThatBreaksOffSaysSo() throws IOException {
    String key = bearer(house.shopKey.renew(Ids.secure()));
    manyRows();
    history.broken = new UnitOfWork.Unavailable(new IllegalStateException("the disk is gone"));
    assertThat(http.get("/api/history.csv", key).body())
        .containsPattern(",c-1501\r\n(\r\n[0-9a-f]+\r\n)?INCOMPLETE,STORAGE_FAILED\r\n");
    history.broken = new IllegalStateException("a mistake");
    assertThat(http.get("/api/history.csv", key).body())
        .containsPattern(",c-1501\r\n(\r\n[0-9a-f]+\r\n)?INCOMPLETE,INTERNAL\r\n");
  }

  /// The mark of its end is the empty chunk.
  @Test
  void anAnswerThatBreaksOffIsCutOff() throws IOException {
    String key = bearer(house.shopKey.renew(Ids.secure()));
    manyRows();
    assertThat(http.get("/api/history.json", key).body()).endsWith("\r\n0\r\n\r\n");
    history.broken = new IllegalStateException("a mistake");
    assertThat(http.get("/api/history.json", key).body())
        .doesNotContain("\r\n0\r\n", "\"complete\"");
    assertThat(http.get("/health").status()).isEqualTo(200);
  }

  private void manyRows() {
    for (int row = 2_500; row > 0; row--) {
      history.rows.add(ShortHistory.row(row, "w", "Blue Mango"));
    }
  }

  @Test
  void withoutAKeyThereIsNoFile() throws IOException {
    assertThat(http.get("/api/history.csv", "X: y").status()).isEqualTo(401);
    assertThat(history.queries).isEmpty();
  }

  @Test
  void aRenewedKeyEndsTheOneBeforeAndOnlyItsHashIsKeptForTheShopsUser() throws IOException {
    String old = house.shopKey.renew(Ids.secure());
    String fresh = house.shopKey.renew(Ids.secure());
    assertThat(http.get("/api/sessions", bearer(old)).status()).isEqualTo(401);
    assertThat(http.get("/api/sessions", bearer(fresh)).status()).isEqualTo(200);
    Path file = folder.resolve("keys/api-key.sha256");
    assertThat(Files.readString(file)).doesNotContain(fresh.substring(4)).hasSize(64);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: y", "Authorization: Bearer ", "Authorization: Bearer sps_00",
      "Authorization: Basic c3BzOnNwcw==", "Authorization: Bearer ₹"})
  void withoutTheKeyNothingIsTold(String header) throws IOException {
    house.shopKey.renew(Ids.secure());
    RawHttp.Answer answer = http.get("/api/sessions", header);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"API_KEY_WRONG\"").doesNotContain("Mango");
  }

  @Test
  void guessingIsStoppedForAMinute() throws IOException {
    String key = house.shopKey.renew(Ids.secure());
    for (int i = 0; i < 10; i++) {
      assertThat(http.get("/api/sessions", bearer("sps_" + i)).status()).isEqualTo(401);
    }
    assertThat(http.get("/api/sessions", bearer("sps_10")).status()).isEqualTo(429);
    assertThat(http.get("/api/sessions", bearer(key)).status()).isEqualTo(200);
    house.clock.pass(Duration.ofSeconds(61));
    assertThat(http.get("/api/sessions", bearer("sps_11")).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Origin: http://127.0.0.1:8080", "Origin: null",
      "Sec-Fetch-Site: same-origin"})
  void noWebPageIsAnswered(String header) throws IOException {
    RawHttp.Answer answer = http.get("/api/sessions", bearer(house.shopKey.renew(Ids.secure())), header);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("ORIGIN_REFUSED");
  }

  @Test
  void aForeignHostIsMisdirected() throws IOException {
    assertThat(http.raw("GET /health HTTP/1.1\r\nHost: evil.example\r\n\r\n").status())
        .isEqualTo(421);
  }

  @Test
  void whatIsNotThereAndOtherMethodsAreProblems() throws IOException {
    assertThat(http.get("/api/../health").status()).isIn(400, 404);
    assertThat(http.get("/graphql").body()).contains("\"code\":\"NOT_FOUND\"");
    assertThat(http.ask("DELETE", "/api/sessions").header("Allow"))
        .isEqualTo("GET, HEAD, OPTIONS");
  }

  @Test
  void aSecondStartKnocksWithTheTokenOfTheDataFolderOnly() throws IOException {
    assertThat(http.ask("POST", "/raise", bearer("x")).status()).isEqualTo(401);
    assertThat(http.get("/raise", bearer(ApiHouse.DOORKEY)).status()).isEqualTo(405);
    assertThat(knocks).hasValue(0);
    assertThat(http.ask("POST", "/raise", bearer(ApiHouse.DOORKEY)).body()).isEqualTo("{\"raised\":true}");
    assertThat(knocks).hasValue(1);
  }

  @Test
  void itIsNotThereForOtherMachines() throws IOException {
    for (InetAddress address :
        NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).toList()) {
      if (!address.isLoopbackAddress()) {
        assertThatThrownBy(() -> new Socket(address, http.port()).close())
            .isInstanceOf(IOException.class);
      }
    }
  }

  private static String bearer(String key) {
    return "Authorization: Bearer " + key;
  }
}
