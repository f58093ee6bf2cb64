// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import io.secureprint.agent.api.HttpLimits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/// Somebody else's server, on this PC. The shop's own servers in this JVM keep their limits beside it.
public final class OutsideServer implements AutoCloseable {
  private final HttpServer server;

  private OutsideServer(HttpServer server) {
    this.server = server;
  }

  /// Everything that is asked of it goes to `handler`, each on a thread of its own.
  public static OutsideServer open(HttpHandler handler) {
    HttpLimits.hold();
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", handler);
      server.start();
      return new OutsideServer(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
