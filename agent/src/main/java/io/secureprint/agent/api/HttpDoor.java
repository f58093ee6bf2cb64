// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.api.route.Reply;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// A bounded HTTP server that answers only who calls this PC by its own name. It is bound when it is
/// made, so that its port can be told, and serves from [#start] on.
final class HttpDoor implements AutoCloseable {
  private static final int BACKLOG = 64;
  private static final int MOST_AT_ONCE = 64;
  private static final int DEFAULT_PORT = 80;
  private static final int NO_CONTENT = 204;

  static {
    HttpLimits.hold();
  }

  private final Set<String> hosts;
  private final HttpServer server;
  private final ExecutorService threads;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /// `hosts` are the names and addresses by which it may be called, without port; `name` is for its
  /// threads. Throws what the operating system says when the address or port is not to be had.
  HttpDoor(String name, InetAddress bind, int port, Set<String> hosts) throws IOException {
    this.hosts = Set.copyOf(hosts);
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-", 0).factory());
    this.server = HttpServer.create(new InetSocketAddress(bind, port), BACKLOG);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /// `misdirected` hears of who calls it by another name. Called once.
  void start(Answering answering, Runnable misdirected) {
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, answering, misdirected));
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange, Answering answering, Runnable misdirected)
      throws IOException {
    if (!places.tryAcquire()) {
      try (exchange) {
        send(exchange, Reply.words(503, "too many at once").with("Retry-After", "1"));
      }
      return;
    }
    try {
      if (!hasBody(exchange)) {
        // Seen to be at its end, it lets the connection serve the next request.
        var _ = exchange.getRequestBody().read();
      }
      send(exchange, reply(exchange, answering, misdirected));
      // Only now: closing ends an answer properly, and one that broke off must not look whole. The
      // server itself cuts the connection off where anything is thrown.
      exchange.close();
    } catch (Error e) {
      exchange.close(); // which the server forgets to do
      throw e;
    } finally {
      places.release();
    }
  }

  private Reply reply(HttpExchange exchange, Answering answering, Runnable misdirected)
      throws IOException {
    if (calledByName(exchange)) {
      return answering.answer(exchange);
    }
    misdirected.run();
    return Reply.words(421, "this is not the server you asked for");
  }

  private static boolean hasBody(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    return headers.containsKey("Content-Length") || headers.containsKey("Transfer-Encoding");
  }

  private boolean calledByName(HttpExchange exchange) {
    @Nullable String host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null) {
      return false;
    }
    String asked = host.toLowerCase(Locale.ROOT);
    return hosts.stream()
        .map(name -> port() == DEFAULT_PORT ? name : name + ":" + port())
        .anyMatch(asked::equals);
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    reply.headers().forEach(headers::set);
    if (!reply.type().isEmpty()) {
      headers.set("Content-Type", reply.type());
    }
    headers.set("Cache-Control", "no-store");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-Content-Type-Options", "nosniff");
    if (exchange.getRequestMethod().equals("HEAD")) {
      if (reply.stream() == null) {
        headers.set("Content-Length", Integer.toString(reply.bytes().length));
      }
      exchange.sendResponseHeaders(reply.status(), -1);
    } else if (reply.status() == NO_CONTENT) {
      exchange.sendResponseHeaders(reply.status(), -1);
    } else if (reply.stream() != null) {
      exchange.sendResponseHeaders(reply.status(), 0);
      reply.stream().to(exchange.getResponseBody());
    } else {
      exchange.sendResponseHeaders(reply.status(), reply.bytes().length);
      exchange.getResponseBody().write(reply.bytes());
    }
  }

  /// Answers a request that came by the right name.
  @FunctionalInterface
  interface Answering {
    Reply answer(HttpExchange exchange) throws IOException;
  }
}
