// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A cable to a server of this PC, which a test cuts and mends.
final class Cable implements AutoCloseable {
  private final ServerSocket end;
  private final int server;
  private final Queue<Socket> wires = new ConcurrentLinkedQueue<>();
  private volatile boolean cut;

  private Cable(ServerSocket end, int server) {
    this.end = end;
    this.server = server;
  }

  static Cable to(int port) throws IOException {
    Cable cable = new Cable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
    Thread.ofVirtual().start(cable::accept);
    return cable;
  }

  int port() {
    return end.getLocalPort();
  }

  void cut() throws IOException {
    cut = true;
    for (Socket wire : wires) {
      wire.close();
    }
    wires.clear();
  }

  void mend() {
    cut = false;
  }

  @Override
  public void close() throws IOException {
    end.close();
    cut();
  }

  private void accept() {
    try {
      while (true) {
        Socket near = end.accept();
        if (cut) {
          near.close();
        } else {
          join(near, new Socket(InetAddress.getLoopbackAddress(), server));
        }
      }
    } catch (IOException _) {
      cut = true; // the test is over
    }
  }

  private void join(Socket near, Socket far) {
    wires.add(near);
    wires.add(far);
    Thread.ofVirtual().start(() -> carry(near, far));
    Thread.ofVirtual().start(() -> carry(far, near));
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException _) {
      // An end has closed, or the cable is cut; both ends close with it.
      return;
    }
  }
}
