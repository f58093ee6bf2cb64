// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.PipeWriter;
import io.secureprint.driver.api.SealedStream;
import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.StreamKey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/// Deliveries of a few empty bytes to a printer of its own on the loopback: everything that a delivery
/// needs is loaded, and compiled, before somebody who has paid waits for it. A fresh JVM takes half a
/// second longer.
final class DeliveryRehearsal implements AutoCloseable {
  /// `successful-ok` of IPP 2.0 and no attributes (RFC 8010 3.1.1).
  private static final byte[] DONE = {2, 0, 0, 0, 0, 0, 0, 1, 3};
  /// The first takes some 300 ms, the others a few.
  static final int ROUNDS = 20;

  private static final int BYTES = 2 * SealedStream.CHUNK;

  private final HttpServer printer;
  private final byte[] commands;

  DeliveryRehearsal() throws IOException {
    printer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    printer.createContext("/", DeliveryRehearsal::taken);
    printer.start();
    commands = sent(address());
  }

  /// The order and its chunks, as they come over the pipe.
  InputStream commands() {
    return new ByteArrayInputStream(commands);
  }

  private static byte[] sent(URI address) throws IOException {
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    PipeWriter<SenderCommand> commands = new PipeWriter<>(SenderCommand.class, pipe);
    commands.send(new SenderCommand.SendDocument(address, 1, key(), BYTES, 2));
    SealedStream stream = new SealedStream(key());
    byte[] clear = new byte[SealedStream.CHUNK];
    for (int index = 0; index < 2; index++) {
      byte[] sealed = stream.seal(index, index == 1, clear, 0, clear.length);
      commands.send(new SenderCommand.DocumentChunk(index, sealed));
    }
    return pipe.toByteArray();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + printer.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    printer.stop(0);
  }

  private static void taken(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().skipNBytes(BYTES);
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(200, DONE.length);
      exchange.getResponseBody().write(DONE);
    }
  }

  private static StreamKey key() {
    return new StreamKey(new byte[32], new byte[16]);
  }
}
