// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.api.PageServer;
import io.secureprint.agent.api.PageSettings;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.practice.PracticePhone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// The real servers on 127.0.0.1 with test doors behind them; 127.0.0.x are the customers' phones.
final class ShopFront implements AutoCloseable {
  static final Duration HANDSHAKE = Duration.ofSeconds(2);
  private static final Duration SLOW = Duration.ofSeconds(30);

  final TestDoors doors = new TestDoors();
  final SettableClock clock = new SettableClock();
  final Ids ids = new Ids(new Random(1));
  final GuardedWsServer server;
  private final PageServer page;
  private final List<AutoCloseable> open = new ArrayList<>();

  ShopFront() {
    this(Duration.ofSeconds(20), SLOW);
  }

  /// `handshake` bounds each handshake; tests of the bound itself make it short.
  ShopFront(Duration handshake) {
    this(handshake, SLOW);
  }

  /// `slow` is the patience with a phone that does not read, too.
  ShopFront(Duration handshake, Duration slow) {
    IntakeSettings settings =
        new IntakeSettings(
            address(1), 0, Set.of("127.0.0.1"), 4, 8, handshake, slow, 8 << 10);
    try {
      page = new PageServer(new PageSettings(address(1), 0, settings.hosts(), "Sharma Xerox"));
      server = new GuardedWsServer(settings, doors, ids, clock);
    } catch (IOException e) {
      throw new UncheckedIOException("no server", e);
    }
    page.start(server.port(), _ -> Optional.empty(), () -> {});
    server.start(page.port());
  }

  /// The `location.host` of the page.
  String pageHost() {
    return "127.0.0.1:" + page.port();
  }

  JoinCode ticket() {
    return doors.newTicket(ids);
  }

  /// The phone 127.0.0.`last` with this ticket's QR before it.
  PracticePhone phone(JoinCode code, int last) {
    String qr = "http://" + pageHost() + "/#" + code.fragment();
    PracticePhone phone = PracticePhone.scan(qr, address(last), new Ids(new Random(last)));
    open.add(phone);
    return phone;
  }

  /// A bare connection from 127.0.0.`last`.
  RawSocket socket(int last) {
    RawSocket socket = new RawSocket(address(last), server.port(), pageHost());
    open.add(socket);
    return socket;
  }

  @Override
  public void close() {
    for (AutoCloseable closeable : open) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("closing " + closeable, e);
      }
    }
    server.close();
    page.close();
  }

  static InetAddress address(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("127.0.0." + last, e);
    }
  }
}
