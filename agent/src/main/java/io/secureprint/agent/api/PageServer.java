// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.api.route.Reply;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Serves the phone page to the shop's network and nothing else: GET and HEAD of fixed paths, to
/// who calls this PC by its own name. It is bound when it is made and serves from [#start] on.
public final class PageServer implements AutoCloseable {
  private static final String CONFIG = "/config.json";
  private static final Pattern RECEIPT = Pattern.compile("/receipt/[0-9a-f]{32}");

  private final PageSettings settings;
  private final PageFiles files = new PageFiles();
  private final HttpDoor door;

  /// Throws what the operating system says when the address or port is not to be had.
  public PageServer(PageSettings settings) throws IOException {
    this.settings = settings;
    this.door = new HttpDoor("page", settings.bind(), settings.port(), settings.hosts());
  }

  public int port() {
    return door.port();
  }

  /// Serves the page, which may open sockets to `wsPort` of this PC, and the `receipts` that were made
  /// while their phones were away; `foreign` hears of who calls it by another name. Called once.
  public void start(
      int wsPort, Function<String, Optional<String>> receipts, Runnable foreign) {
    door.start(exchange -> answer(exchange, wsPort, receipts), foreign);
  }

  @Override
  public void close() {
    door.close();
  }

  private Reply answer(
      HttpExchange exchange, int wsPort, Function<String, Optional<String>> receipts) {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Reply.words(405, "GET and HEAD only").with("Allow", "GET, HEAD");
    }
    String host = exchange.getRequestHeaders().getFirst("Host");
    String path = exchange.getRequestURI().getRawPath();
    if (RECEIPT.matcher(path).matches()) {
      return receipts
          .apply(path.substring(path.lastIndexOf('/') + 1))
          .map(text -> Reply.words(200, text.stripTrailing()))
          .orElseGet(() -> Reply.words(404, "no such receipt"));
    }
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    return (path.equals(CONFIG) ? Optional.of(config(wsPort)) : files.find(path, accepted))
        .map(found -> found.with("Content-Security-Policy", policy(host, wsPort)))
        .orElseGet(() -> Reply.words(404, "no such page"));
  }

  private Reply config(int wsPort) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("v", 1);
    config.put("ws", wsPort);
    config.put("shop", settings.shop());
    return Reply.json(config);
  }

  private static String policy(String host, int wsPort) {
    String name = host.replaceFirst(":\\d+$", "");
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
        + " connect-src 'self' ws://" + name + ":" + wsPort
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }
}
