// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import io.secureprint.agent.journey.OpenShop;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.testdocument.TestPdf;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the shop occupies while nobody is there.
final class MemoryBench implements Bench {
  private static final String WORKER = "io.secureprint.driver.worker.DocumentWorker";
  private static final int ROUNDS = 5;
  private static final int CUSTOMERS = 8;
  private static final int PAGES = 5;

  private final Program program;

  MemoryBench(Program program) {
    this.program = program;
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String explanation() {
    return """
        A shop that waits for customers, once its memory has come to rest: the agent, without
        windows, and the document worker that it keeps ready, against a JVM with the same flags and
        class path whose main does nothing. The two empty JVMs run side by side as the two real ones
        do. RSS counts each page in full, PSS divides the shared ones among their users. Then eight
        customers who have the price of a document each, with the agent and all that it has started,
        against the same shop before they came.
        """;
  }

  @Override
  public List<Comparison> measure(Path folder) throws Exception {
    List<Pair> shops = new ArrayList<>();
    List<Pair> floors = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<String> worker = new ArrayList<>();
      shops.add(shop(folder.resolve("data"), worker));
      floors.add(floor(worker));
    }
    return List.of(
        compared("agent, RSS", shops, floors, pair -> pair.agent().rss()),
        compared("agent, PSS", shops, floors, pair -> pair.agent().pss()),
        compared("worker, RSS", shops, floors, pair -> pair.worker().rss()),
        compared("worker, PSS", shops, floors, pair -> pair.worker().pss()),
        new Comparison(
            "eight customers, all processes, PSS", "none", "MiB", List.of(eight(folder.resolve("eight")))));
  }

  private Comparison.Pair eight(Path data) throws Exception {
    List<PracticePhone> phones = new ArrayList<>();
    try (Running shop = Running.start(program.shop(data))) {
      String ticket = shop.next("TICKET ");
      double none = shop.everything();
      for (int customer = 0; customer < CUSTOMERS; customer++) {
        PracticePhone phone =
            PracticePhone.scan(
                ticket, InetAddress.getByName("127.0.0." + (customer + 2)), Ids.secure());
        phones.add(phone);
        phone.claim();
        OpenShop.quoted(phone, "five.pdf", TestPdf.plainText(PAGES, "five"));
        ticket = customer < CUSTOMERS - 1 ? shop.next("TICKET ") : "";
      }
      return new Comparison.Pair(shop.everything(), none);
    } finally {
      phones.forEach(PracticePhone::close);
    }
  }

  /// Tells also with which command the agent started its worker.
  private Pair shop(Path data, List<String> workerCommand) throws Exception {
    try (Running shop = Running.start(program.shop(data))) {
      long worker = shop.child(WORKER);
      workerCommand.addAll(Running.commandLine(worker));
      return new Pair(shop.memory(), Memory.settled(worker));
    }
  }

  private Pair floor(List<String> workerCommand) throws Exception {
    try (Running agent = Running.start(program.empty());
        Running worker = Running.start(Program.emptied(workerCommand))) {
      return new Pair(agent.memory(), worker.memory());
    }
  }

  private static Comparison compared(
      String what, List<Pair> shops, List<Pair> floors, Side side) {
    List<Comparison.Pair> pairs = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      pairs.add(
          new Comparison.Pair(side.of(shops.get(round)), side.of(floors.get(round))));
    }
    return new Comparison(what, "empty main", "MiB", pairs);
  }

  private record Pair(Memory agent, Memory worker) {}

  @FunctionalInterface
  private interface Side {
    double of(Pair pair);
  }
}
