// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs inside a sandbox and tries what it must not; says what it could do.
final class SandboxProbe {
  private static final int PATIENCE_MS = 3_000;

  private SandboxProbe() {}

  /// Arguments: a port on 127.0.0.1, a file to read, a folder to write to.
  public static void main(String[] args) {
    say("net", () -> connect(Integer.parseInt(args[0])));
    say("read", () -> Files.readAllBytes(Path.of(args[1])));
    say("write", () -> Files.writeString(Path.of(args[2], "written"), "x"));
    System.out.println("environment=" + System.getenv().keySet());
  }

  private static void connect(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
    }
  }

  private static void say(String what, Attempt attempt) {
    String result;
    try {
      attempt.make();
      result = "yes";
    } catch (IOException _) {
      result = "no";
    }
    System.out.println(what + "=" + result);
  }

  @FunctionalInterface
  private interface Attempt {
    void make() throws IOException;
  }
}
