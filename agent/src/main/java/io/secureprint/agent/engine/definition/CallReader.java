// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.engine.RetryPolicy;
import io.secureprint.agent.engine.definition.Finding.Kind;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads how a server is called.
final class CallReader {
  private static final Pattern TEMPLATE = Pattern.compile("\\$\\{[^}]*}");
  private static final int LONGEST_ENDPOINT = 500;
  private static final int MOST_PORT = 65_535;

  private CallReader() {}

  /// The call of a step, whose parts stand in the step itself and in its `config`.
  static Optional<ServerCall> trigger(Place step, Place config) {
    ServerCall call = call(step, step.text("triggerEndpoint", "", LONGEST_ENDPOINT), config, ServerCall.ONCE);
    return check(step, "triggerEndpoint", call);
  }

  /// What undoes a step.
  static Optional<ServerCall> compensation(Place step) {
    return own(step, "compensate", ServerCall.PATIENT);
  }

  /// What a server is told at the end.
  static Optional<ServerCall> completion(Place config) {
    return own(config, "completion", ServerCall.ONCE);
  }

  /// A call with an object of its own.
  private static Optional<ServerCall> own(Place outer, String name, RetryPolicy usual) {
    if (!outer.has(name)) {
      return Optional.empty();
    }
    Place place = outer.inner(name);
    ServerCall call = call(place, place.needed("endpoint", LONGEST_ENDPOINT), place, usual);
    place.done();
    return check(place, "endpoint", call);
  }

  private static ServerCall call(
      Place timing, String endpoint, Place how, RetryPolicy usual) {
    return new ServerCall(
        endpoint,
        how.name("connection"),
        how.oneOf("method", ServerCall.METHODS.getFirst(), ServerCall.METHODS),
        Duration.ofMillis(
            timing.whole("timeoutMs", ServerCall.USUAL_TIMEOUT.toMillis(), 100, 120_000)),
        retry(timing.inner("retryConfig"), usual));
  }

  private static RetryPolicy retry(Place place, RetryPolicy usual) {
    RetryPolicy policy =
        new RetryPolicy(
            (int) place.whole("maxRetries", usual.maxRetries(), 0, 10),
            Duration.ofMillis(
                place.whole("initialDelayMs", usual.initialDelay().toMillis(), 0, 600_000)),
            Duration.ofMillis(place.whole("maxDelayMs", usual.cap().toMillis(), 0, 3_600_000)));
    place.done();
    return policy;
  }

  private static Optional<ServerCall> check(Place place, String name, ServerCall call) {
    if (call.endpoint().isEmpty()) {
      return Optional.empty();
    }
    if (!relative(call.endpoint()) && !https(call.endpoint())) {
      place.note(name, Kind.BAD_ENDPOINT, call.endpoint());
      return Optional.empty();
    }
    if (!relative(call.endpoint()) && !hasServer(call.endpoint())) {
      // It stays in the step all the same: what was published so before must fail, not go without.
      place.note(name, Kind.BAD_ENDPOINT, call.endpoint());
    }
    return Optional.of(call);
  }

  private static boolean relative(String endpoint) {
    return endpoint.startsWith("/") && !endpoint.startsWith("//") && parses(endpoint);
  }

  /// Which server it is, nobody says but the owner.
  private static boolean https(String endpoint) {
    int path = endpoint.indexOf('/', "https://".length());
    String server = path < 0 ? endpoint : endpoint.substring(0, path);
    return endpoint.startsWith("https://") && !server.contains("${") && parses(endpoint);
  }

  /// Whether there is a host that can be asked: an underscore or a letter beyond ASCII makes it none.
  private static boolean hasServer(String endpoint) {
    URI uri = URI.create(filled(endpoint));
    return uri.getHost() != null && uri.getPort() <= MOST_PORT;
  }

  private static String filled(String endpoint) {
    return TEMPLATE.matcher(endpoint).replaceAll("x");
  }

  private static boolean parses(String endpoint) {
    try {
      URI uri = new URI(filled(endpoint));
      return uri.getFragment() == null && uri.getUserInfo() == null && !uri.getPath().contains("..");
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
