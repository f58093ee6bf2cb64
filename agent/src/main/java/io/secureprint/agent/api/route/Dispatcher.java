// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Answers requests by the table: the page that asks, the path, the method, the key, the parameters,
/// the body, and then the work. Whatever goes wrong is answered as a problem.
public final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final String CORRELATION = "X-Correlation-Id";
  private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  /// Bytes.
  private static final int READ_ON = 1 << 20;
  private static final Duration STORE_PAUSE = Duration.ofSeconds(5);

  private final RouteTable table;
  private final Doorkeeper doorkeeper;
  private final Origins origins;
  private final Ids ids;
  private final Places places = new Places();

  public Dispatcher(RouteTable table, Doorkeeper doorkeeper, Origins origins, Ids ids) {
    this.table = table;
    this.doorkeeper = doorkeeper;
    this.origins = origins;
    this.ids = ids;
  }

  /// The answer to one request.
  public Reply answer(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String correlationId = correlationId(headers);
    Reply reply = attempted(exchange, headers, correlationId).with(CORRELATION, correlationId);
    readOn(exchange);
    return origins.open(headers, reply);
  }

  /// Takes what was sent and not read: a program that is still sending when the line is closed never
  /// reads why.
  private void readOn(HttpExchange exchange) {
    try (Places.Place _ = places.forStrangers()) {
      var _ = exchange.getRequestBody().skip(READ_ON);
    } catch (Refusal | IOException e) {
      LOG.debug("a request broke off", e);
    }
  }

  private Reply attempted(HttpExchange exchange, Headers headers, String correlationId) {
    try {
      return routed(exchange, headers, correlationId);
    } catch (Refusal e) {
      return e.reply();
    } catch (UnitOfWork.Unavailable e) {
      LOG.warn("the store did not answer a request of the API, {}", correlationId, e);
      return ApiError.STORAGE_FAILED.because("try again later").after(STORE_PAUSE).reply();
    } catch (RuntimeException | IOException e) {
      // The one net under everything that a route may do wrong: a program gets an answer, and no
      // more than that of what went on inside.
      LOG.error("a request of the API failed, {}", correlationId, e);
      return ApiError.INTERNAL.because("the log has it as " + correlationId).reply();
    }
  }

  private Reply routed(HttpExchange exchange, Headers headers, String correlationId)
      throws Refusal, IOException {
    if (!origins.admits(headers)) {
      throw ApiError.ORIGIN_REFUSED.because("this web page may not use the API");
    }
    List<RouteTable.Found> found = table.at(exchange.getRequestURI().getRawPath());
    if (found.isEmpty()) {
      throw ApiError.NOT_FOUND.because("no such resource");
    }
    String method = exchange.getRequestMethod();
    String allow = allow(found);
    if (method.equals("OPTIONS")) {
      return origins.preflight(headers, allow);
    }
    RouteTable.@Nullable Found row = row(found, method.equals("HEAD") ? "GET" : method);
    if (row == null) {
      return ApiError.METHOD_NOT_ALLOWED.because(allow + " only").reply().with("Allow", allow);
    }
    return done(row, exchange, correlationId);
  }

  private Reply done(RouteTable.Found row, HttpExchange exchange, String correlationId)
      throws Refusal, IOException {
    Access access = row.route().access();
    Caller caller = doorkeeper.admit(access, exchange, correlationId);
    try (Places.Place _ = places.take(access, caller)) {
      return done(row.route(), new Incoming(exchange, row.names()), caller);
    }
  }

  private static <P, B, R> Reply done(Route<P, B, R> route, Incoming incoming, Caller caller)
      throws Refusal, IOException {
    return route.reply(route.bind(incoming, caller));
  }

  private static RouteTable.@Nullable Found row(List<RouteTable.Found> found, String method) {
    return found.stream()
        .filter(each -> each.route().method().name().equals(method))
        .findFirst()
        .orElse(null);
  }

  private static String allow(List<RouteTable.Found> found) {
    Set<Route.Method> methods = EnumSet.noneOf(Route.Method.class);
    found.forEach(each -> methods.add(each.route().method()));
    String named = methods.stream().map(Enum::name).collect(Collectors.joining(", "));
    return methods.contains(Route.Method.GET) ? named + ", HEAD, OPTIONS" : named + ", OPTIONS";
  }

  /// The program's own mark, where it has one that can be written down.
  private String correlationId(Headers headers) {
    @Nullable String given = headers.getFirst(CORRELATION);
    return given != null && CORRELATION_ID.matcher(given).matches() ? given : ids.hex128();
  }
}
