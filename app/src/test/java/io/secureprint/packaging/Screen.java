// SPDX-License-Identifier: Apache-2.0
package io.secureprint.packaging;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/// An X server without a monitor. It is reached through the network of the machine (an abstract
/// socket), so also from a [FreshDebian].
final class Screen implements AutoCloseable {
  private final Process server;
  private final String display;

  private Screen(Process server, String display) {
    this.server = server;
    this.display = display;
  }

  static Screen open() throws IOException {
    Process server =
        new ProcessBuilder(
                "Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-ac",
                "-nolisten", "tcp")
            .redirectError(Redirect.DISCARD)
            .start();
    String number = server.inputReader().readLine();
    if (number == null) {
      throw new IOException("no X server");
    }
    return new Screen(server, ":" + number);
  }

  String display() {
    return display;
  }

  @Override
  public void close() {
    server.destroy();
  }
}
