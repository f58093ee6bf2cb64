// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import io.secureprint.agent.kernel.Ids;

import org.java_websocket.framing.CloseFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The WebSocket server for phones (`docs/protocol.md` sections 1, 6 and 7). It is bound when it is
/// made, so that its port can be told, and serves from [#start] on. A listener that dies of an
/// error of the network is opened again.
public final class GuardedWsServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedWsServer.class);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration FAREWELL = Duration.ofSeconds(2);
  private static final int BACKLOG = 64;

  private final IntakeSettings settings;
  private final Reception reception;
  private final SocketQuota quota;
  private final InetSocketAddress address;
  private final SelfCall self = new SelfCall();
  private final Set<GuardedSocket> sockets = ConcurrentHashMap.newKeySet();
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final ExecutorService connections =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("phone-", 0).factory());
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("ws-watch").factory());
  private ServerSocketChannel listener;

  /// Throws what the operating system says when the address or port is not to be had.
  public GuardedWsServer(IntakeSettings settings, Doors doors, Ids ids, InstantSource clock)
      throws IOException {
    this.settings = settings;
    this.reception = new Reception(doors, new Presence(), new Refusals(), settings, ids, clock);
    this.quota = new SocketQuota(settings.socketsPerAddress(), settings.socketsInAll());
    this.listener = bind(new InetSocketAddress(settings.bind(), settings.port()));
    this.address = (InetSocketAddress) listener.getLocalAddress();
  }

  public int port() {
    return address.getPort();
  }

  /// Whether a phone would be answered just now: connected to, and answered, each within `patience`.
  public boolean answers(Duration patience) {
    return self.answered(address, patience);
  }

  /// Lets phones in whose page came from `pagePort` of this PC. Called once.
  public synchronized void start(int pagePort) {
    Gate gate = new Gate(settings.hosts(), port(), pagePort);
    open(gate);
    var _ =
        watch.scheduleWithFixedDelay(
            () -> look(gate), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Tells every phone that the shop's PC is stopping, and ends within a few seconds.
  @Override
  public void close() {
    watch.shutdownNow();
    sockets.forEach(GuardedSocket::shutDown);
    connections.shutdown();
    try {
      stopEndpoints();
      if (!connections.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("phone connections are still busy");
        connections.shutdownNow();
      }
      listener.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("the listener did not close", e);
    }
    sockets.forEach(socket -> socket.closeConnection(CloseFrame.GOING_AWAY, ""));
  }

  private synchronized void stopEndpoints() throws InterruptedException {
    for (Endpoint endpoint : endpoints) {
      endpoint.stop(Math.toIntExact(FAREWELL.toMillis()));
    }
  }

  private void look(Gate gate) {
    try {
      sockets.forEach(this::dropIfStuck);
      reopen(gate);
    } catch (IOException e) {
      LOG.debug("the WebSocket listener is still down", e);
    } catch (RuntimeException e) {
      LOG.error("watching the sockets failed", e);
    }
  }

  private void dropIfStuck(GuardedSocket socket) {
    if (socket.dropIfStuck(settings.handshake())) {
      reception.doors().turnedAway(TurnedAway.SOCKET_SILENT);
    }
  }

  private synchronized void reopen(Gate gate) throws IOException {
    if (!listener.isOpen() && !watch.isShutdown()) {
      listener = bind(address);
      open(gate);
      LOG.error("the WebSocket listener had died and is open again");
    }
  }

  private synchronized void open(Gate gate) {
    Endpoint endpoint = new Endpoint(listener, gate, self, reception, quota, sockets, connections);
    endpoints.add(endpoint);
    endpoint.start();
  }

  /// For the test of the listener's death.
  synchronized ServerSocketChannel listener() {
    return listener;
  }

  private static ServerSocketChannel bind(InetSocketAddress address) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      return channel.bind(address, BACKLOG);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
