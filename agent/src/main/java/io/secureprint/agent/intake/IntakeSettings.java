// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;

/// Where the WebSocket server listens and what it bears (`docs/protocol.md` section 6).
///
/// `port` 0 takes any free one. `hosts` are the names and addresses by which phones may call this
/// PC, without port. `handshake` bounds each of the two handshakes; `slow` is the time over which
/// the least upload rate, in bytes per second, is measured, and after which a phone that does not read
/// its previews is dropped.
public record IntakeSettings(
    InetAddress bind,
    int port,
    Set<String> hosts,
    int socketsPerAddress,
    int socketsInAll,
    Duration handshake,
    Duration slow,
    int leastBytesPerSecond) {
  public IntakeSettings {
    hosts = Set.copyOf(hosts);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port out of range: " + port);
    }
    if (hosts.isEmpty() || socketsPerAddress < 1 || socketsInAll < 1) {
      throw new IllegalArgumentException("hosts and socket limits must not be empty");
    }
    if (handshake.compareTo(Duration.ZERO) <= 0 || slow.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException("times must be positive");
    }
  }

  public static IntakeSettings defaults(InetAddress bind, int port) {
    return new IntakeSettings(
        bind,
        port,
        Set.of(bind.getHostAddress()),
        4,
        32,
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        8 << 10);
  }
}
