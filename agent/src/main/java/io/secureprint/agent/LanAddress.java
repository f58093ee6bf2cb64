// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Comparator;
import java.util.List;

/// This PC's address in the shop's network.
final class LanAddress {
  private LanAddress() {}

  /// The address that `bind` names; for `auto` the first private IPv4 address of an interface that
  /// is up, and the loopback address where there is none.
  static InetAddress find(String bind) throws IOException {
    if (!bind.equals("auto")) {
      return InetAddress.getByName(bind);
    }
    List<InetAddress> found =
        NetworkInterface.networkInterfaces()
            .filter(LanAddress::usable)
            .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
            .filter(InetAddress::isSiteLocalAddress)
            .toList();
    return found.isEmpty() ? InetAddress.getLoopbackAddress() : found.getFirst();
  }

  /// Whether this PC still has the address: routers give out others now and then.
  static boolean isOurs(InetAddress address) {
    try {
      return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (IOException _) {
      // Nobody can tell just now; the next look will.
      return true;
    }
  }

  private static boolean usable(NetworkInterface network) {
    try {
      return network.isUp() && !network.isPointToPoint();
    } catch (IOException _) {
      return false;
    }
  }
}
