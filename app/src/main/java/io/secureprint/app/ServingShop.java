// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.Agent;
import io.secureprint.agent.journey.KioskTicket;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// A shop that serves until it is asked to end. It says READY in one line when it does.
final class ServingShop {
  private final Agent agent;
  private final Consumer<KioskTicket> tickets;
  private final CountDownLatch end = new CountDownLatch(1);
  private String shown = "";

  /// `tickets` hears of each new QR.
  ServingShop(Agent agent, Consumer<KioskTicket> tickets) {
    this.agent = agent;
    this.tickets = tickets;
  }

  /// The shop without windows: one line TICKET for each new QR, and the QR itself for whoever stands
  /// at the terminal, unless it is a service (systemd.exec(5)) and the terminal a journal on a disk.
  static ServingShop headless(Agent agent) {
    return new ServingShop(agent, ticket -> {
      print("TICKET " + ticket.address());
      if (System.getenv("JOURNAL_STREAM") == null) {
        System.err.println(TerminalQr.draw(ticket.address()));
      }
    });
  }

  /// Serves until [#end], or until the process is asked to end (SIGTERM, SIGINT).
  int run() {
    Thread hook = new Thread(this::stop, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    Agent.Addresses addresses = agent.addresses();
    print(
        "READY {\"page\":\"%s\",\"ws\":\"%s\",\"api\":\"%s\"}"
            .formatted(addresses.page(), addresses.ws(), addresses.api()));
    agent.desk().ticket().observe(this::show);
    try {
      end.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    forget(hook);
    return 0;
  }

  /// A shop may open again in the same process.
  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process ends: the hook is at work.
    }
  }

  void end() {
    end.countDown();
  }

  private synchronized void show(KioskTicket ticket) {
    if (!ticket.address().equals(shown) && ticket.address().length() > 1) {
      shown = ticket.address();
      tickets.accept(ticket);
    }
  }

  /// The JVM waits for this hook: the shop is closed in order before it ends.
  private void stop() {
    agent.close();
    end();
  }

  static void print(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
