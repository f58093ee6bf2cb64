// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/// A TCP connection to the WebSocket server on which a test may say anything.
public final class RawSocket implements AutoCloseable {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  public static final int BINARY = 2;
  static final int PING = 9;
  public static final int FIN = 0x80;
  /// What [#closeCode] says of an end without a close frame.
  public static final int CUT = -1;
  private static final int CLOSE = 8;
  private static final int PATIENCE_MS = 20_000;

  private final Socket socket = new Socket();
  private final int port;
  private final String pageHost;

  /// From `from` to the server on 127.0.0.1, as the page of `pageHost` would.
  public RawSocket(InetAddress from, int port, String pageHost) {
    this.port = port;
    this.pageHost = pageHost;
    try {
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setSoTimeout(PATIENCE_MS);
    } catch (IOException e) {
      throw new UncheckedIOException("no connection", e);
    }
  }

  /// The upgrade request of an honest page, with `changed` headers; an empty value leaves one out.
  /// Answers the status line.
  public String upgrade(String path, Map<String, String> changed) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Host", "127.0.0.1:" + port);
    headers.put("Origin", "http://" + pageHost);
    headers.put("Upgrade", "websocket");
    headers.put("Connection", "Upgrade");
    headers.put("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    headers.put("Sec-WebSocket-Version", "13");
    headers.put("Sec-WebSocket-Protocol", "psp.v1");
    headers.putAll(changed);
    StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
    headers.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            request.append(name).append(": ").append(value).append("\r\n");
          }
        });
    send(request.append("\r\n").toString().getBytes(ISO_8859_1));
    return head().lines().findFirst().orElse("");
  }

  public RawSocket upgraded() throws IOException {
    String status = upgrade("/psp", Map.of());
    if (!status.contains("101")) {
      throw new IOException("not upgraded: " + status);
    }
    return this;
  }

  void send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  /// One whole binary message.
  void message(byte[] payload) throws IOException {
    frame(FIN | BINARY, payload);
  }

  /// One masked frame with this first byte.
  public void frame(int first, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(14 + payload.length).put((byte) first);
    if (payload.length < 126) {
      frame.put((byte) (FIN | payload.length));
    } else {
      frame.put((byte) (FIN | 127)).putLong(payload.length);
    }
    frame.putInt(0).put(payload); // a mask of zeros leaves the payload as it is
    byte[] bytes = new byte[frame.flip().remaining()];
    frame.get(bytes);
    send(bytes);
  }

  /// The payload of the next frame that is no control frame.
  byte[] receive() throws IOException {
    while (true) {
      Frame frame = next();
      if (frame.opcode < CLOSE) {
        return frame.payload;
      }
    }
  }

  /// Reads on until the end: the code of the close frame, or [#CUT].
  public int closeCode() throws IOException {
    try {
      while (true) {
        Frame frame = next();
        if (frame.opcode == CLOSE && frame.payload.length >= 2) {
          return ByteBuffer.wrap(frame.payload).getShort();
        }
      }
    } catch (EOFException _) {
      return CUT;
    } catch (IOException e) {
      if (socket.isClosed()) {
        throw e;
      }
      return CUT; // the server reset the connection
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String head() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        break;
      }
      head.write(next);
    }
    return head.toString(ISO_8859_1);
  }

  private Frame next() throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    int opcode = in.readUnsignedByte() & 0x0f;
    long length = in.readUnsignedByte();
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    byte[] payload = new byte[Math.toIntExact(length)];
    in.readFully(payload);
    return new Frame(opcode, payload);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Frame(int opcode, byte[] payload) {}
}
