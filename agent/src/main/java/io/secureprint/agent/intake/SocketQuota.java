// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/// How many sockets one address and all together may hold. Thread-safe.
final class SocketQuota {
  private final int perAddress;
  private final int inAll;
  private final Map<InetAddress, Integer> held = new HashMap<>();
  private int total;

  SocketQuota(int perAddress, int inAll) {
    this.perAddress = perAddress;
    this.inAll = inAll;
  }

  synchronized boolean take(InetAddress address) {
    int mine = held.getOrDefault(address, 0);
    if (total >= inAll || mine >= perAddress) {
      return false;
    }
    held.put(address, mine + 1);
    total++;
    return true;
  }

  synchronized void release(InetAddress address) {
    total--;
    held.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
  }
}
