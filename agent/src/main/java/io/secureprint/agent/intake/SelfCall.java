// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Calls this PC's own WebSocket server as a phone would, to see whether it answers. The server knows
/// such a call by the port that it comes from: it takes no customer's place and is nobody's fault.
/// Thread-safe.
final class SelfCall {
  private static final Logger LOG = LoggerFactory.getLogger(SelfCall.class);
  private static final String ANSWER = "HTTP/1.1";

  private final Set<SocketAddress> calling = ConcurrentHashMap.newKeySet();

  /// Whether the socket from there is one of ours.
  boolean isOurs(SocketAddress remote) {
    return calling.contains(remote);
  }

  /// Whether the server there answers; each step may take as long as `patience`. The call comes from no
  /// page of ours, so that the answer is a refusal.
  boolean answered(InetSocketAddress server, Duration patience) {
    InetAddress address =
        server.getAddress().isAnyLocalAddress()
            ? InetAddress.getLoopbackAddress()
            : server.getAddress();
    int millis = Math.toIntExact(patience.toMillis());
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(address, 0));
      SocketAddress own = socket.getLocalSocketAddress();
      calling.add(own);
      try {
        socket.connect(new InetSocketAddress(address, server.getPort()), millis);
        socket.setSoTimeout(millis);
        socket.getOutputStream().write(request(address).getBytes(US_ASCII));
        byte[] start = socket.getInputStream().readNBytes(ANSWER.length());
        return new String(start, US_ASCII).equals(ANSWER);
      } finally {
        calling.remove(own);
      }
    } catch (IOException e) {
      LOG.debug("the WebSocket server does not answer", e);
      return false;
    }
  }

  private static String request(InetAddress host) {
    return "GET / HTTP/1.1\r\nHost: " + host.getHostAddress()
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
        + "\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
  }
}
