// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/// The library's server with every limit it lacks. Its callbacks run on threads that serve many
/// sockets, so none of them blocks.
final class Endpoint extends WebSocketServer implements WebSocketServerFactory {
  private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);
  private static final int LOST_AFTER_SECONDS = 20;
  /// Pongs that a peer may leave unread.
  private static final int MOST_UNREAD = 1_024;

  private final Gate gate;
  private final SelfCall self;
  private final Reception reception;
  private final SocketQuota quota;
  private final ExecutorService connections;
  private final Set<GuardedSocket> sockets;

  /// Enters its sockets into `sockets` as long as they are there.
  Endpoint(
      ServerSocketChannel listener,
      Gate gate,
      SelfCall self,
      Reception reception,
      SocketQuota quota,
      Set<GuardedSocket> sockets,
      ExecutorService connections) {
    super(listener);
    this.gate = gate;
    this.self = self;
    this.reception = reception;
    this.quota = quota;
    this.sockets = sockets;
    this.connections = connections;
    setWebSocketFactory(this);
    setTcpNoDelay(true);
    setReuseAddr(true); // otherwise old connections keep the port from the next start
    setDaemon(true);
    setConnectionLostTimeout(LOST_AFTER_SECONDS);
  }

  @Override
  public WebSocketImpl createWebSocket(WebSocketAdapter listener, Draft draft) {
    return createWebSocket(listener, List.of(draft));
  }

  @Override
  public WebSocketImpl createWebSocket(WebSocketAdapter listener, List<Draft> drafts) {
    return new GuardedSocket(listener, List.of(new PspDraft()));
  }

  /// Refusing a socket here ends it at once; refusing it in `onConnect` would end the listener.
  @Override
  public ByteChannel wrapChannel(SocketChannel channel, SelectionKey key) throws IOException {
    InetSocketAddress remote = (InetSocketAddress) channel.getRemoteAddress();
    Runnable left = self.isOurs(remote) ? () -> {} : place(remote.getAddress());
    GuardedSocket socket = (GuardedSocket) key.attachment();
    sockets.add(socket);
    return new GuardedChannel(
        channel,
        () -> {
          sockets.remove(socket);
          left.run();
        });
  }

  /// Takes a place, which the answer gives back.
  private Runnable place(InetAddress address) throws IOException {
    if (reception.refusals().tooMany(address, reception.now())) {
      throw new IOException("too many refused handshakes");
    }
    if (!quota.take(address)) {
      throw new IOException("too many sockets");
    }
    return () -> quota.release(address);
  }

  @Override
  public void close() {
    // as a factory it holds nothing; its channels are closed with their sockets
  }

  @Override
  public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
      WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
    String pageHost =
        gate.pass(
                request.getResourceDescriptor(),
                request.getFieldValue("Host"),
                request.getFieldValue("Origin"))
            .orElseThrow(() -> foreign(socket));
    ServerHandshakeBuilder response =
        super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    if (socket instanceof GuardedSocket guarded
        && guarded.getChannel() instanceof GuardedChannel channel) {
      channel.accepted();
      socket.setAttachment(
          new PhoneConnection(new WsPhoneSocket(guarded), pageHost, reception));
    }
    return response;
  }

  private InvalidDataException foreign(WebSocket socket) {
    if (!self.isOurs(socket.getRemoteSocketAddress())) {
      reception.doors().turnedAway(TurnedAway.FOREIGN_PAGE);
    }
    return new InvalidDataException(CloseFrame.POLICY_VALIDATION);
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake request) {
    connections.execute(connection(socket));
  }

  @Override
  public void onMessage(WebSocket socket, ByteBuffer message) {
    byte[] frame = new byte[message.remaining()];
    message.get(frame);
    connection(socket).received(frame);
  }

  @Override
  public void onMessage(WebSocket socket, String message) {
    connection(socket).received(new byte[0]);
  }

  /// Told when we hang up: at the end the code may be another, since the phone may be gone first.
  @Override
  public void onCloseInitiated(WebSocket socket, int code, String reason) {
    if (code == CloseFrame.TOOBIG) {
      reception.doors().turnedAway(TurnedAway.FRAME_TOO_LARGE);
    }
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {
    connection(socket).gone();
  }

  @Override
  public void onWebsocketPing(WebSocket socket, Framedata ping) {
    if (((GuardedSocket) socket).outQueue.size() > MOST_UNREAD) {
      socket.closeConnection(CloseFrame.POLICY_VALIDATION, "");
    } else {
      super.onWebsocketPing(socket, ping);
    }
  }

  @Override
  public void onError(@Nullable WebSocket socket, Exception e) {
    if (socket == null) {
      LOG.error("the WebSocket server failed", e);
      // The library now joins its own thread; only an interrupt lets it go on to close the port.
      Thread.currentThread().interrupt();
    } else {
      LOG.debug("a socket failed", e);
    }
  }

  @Override
  public void onStart() {
    LOG.debug("phones may connect");
  }

  private static PhoneConnection connection(WebSocket socket) {
    return socket.getAttachment();
  }
}
