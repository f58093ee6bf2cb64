// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;

/// A [PhoneSocket] on the library's socket.
final class WsPhoneSocket implements PhoneSocket {
  private static final Logger LOG = LoggerFactory.getLogger(WsPhoneSocket.class);

  private final GuardedSocket socket;
  private final InetAddress remote;

  WsPhoneSocket(GuardedSocket socket) {
    this.socket = socket;
    this.remote = socket.getRemoteSocketAddress().getAddress();
  }

  @Override
  public void send(byte[] frame) {
    try {
      socket.send(frame);
    } catch (WebsocketNotConnectedException _) {
      LOG.trace("a frame for a closed socket is dropped");
    }
  }

  @Override
  public void close(int code) {
    socket.close(code);
  }

  @Override
  public int backlog() {
    return socket.isOpen() ? socket.outQueue.size() : 0;
  }

  @Override
  public InetAddress remote() {
    return remote;
  }
}
