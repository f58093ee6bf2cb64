// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// The page server as a phone, a foreign page and an attacker meet it.
class PageServerTest {
  private static final int WS_PORT = 48_081;

  private PageServer server;
  private String host;

  @Test
  void aKeptReceiptIsFoundUnderItsNameAlone() throws IOException {
    assertThat(get("/receipt/" + "a".repeat(32)).body()).isEqualTo("a receipt\n");
    assertThat(get("/receipt/" + "b".repeat(32)).status()).isEqualTo(404);
    assertThat(get("/receipt/").status()).isEqualTo(404);
  }

  private static Optional<String> receipt(String name) {
    return name.equals("a".repeat(32)) ? Optional.of("a receipt\n") : Optional.empty();
  }

  @BeforeEach
  void start() throws IOException {
    server = new PageServer(settings(0));
    server.start(WS_PORT, PageServerTest::receipt, () -> {});
    host = "127.0.0.1:" + server.port();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /// A phone on a full Wi-Fi loads it before its owner wonders whether it does.
  @Test
  void thePageIsSmall() throws Exception {
    int script = packed("/app.js").body().length;
    int whole = script + packed("/").body().length + packed("/app.css").body().length;
    assertThat(script).as("bytes of the script, packed").isLessThan(60_000);
    assertThat(whole).as("bytes of the page, packed").isLessThan(65_000);
  }

  @Test
  void whatIsSentPackedIsTheSamePage() throws Exception {
    HttpResponse<byte[]> packed = packed("/app.js");
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(packed.headers().firstValue("Vary")).contains("Accept-Encoding");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(get("/app.js").body());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate|true", "br;q=1.0, GZIP;q=0.8|true", "gzip;q=1|true", "deflate,gzip ; q=.5|true",
        "gzip;q=0|false", "gzip;q=0.000, br|false", "deflate, br|false", "notgzip|false", "gzipped|false",
      })
  void itIsPackedForWhomItSuits(String accepted, boolean packed) throws Exception {
    assertThat(asked("/app.css", accepted).headers().firstValue("Content-Encoding").isPresent())
        .isEqualTo(packed);
  }

  private HttpResponse<byte[]> packed(String path) throws Exception {
    return asked(path, "gzip");
  }

  private HttpResponse<byte[]> asked(String path, String accepted) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI page = URI.create("http://" + host + path);
      HttpRequest request = HttpRequest.newBuilder(page).header("Accept-Encoding", accepted).build();
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=utf-8",
    "/?utm_source=scanner, text/html; charset=utf-8",
    "/app.js, text/javascript; charset=utf-8",
    "/app.css, text/css; charset=utf-8",
    "/icon.svg, image/svg+xml",
    "/config.json, application/json",
  })
  void theFilesOfThePageAreServedUnderThePolicy(String path, String type) throws IOException {
    RawHttp.Answer answer = get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isNotEmpty();
    assertThat(answer.header("Content-Type")).isEqualTo(type);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.head())
        .doesNotContainIgnoringCase("Set-Cookie")
        .doesNotContainIgnoringCase("Access-Control");
    assertThat(answer.header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                + " connect-src 'self' ws://127.0.0.1:48081;"
                + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  }

  @Test
  void theConfigTellsTheSocketsPortAndTheShop() throws IOException {
    assertThat(get("/config.json").body())
        .isEqualTo("{\"v\":1,\"ws\":48081,\"shop\":\"Sharma \\\"Xerox\\\" दुकान\"}");
  }

  @Test
  void oneConnectionServesSeveralRequests() throws IOException {
    String one = "GET /app.css HTTP/1.1\r\nHost: " + host + "\r\n";
    assertThat(ask(one + "\r\n" + one + "Connection: close\r\n\r\n").body())
        .contains("HTTP/1.1 200 OK");
  }

  @Test
  void headAnswersWithoutABody() throws IOException {
    RawHttp.Answer answer = ask("HEAD / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("Content-Length"))
        .isEqualTo(Integer.toString(get("/").body().getBytes(UTF_8).length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/index.html", "/web/index.html", "/..", "/../web/app.js", "/%2e%2e/app.js", "//",
        "/app.js/", "/APP.JS", "/app.js%00", "/config.json/..", "/favicon.ico", "/META-INF/"
      })
  void anyOtherPathIsNotThere(String path) throws IOException {
    assertThat(get(path).status()).isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"})
  void anyOtherMethodIsRefused(String method) throws IOException {
    RawHttp.Answer answer =
        ask(method + " / HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 0\r\n\r\n");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1", "127.0.0.1:1", "localhost:PORT", ""})
  void whoCallsByAnotherNameIsMisdirected(String name) throws IOException {
    String foreign = name.replace("PORT", Integer.toString(server.port()));
    RawHttp.Answer answer = ask("GET / HTTP/1.1\r\nHost: " + foreign + "\r\nConnection: close\r\n\r\n");
    assertThat(answer.status()).isEqualTo(421);
    assertThat(answer.body()).isEqualTo("this is not the server you asked for\n");
  }

  @Test
  void aRequestWithoutHostIsMisdirected() throws IOException {
    assertThat(ask("GET / HTTP/1.0\r\n\r\n").status()).isIn(400, 421);
  }

  @Test
  void tooManyOrTooLongHeadersAreCutOff() throws IOException {
    String many = "GET / HTTP/1.1\r\nHost: " + host + "\r\n" + lines(60) + "\r\n";
    assertThat(ask(many).status()).isNotEqualTo(200);
    String one = "GET / HTTP/1.1\r\nHost: " + host + "\r\nX: " + "x".repeat(40_000) + "\r\n\r\n";
    assertThat(ask(one).status()).isNotEqualTo(200);
    assertThat(get("/").status()).isEqualTo(200);
  }

  @Test
  void silentSocketsAreClosedAndHoldUpNobody() throws IOException {
    List<Socket> silent = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      silent.add(connect());
      silent.getLast().getOutputStream().write('G');
    }
    assertThat(get("/").status()).isEqualTo(200);
    silent.getFirst().setSoTimeout(Math.toIntExact(Duration.ofSeconds(12).toMillis()));
    assertThat(endOf(silent.getFirst())).isTrue();
    for (Socket socket : silent) {
      socket.close();
    }
  }

  @Test
  void aTakenPortIsTold() {
    assertThatThrownBy(() -> new PageServer(settings(server.port())))
        .isInstanceOf(BindException.class);
  }

  private static PageSettings settings(int port) {
    return new PageSettings(
        InetAddress.getLoopbackAddress(), port, Set.of("127.0.0.1"), "Sharma \"Xerox\" दुकान");
  }

  private static String lines(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("X-").append(i).append(": y\r\n");
    }
    return lines.toString();
  }

  private RawHttp.Answer get(String path) throws IOException {
    return http().get(path);
  }

  private RawHttp.Answer ask(String request) throws IOException {
    return http().raw(request);
  }

  private Socket connect() throws IOException {
    return http().connect();
  }

  private RawHttp http() {
    return new RawHttp(server.port());
  }

  private static boolean endOf(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException _) {
      return true;
    }
  }
}
