// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.DefaultWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// In the library an [Error] while reading one socket stops the whole server.
class GuardedSocketTest {
  @Test
  void anErrorWhileReadingEndsOnlyItsSocket() throws Exception {
    OneWorkerServer server = new OneWorkerServer();
    server.start();
    await().until(() -> server.started.get());
    try (RawSocket unlucky = new RawSocket(ShopFront.address(2), server.getPort(), "any");
        RawSocket next = new RawSocket(ShopFront.address(3), server.getPort(), "any")) {
      unlucky.send(new byte[] {'G', 'E', 'T'});
      assertThat(unlucky.closeCode()).isEqualTo(RawSocket.CUT);
      assertThat(next.upgraded()).isNotNull();
    } finally {
      server.stop(1_000);
    }
  }

  /// The library's own server on one worker thread; its first socket meets an error.
  private static final class OneWorkerServer extends WebSocketServer {
    final AtomicBoolean started = new AtomicBoolean();

    OneWorkerServer() {
      super(new InetSocketAddress(ShopFront.address(1), 0), 1);
      AtomicBoolean failed = new AtomicBoolean();
      setWebSocketFactory(
          new DefaultWebSocketServerFactory() {
            @Override
            public WebSocketImpl createWebSocket(WebSocketAdapter listener, List<Draft> drafts) {
              Draft draft = failed.getAndSet(true) ? new PspDraft() : new FatalDraft();
              return new GuardedSocket(listener, List.of(draft));
            }
          });
    }

    @Override
    public void onStart() {
      started.set(true);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake request) {}

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

    @Override
    public void onMessage(WebSocket socket, String message) {}

    @Override
    public void onError(@Nullable WebSocket socket, Exception e) {}
  }

  private static final class FatalDraft extends Draft_6455 {
    @Override
    public Draft copyInstance() {
      throw new OutOfMemoryError("as if");
    }
  }
}
