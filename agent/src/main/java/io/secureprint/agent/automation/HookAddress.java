// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;

/// Where webhooks may go: over TLS to any machine, in clear only to this one and the shop's own network,
/// and never to link-local addresses, which are those of metadata services.
final class HookAddress {
  private HookAddress() {}

  /// What is wrong with it as it is written; who a name is, is asked when it is sent to.
  static Optional<String> refusal(String url) {
    try {
      URI uri = new URI(url);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (!web || uri.getHost() == null) {
        return Optional.of("an address such as https://example.org/hook is needed");
      }
      return uri.getUserInfo() == null
          ? Optional.empty()
          : Optional.of("no name and no password may stand in it");
    } catch (URISyntaxException e) {
      return Optional.of("this is no address: " + e.getReason());
    }
  }

  /// Whether a message may go there now. A name that is looked up again when it is sent could have
  /// changed; in clear text nothing is sent but what the owner wrote.
  static boolean isAllowed(URI uri) throws UnknownHostException {
    boolean secure = uri.getScheme().equals("https");
    for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
      if (!(address.isLoopbackAddress() || isOfShop(address) || (secure && isMachine(address)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMachine(InetAddress address) {
    return !address.isLinkLocalAddress()
        && !address.isAnyLocalAddress()
        && !address.isMulticastAddress();
  }

  /// Private IPv4, or unique local IPv6 (RFC 4193).
  private static boolean isOfShop(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean local6 = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    return (bytes.length == 4 && address.isSiteLocalAddress()) || local6;
  }
}
