// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketListener;
import org.java_websocket.drafts.Draft;
import org.java_websocket.framing.CloseFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/// A socket whose troubles stay its own: the library ends the worker thread of many sockets, or the
/// whole server, on an [Error] that one of them causes.
final class GuardedSocket extends WebSocketImpl {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedSocket.class);

  private final long openedAt = System.nanoTime();
  private volatile long closingSince;

  GuardedSocket(WebSocketListener listener, List<Draft> drafts) {
    super(listener, drafts);
  }

  @Override
  public void decode(ByteBuffer bytes) {
    try {
      super.decode(bytes);
    } catch (Error e) {
      LOG.error("a socket's bytes caused an error; the socket is dropped", e);
      closeConnection(CloseFrame.UNEXPECTED_CONDITION, "");
    }
  }

  /// Drops a socket that has been silent instead of shaking hands, or does not let itself be closed,
  /// for longer than `patience`. True when it never shook hands.
  boolean dropIfStuck(Duration patience) {
    long now = System.nanoTime();
    boolean unborn = !isOpen() && !isFlushAndClose() && !isClosing() && !isClosed();
    if (unborn && now - openedAt > patience.toNanos()) {
      closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
      return true;
    }
    if (isFlushAndClose() || isClosing()) {
      if (closingSince == 0) {
        closingSince = now;
      } else if (now - closingSince > patience.toNanos()) {
        closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
      }
    }
    return false;
  }

  /// Says goodbye to the phone; a socket that is not open yet just ends.
  void shutDown() {
    @Nullable PhoneConnection connection = getAttachment();
    if (connection != null) {
      connection.close(CloseCode.SHUTDOWN);
    } else {
      closeConnection(CloseFrame.GOING_AWAY, "");
    }
  }
}
