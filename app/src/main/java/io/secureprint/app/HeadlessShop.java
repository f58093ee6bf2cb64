// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.Agent;
import io.secureprint.agent.journey.KioskTicket;

import java.util.concurrent.CountDownLatch;

/// The shop without windows: one line READY when it serves, one line TICKET for each new QR, and the
/// QR itself for whoever stands at the terminal.
final class HeadlessShop {
  private final Agent agent;
  private final CountDownLatch end = new CountDownLatch(1);
  private String shown = "";

  HeadlessShop(Agent agent) {
    this.agent = agent;
  }

  /// Serves until the process is asked to end (SIGTERM, SIGINT).
  int run() {
    Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(main), "stop"));
    Agent.Addresses addresses = agent.addresses();
    print("READY {\"page\":\"" + addresses.page() + "\",\"ws\":\"" + addresses.ws() + "\"}");
    agent.desk().ticket().observe(this::show);
    try {
      end.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private synchronized void show(KioskTicket ticket) {
    if (!ticket.address().equals(shown) && ticket.address().length() > 1) {
      shown = ticket.address();
      print("TICKET " + ticket.address());
      // For people, beside the lines for programs.
      System.err.println(TerminalQr.draw(ticket.address()));
    }
  }

  /// The JVM waits for this hook: the shop is closed in order before it ends.
  private void stop(Thread main) {
    agent.close();
    end.countDown();
    main.interrupt();
  }

  private static void print(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
