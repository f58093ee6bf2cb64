// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.api.route.Dispatcher;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;

/// The API for programs on this PC: bound to the loopback address alone. What it tells has no
/// customer's data in it.
public final class ApiServer implements AutoCloseable {
  private final HttpDoor door;

  /// `port` 0 takes any free one. Throws what the operating system says when it is not to be had.
  public ApiServer(int port) throws IOException {
    this.door =
        new HttpDoor(
            "api", InetAddress.getLoopbackAddress(), port, Set.of("127.0.0.1", "localhost"));
  }

  public String address() {
    return "http://127.0.0.1:" + door.port();
  }

  /// Answers from now on. Called once.
  public void start(Dispatcher dispatcher) {
    door.start(dispatcher::answer, () -> {});
  }

  @Override
  public void close() {
    door.close();
  }
}
