// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/// HTTP as bytes on a socket, so that a test can also say what no client would.
public record RawHttp(int port, String from) {
  RawHttp(int port) {
    this(port, "127.0.0.1");
  }

  /// The same server from another address of this machine.
  public RawHttp from(String address) {
    return new RawHttp(port, address);
  }

  public Answer get(String path, String... headers) throws IOException {
    return ask("GET", path, headers);
  }

  public Answer ask(String method, String path, String... headers) throws IOException {
    StringBuilder request =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    return raw(request.append("Content-Length: 0\r\nConnection: close\r\n\r\n").toString());
  }

  /// Sends JSON.
  public Answer post(String path, String json, String... headers) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    StringBuilder request =
        new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    request.append("Content-Type: application/json\r\n");
    request.append("Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n");
    return raw(request + new String(body, ISO_8859_1));
  }

  /// Sends raw bytes and reads until the end.
  public Answer raw(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.shutdownOutput();
      return Answer.of(new String(socket.getInputStream().readAllBytes(), UTF_8));
    } catch (SocketException _) {
      return Answer.of("");
    }
  }

  Socket connect() throws IOException {
    Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0);
    socket.setSoTimeout(10_000);
    return socket;
  }

  public record Answer(int status, String head, String body) {
    static Answer of(String text) {
      int end = text.indexOf("\r\n\r\n");
      if (end < 0) {
        return new Answer(0, text, "");
      }
      int status = Integer.parseInt(text.substring(9, 12));
      return new Answer(status, text.substring(0, end), text.substring(end + 4));
    }

    public String header(String name) {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }
}
