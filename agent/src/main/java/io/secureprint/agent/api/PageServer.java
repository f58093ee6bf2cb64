// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.api.PageFiles.Content;

import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/// Serves the phone page to the shop's network and nothing else: GET and HEAD of fixed paths, to
/// who calls this PC by its own name. It is bound when it is made, so that its port can be told, and
/// serves from [#start] on.
public final class PageServer implements AutoCloseable {
  private static final int BACKLOG = 64;
  private static final int MOST_AT_ONCE = 64;
  private static final int DEFAULT_PORT = 80;
  private static final String CONFIG = "/config.json";

  static {
    // Read once, when the JDK's server is first used, which is below. They hold for all servers of
    // this JVM. A value given on the command line stays.
    limit("sun.net.httpserver.maxReqTime", 5); // seconds for a whole request
    limit("sun.net.httpserver.maxRspTime", 30); // seconds for a whole answer
    limit("sun.net.httpserver.idleInterval", 15); // seconds between two requests
    limit("sun.net.httpserver.maxReqHeaders", 50);
    limit("sun.net.httpserver.maxReqHeaderSize", 16 << 10); // bytes
    limit("jdk.httpserver.maxConnections", 256); // of one server
  }

  private final PageSettings settings;
  private final PageFiles files = new PageFiles();
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("page-", 0).factory());
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final Set<String> authorities;

  /// Throws what the operating system says when the address or port is not to be had.
  public PageServer(PageSettings settings) throws IOException {
    this.settings = settings;
    this.server =
        HttpServer.create(new InetSocketAddress(settings.bind(), settings.port()), BACKLOG);
    this.authorities =
        settings.hosts().stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .map(host -> port() == DEFAULT_PORT ? host : host + ":" + port())
            .collect(Collectors.toUnmodifiableSet());
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /// Serves the page, which may open sockets to `wsPort` of this PC. Called once.
  public void start(int wsPort) {
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, wsPort));
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange, int wsPort) throws IOException {
    if (!places.tryAcquire()) {
      exchange.close();
      return;
    }
    try (exchange) {
      answer(exchange, wsPort);
    } finally {
      places.release();
    }
  }

  private void answer(HttpExchange exchange, int wsPort) throws IOException {
    @Nullable String host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !authorities.contains(host.toLowerCase(Locale.ROOT))) {
      refuse(exchange, 421, "this is not the server you asked for");
      return;
    }
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      refuse(exchange, 405, "GET and HEAD only");
      return;
    }
    Optional<Content> content = find(exchange.getRequestURI().getRawPath(), wsPort);
    if (content.isEmpty()) {
      refuse(exchange, 404, "no such page");
      return;
    }
    exchange.getResponseHeaders().set("Content-Security-Policy", policy(host, wsPort));
    send(exchange, 200, content.get());
  }

  private Optional<Content> find(String path, int wsPort) {
    return path.equals(CONFIG) ? Optional.of(config(wsPort)) : files.find(path);
  }

  private Content config(int wsPort) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("v", 1);
    config.put("ws", wsPort);
    config.put("shop", settings.shop());
    return new Content("application/json", JsonMapper.shared().writeValueAsBytes(config));
  }

  private static String policy(String host, int wsPort) {
    String name = host.replaceFirst(":\\d+$", "");
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
        + " connect-src 'self' ws://" + name + ":" + wsPort
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  private static void refuse(HttpExchange exchange, int status, String words) throws IOException {
    send(exchange, status, new Content("text/plain; charset=utf-8", (words + "\n").getBytes(UTF_8)));
  }

  private static void send(HttpExchange exchange, int status, Content content)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", content.type());
    headers.set("Cache-Control", "no-store");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-Content-Type-Options", "nosniff");
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(content.bytes().length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, content.bytes().length);
      exchange.getResponseBody().write(content.bytes());
    }
  }

  private static void limit(String property, int value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, Integer.toString(value));
    }
  }
}
