// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.connection;

import io.secureprint.agent.engine.definition.ServerCall;
import io.secureprint.agent.engine.step.Servers;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problems;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls servers by HTTP with JSON both ways. Redirects are not followed, since they would carry a
/// customer's answers elsewhere; an answer may have 256 KiB.
public final class HttpServers implements Servers, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServers.class);
  private static final int MOST = 256 << 10;
  private static final Duration TRIAL = Duration.ofSeconds(10);
  private static final Problem AWAY = Problems.of("SERVER_AWAY");
  private static final Problem STRANGE = Problems.of("SERVER_STRANGE");
  private static final Problem UNKNOWN = Problems.of("CONNECTION_UNKNOWN");
  private static final Problem WRONG = Problems.of("CONNECTION_WRONG");
  private static final Problem NO_SECRET = Problems.of("CONNECTION_SECRET_MISSING");

  private final Connections connections;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public HttpServers(Connections connections) {
    this.connections = connections;
  }

  @Override
  public Reply call(Request request) {
    try {
      HttpResponse<byte[]> response = answer(http(request), request.call().timeout());
      return reply(response.statusCode(), response.body());
    } catch (Uncallable e) {
      return new Reply.Failed(e.problem, false);
    } catch (IOException e) {
      LOG.warn("a server of the workflow does not answer: {}", e.toString());
      return new Reply.Failed(AWAY, true);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Reply.Failed(AWAY, true);
    }
  }

  /// The client's own time is over with the headers of an answer; this one with its body.
  private HttpResponse<byte[]> answer(HttpRequest request, Duration time)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, _ -> new FirstBytes(MOST));
    try {
      return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("no whole answer within " + time, e);
    } finally {
      answer.cancel(true);
    }
  }

  /// Asks whether the server is there. What it says is not read.
  ConnectionDesk.Trial tryOut(Connection connection) {
    try {
      if (connections.misses(connection)) {
        return new ConnectionDesk.Trial.Failed(NO_SECRET.code());
      }
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(connection.address()).timeout(TRIAL).GET();
      authorise(builder, connection, connections.secret(connection));
      int status = answer(builder.build(), TRIAL).statusCode();
      return new ConnectionDesk.Trial.Answered(status);
    } catch (Uncallable e) {
      return new ConnectionDesk.Trial.Failed(e.problem.code());
    } catch (IOException e) {
      LOG.info("a connection that is tried out does not answer: {}", e.toString());
      return new ConnectionDesk.Trial.Failed("SERVER_AWAY");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new ConnectionDesk.Trial.Failed("SERVER_AWAY");
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static Reply reply(int status, byte[] body) {
    if (status == 408 || status == 425 || status == 429 || status >= 500) {
      return new Reply.Failed(AWAY, true);
    }
    Optional<JsonObject> json = json(body);
    if (status >= 200 && status < 300) {
      return json.<Reply>map(Reply.Answered::new).orElseGet(() -> new Reply.Failed(STRANGE, false));
    }
    return status >= 400
        ? new Reply.Refused(status, json.orElse(JsonObject.EMPTY))
        : new Reply.Failed(STRANGE, false);
  }

  private static Optional<JsonObject> json(byte[] body) {
    if (body.length > MOST) {
      return Optional.empty();
    }
    try {
      return Optional.of(body.length == 0 ? JsonObject.EMPTY : JsonObject.received(body));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private HttpRequest http(Request request) throws Uncallable {
    ServerCall call = request.call();
    try {
      if (!request.endpoint().startsWith("/")) {
        return build(request, Connection.alone(request.endpoint())).build();
      }
      String name = call.connection().isEmpty() ? Connection.USUAL : call.connection();
      Connection connection = connections.find(name).orElseThrow(() -> new Uncallable(UNKNOWN));
      if (connections.misses(connection)) {
        throw new Uncallable(NO_SECRET);
      }
      Optional<String> secret = connections.secret(connection);
      if (connections.find(name).filter(connection::equals).isEmpty()) {
        // It was just led elsewhere, and this secret may be meant for the server there.
        return http(request);
      }
      HttpRequest.Builder builder = build(request, connection.at(request.endpoint()));
      authorise(builder, connection, secret);
      return builder.build();
    } catch (IllegalArgumentException _) {
      // Its text has the address, and so what a customer answered.
      LOG.warn("an endpoint of the workflow leads to no server that can be called");
      throw new Uncallable(UNKNOWN);
    } catch (IOException e) {
      LOG.warn("the secret of a connection cannot be read", e);
      throw new Uncallable(NO_SECRET);
    }
  }

  private static HttpRequest.Builder build(Request request, URI uri) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri)
            .timeout(request.call().timeout())
            .header("Accept", "application/json")
            .header("Idempotency-Key", request.key())
            .header("X-Correlation-Id", request.correlationId());
    return request.call().method().equals("GET")
        ? builder.GET()
        : builder
            .header("Content-Type", "application/json")
            .method(request.call().method(), BodyPublishers.ofByteArray(request.body().bytes()));
  }

  private static void authorise(
      HttpRequest.Builder builder, Connection connection, Optional<String> secret)
      throws Uncallable {
    if (secret.isEmpty()) {
      return;
    }
    String header = connection.header();
    boolean bearer = header.isEmpty() || header.equalsIgnoreCase("Authorization");
    try {
      builder.header(
          bearer ? "Authorization" : header, bearer ? "Bearer " + secret.get() : secret.get());
    } catch (IllegalArgumentException _) {
      // Its text has the secret.
      LOG.warn("no header can carry the secret of {}", connection.name());
      throw new Uncallable(WRONG);
    }
  }

  /// There is nothing that could be sent.
  private static final class Uncallable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Uncallable(Problem problem) {
      super(problem.code(), null, false, false);
      this.problem = problem;
    }
  }
}
