// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.Ids;

import org.junit.jupiter.api.Test;

import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.HashSet;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// When the library's own thread fails it waits for itself for ever and keeps the port.
class EndpointTest {
  @Test
  void aFailedServerGivesItsPortBack() throws Exception {
    InetSocketAddress address = new InetSocketAddress(ShopFront.address(1), 0);
    try (ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
        ServerSocketChannel listener = ServerSocketChannel.open().bind(address)) {
      IntakeSettings settings = IntakeSettings.defaults(ShopFront.address(1), 0);
      Reception reception =
          new Reception(
              new TestDoors(),
              new Presence(),
              new Refusals(),
              settings,
              new Ids(new Random(1)),
              new SettableClock());
      InetSocketAddress bound = (InetSocketAddress) listener.getLocalAddress();
      Endpoint endpoint =
          new Endpoint(
              listener,
              new Gate(settings.hosts(), bound.getPort(), 80),
              new SelfCall(),
              reception,
              new SocketQuota(4, 32),
              new FailingSet(),
              connections);
      endpoint.start();
      try (RawSocket socket = new RawSocket(ShopFront.address(2), bound.getPort(), "any")) {
        await().until(() -> !listener.isOpen());
        assertThat(ServerSocketChannel.open().bind(bound)).satisfies(ServerSocketChannel::close);
        assertThat(socket).isNotNull();
      }
    }
  }

  /// Makes the accepting thread fail as a fault of the library would.
  private static final class FailingSet extends HashSet<GuardedSocket> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean add(GuardedSocket socket) {
      throw new IllegalStateException("as if");
    }
  }
}
