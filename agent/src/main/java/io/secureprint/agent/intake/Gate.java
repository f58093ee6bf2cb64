// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who may open a socket: a page that this agent served, at an address of this agent. Without it
/// any web site open on a phone could reach the shop's PC (DNS rebinding).
final class Gate {
  private static final String PATH = "/psp";
  private static final String SCHEME = "http://";
  private static final int DEFAULT_PORT = 80;

  private final Set<String> socketHosts;
  private final Set<String> pageHosts;

  Gate(Set<String> hosts, int wsPort, int pagePort) {
    socketHosts = authorities(hosts, wsPort);
    pageHosts = authorities(hosts, pagePort);
  }

  /// The `location.host` of the page that asks, or empty when it may not come in.
  Optional<String> pass(String path, @Nullable String host, @Nullable String origin) {
    if (!path.equals(PATH) || host == null || origin == null || !origin.startsWith(SCHEME)) {
      return Optional.empty();
    }
    String page = origin.substring(SCHEME.length());
    return socketHosts.contains(host.toLowerCase(Locale.ROOT)) && pageHosts.contains(page)
        ? Optional.of(page)
        : Optional.empty();
  }

  private static Set<String> authorities(Set<String> hosts, int port) {
    return hosts.stream()
        .map(host -> host.toLowerCase(Locale.ROOT))
        .map(host -> port == DEFAULT_PORT ? host : host + ":" + port)
        .collect(Collectors.toUnmodifiableSet());
  }
}
