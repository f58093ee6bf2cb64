// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Where the phone page is served. `port` 0 takes any free one; `hosts` are the names and addresses
/// by which phones may call this PC, without port; `shop` is the shop's name.
public record PageSettings(InetAddress bind, int port, Set<String> hosts, String shop) {
  public PageSettings {
    hosts =
        hosts.stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port out of range: " + port);
    }
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("no host to be called by");
    }
  }
}
