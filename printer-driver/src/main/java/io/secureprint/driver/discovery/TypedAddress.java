// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.discovery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a person types to say where a printer is: a host or its address, with or without a port, or
/// a whole URI.
record TypedAddress(URI uri) {
  private static final int LONGEST = 255;
  private static final List<String> USUAL_PATHS = List.of("/ipp/print", "/ipp/printer", "/");
  private static final Set<String> PLAIN = Set.of("ipp", "http");
  private static final Set<String> ENCRYPTED = Set.of("ipps", "https");

  static Optional<TypedAddress> parse(String typed) {
    String text = typed.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text.contains("://") ? text : "ipp://" + text);
      boolean known = PLAIN.contains(uri.getScheme()) || ENCRYPTED.contains(uri.getScheme());
      return known && uri.getHost() != null
          ? Optional.of(new TypedAddress(uri))
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  boolean encrypted() {
    return ENCRYPTED.contains(uri.getScheme());
  }

  /// Where a printer may be: at the path that was typed, or else at the usual ones.
  List<URI> places() {
    String typed = uri.getRawPath();
    int port = uri.getPort() < 0 ? 631 : uri.getPort();
    Stream<String> paths =
        typed.isEmpty() || typed.equals("/") ? USUAL_PATHS.stream() : Stream.of(typed);
    return paths.map(path -> URI.create("ipp://" + uri.getHost() + ":" + port + path)).toList();
  }
}
