// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A server that the shop calls: the address that paths are put behind, and the header that carries the
/// secret, where there is one: `Authorization` gets it as a bearer token, any other as it is.
public record Connection(String name, URI address, String header) {
  /// The name of the one that is meant where none is named.
  public static final String USUAL = "default";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern HEADER = Pattern.compile("([A-Za-z][A-Za-z0-9-]{0,59})?");
  /// What the protocol itself says with, which no call can carry.
  private static final Set<String> OF_HTTP =
      Set.of("connection", "content-length", "expect", "host", "upgrade");
  private static final int MOST_PORT = 65_535;
  /// A value that is filled in must not lead elsewhere.
  private static final Pattern DOTS = Pattern.compile("(^|/)[.]{1,2}(/|[?]|$)");
  private static final String OCTET = "(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]))";
  /// Addresses as they are, and no names: `10.example.com` may be anywhere.
  private static final Pattern NEAR =
      Pattern.compile(
          "localhost|(127|10)" + OCTET + "{3}|192\\.168" + OCTET + "{2}|172\\.(1[6-9]|2[0-9]|3[01])"
              + OCTET + "{2}");

  /// @throws IllegalArgumentException when it is no name, address or header that a call can carry;
  ///     unencrypted ones must lie in the shop's own network
  public Connection {
    boolean carried =
        HEADER.matcher(header).matches() && !OF_HTTP.contains(header.toLowerCase(Locale.ROOT));
    if (!NAME.matcher(name).matches() || !carried) {
      throw new IllegalArgumentException("not a connection: " + name);
    }
    String scheme = String.valueOf(address.getScheme());
    String host = String.valueOf(address.getHost());
    boolean safe = scheme.equals("https") || (scheme.equals("http") && NEAR.matcher(host).matches());
    boolean plain =
        address.getHost() != null
            && address.getPort() <= MOST_PORT
            && address.getUserInfo() == null
            && address.getQuery() == null
            && address.getFragment() == null;
    if (!safe || !plain) {
      throw new IllegalArgumentException("not an address: " + address);
    }
  }

  /// Whether both lead to one server, in the same way.
  boolean isSameServer(Connection other) {
    return address.getScheme().equalsIgnoreCase(other.address.getScheme())
        && address.getHost().equalsIgnoreCase(other.address.getHost())
        && address.getPort() == other.address.getPort();
  }

  /// The address of an endpoint that is below no connection's.
  ///
  /// @throws IllegalArgumentException when it leads elsewhere
  static URI alone(String endpoint) {
    URI uri = URI.create(endpoint);
    if (DOTS.matcher(endpoint).find() || uri.getHost() == null || uri.getPort() > MOST_PORT) {
      throw new IllegalArgumentException("not an endpoint");
    }
    return uri;
  }

  /// The address of an endpoint below this connection's.
  ///
  /// @throws IllegalArgumentException when it leads elsewhere
  URI at(String endpoint) {
    String base = address.toString().replaceAll("/+$", "");
    try {
      URI uri = new URI(base + endpoint).normalize();
      boolean below =
          !DOTS.matcher(endpoint).find()
              && uri.toString().startsWith(base + "/")
              && uri.getHost().equals(address.getHost())
              && uri.getPort() == address.getPort();
      if (!below) {
        throw new IllegalArgumentException("not below " + base);
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not an endpoint", e);
    }
  }
}
