// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import java.net.InetAddress;

/// One open WebSocket, as a connection uses it. Thread-safe.
interface PhoneSocket {
  /// Queues a binary message; drops it when the socket is closing.
  void send(byte[] frame);

  /// Closes after everything that was queued; a second call does nothing.
  void close(int code);

  /// Messages that the network has not taken yet; 0 once the socket is closing.
  int backlog();

  InetAddress remote();
}
