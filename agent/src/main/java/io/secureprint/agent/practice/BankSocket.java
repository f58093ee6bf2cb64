// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The bank's HTTP/1.1 on a loopback socket, one request a connection. The JDK's own server always
/// writes the PC's time into `Date`; this one writes the bank's, which may be another.
final class BankSocket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BankSocket.class);
  private static final int MOST_HEAD = 16 << 10;
  private static final int MOST_BODY = 64 << 10;
  private static final int PATIENCE_MILLIS = 10_000;

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final InstantSource clock;
  private final Clerk clerk;

  private BankSocket(ServerSocket server, InstantSource clock, Clerk clerk) {
    this.server = server;
    this.clock = clock;
    this.clerk = clerk;
  }

  /// Opens on any free port.
  static BankSocket open(InstantSource clock, Clerk clerk) throws IOException {
    BankSocket socket =
        new BankSocket(
            new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), clock, clerk);
    socket.threads.execute(socket::accept);
    return socket;
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.debug("the practice bank closes: {}", e.getMessage());
    }
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = server.accept();
        threads.execute(() -> serve(caller));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      caller.setSoTimeout(PATIENCE_MILLIS);
      InputStream in = new BufferedInputStream(caller.getInputStream());
      Optional<Answer> answer = clerk.answer(read(in));
      if (answer.isPresent()) {
        caller.getOutputStream().write(head(answer.get()));
        caller.getOutputStream().write(answer.get().json());
      }
    } catch (IOException e) {
      LOG.debug("a caller of the practice bank is gone: {}", e.getMessage());
    }
  }

  private byte[] head(Answer answer) {
    return ("HTTP/1.1 " + answer.status() + " \r\n"
            + "Date: " + RFC_1123_DATE_TIME.format(clock.instant().atZone(UTC)) + "\r\n"
            + "Content-Type: application/json\r\n"
            + "Content-Length: " + answer.json().length + "\r\n"
            + "Connection: close\r\n\r\n")
        .getBytes(ISO_8859_1);
  }

  private static Request read(InputStream in) throws IOException {
    String[] head = head(in).split("\r\n", -1);
    String[] first = head[0].split(" ", 3);
    Map<String, String> headers = new HashMap<>();
    for (String line : head) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    if (first.length != 3) {
      throw new IOException("no request line");
    }
    String length = headers.getOrDefault("content-length", "0");
    if (!length.matches("\\d{1,6}") || Integer.parseInt(length) > MOST_BODY) {
      throw new IOException("a body of " + length);
    }
    byte[] body = in.readNBytes(Integer.parseInt(length));
    return new Request(first[0], first[1], Map.copyOf(headers), body);
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
      int next = in.read();
      if (next < 0 || head.length() == MOST_HEAD) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /// Who answers; empty where the line breaks before the caller hears of it.
  interface Clerk {
    Optional<Answer> answer(Request request);
  }

  /// `headers` have names in small letters.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Request(String method, String target, Map<String, String> headers, byte[] body) {
    boolean isPost() {
      return method.equals("POST");
    }

    /// The target without its query.
    String path() {
      return target.replaceFirst("\\?.*", "");
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answer(int status, byte[] json) {}
}
