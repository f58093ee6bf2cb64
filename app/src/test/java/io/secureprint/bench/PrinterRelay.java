// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A socket in front of a printer that lets everything through, and notes when the printer answers to a
/// document: then it has accepted it.
final class PrinterRelay implements AutoCloseable {
  /// Bytes; no request without a document is as long.
  private static final int DOCUMENT = 3 << 10;
  private static final int LONGEST_SECONDS = 30;

  private final URI printer;
  private final ServerSocket door;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Long> accepted = new LinkedBlockingQueue<>();

  private PrinterRelay(URI printer, ServerSocket door) {
    this.printer = printer;
    this.door = door;
  }

  static PrinterRelay before(URI printer) throws IOException {
    PrinterRelay relay =
        new PrinterRelay(printer, new ServerSocket(0, 16, InetAddress.getLoopbackAddress()));
    relay.threads.execute(relay::open);
    return relay;
  }

  URI address() {
    return URI.create(
        printer.getScheme() + "://127.0.0.1:" + door.getLocalPort() + printer.getPath());
  }

  /// Milliseconds from the call until the printer has accepted the next document.
  double millisAfter(PrintBench.Order order) throws IOException, InterruptedException {
    accepted.clear();
    long start = System.nanoTime();
    order.give();
    Long at = accepted.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (at == null) {
      throw new IOException("the printer accepted nothing");
    }
    return (at - start) / 1e6;
  }

  private void open() {
    try {
      while (true) {
        Socket caller = door.accept();
        threads.execute(() -> relay(caller));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void relay(Socket caller) {
    try (caller; Socket behind = new Socket(printer.getHost(), printer.getPort())) {
      caller.setTcpNoDelay(true);
      behind.setTcpNoDelay(true);
      AtomicLong asked = new AtomicLong();
      threads.execute(() -> questions(caller, behind, asked));
      answers(behind.getInputStream(), caller.getOutputStream(), asked);
    } catch (IOException _) {
      // one of both has hung up
    }
  }

  private static void questions(Socket caller, Socket behind, AtomicLong asked) {
    byte[] bytes = new byte[1 << 16];
    try {
      for (int n = caller.getInputStream().read(bytes); n > 0; n = caller.getInputStream().read(bytes)) {
        asked.addAndGet(n);
        behind.getOutputStream().write(bytes, 0, n);
      }
      behind.shutdownOutput();
    } catch (IOException _) {
      // one of both has hung up
    }
  }

  private void answers(InputStream from, OutputStream to, AtomicLong asked) throws IOException {
    byte[] bytes = new byte[1 << 16];
    for (int n = from.read(bytes); n > 0; n = from.read(bytes)) {
      if (asked.getAndSet(0) > DOCUMENT) {
        accepted.add(System.nanoTime());
      }
      to.write(bytes, 0, n);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }
}
