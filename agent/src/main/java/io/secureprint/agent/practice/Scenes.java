// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import io.secureprint.agent.kernel.Ids;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Plays the scenes of a demonstration, with customers who come to a real shop through its sockets.
final class Scenes {
  private static final String NO_PAPER_IN_A_FOLDER = "a folder cannot run out of paper";
  /// The large job takes its time on a small PC that has other things to do.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PracticeShop shop;
  private final Story story;
  private final InstantSource clock;
  private final Ids ids;
  private final ShopDoor door;
  private final UpiApp upi;
  private int nextAddress = 2;

  Scenes(PracticeShop shop, Story story, InstantSource clock, Ids ids) {
    this.shop = shop;
    this.story = story;
    this.clock = clock;
    this.ids = ids;
    this.door = new ShopDoor(shop.agent().desk().ticket(), ids, PATIENCE);
    this.upi = shop.upi();
  }

  /// What became of each who plays in it.
  List<CustomerReport> play(Scene scene) throws IOException {
    story.tell(null, Moment.SCENE, scene);
    return switch (scene) {
      case UPI -> play(scene, List.of(Errand.text(3)), this::paysAndCollects);
      case BANK_REFUSES -> play(scene, List.of(Errand.text(2)), this::paysAtTheSecondTry);
      case PAPER_OUT ->
          shop.printer() instanceof PracticePrinter.Ipp printer
              ? play(scene, List.of(Errand.text(4)), customer -> waitsForPaper(customer, printer))
              : skipped(scene);
      case WALKS_AWAY -> play(scene, List.of(Errand.text(1)), Scenes::walksAway);
      case THREE_AT_ONCE ->
          play(
              scene,
              List.of(Errand.text(1), Errand.text(2), Errand.text(3)),
              this::paysAndCollects);
      case LARGE_JOB -> play(scene, List.of(Errand.large(ids)), this::paysAndCollects);
    };
  }

  private void paysAndCollects(Customer customer) {
    customer.choosesSheets();
    customer.pays(upi, customer.wantsUpi());
    customer.isPaid();
    customer.collects();
  }

  private void paysAtTheSecondTry(Customer customer) throws IOException {
    customer.choosesSheets();
    String link = customer.wantsUpi();
    customer.paysInVain(upi, link, shop.printer());
    customer.pays(upi, link);
    customer.isPaid();
    customer.collects();
  }

  private void waitsForPaper(Customer customer, PracticePrinter.Ipp printer) throws IOException {
    printer.takePaperOut();
    try {
      customer.choosesSheets();
      customer.pays(upi, customer.wantsUpi());
      customer.isPaid();
      customer.hearsThatPaperIsOut();
    } finally {
      printer.putPaperIn();
    }
    story.tell(null, Moment.PAPER_IS_BACK);
    customer.collects();
  }

  private static void walksAway(Customer customer) {
    customer.choosesSheets();
    customer.leaves();
    customer.looksForReceipt(PATIENCE);
  }

  /// All come in, then all do what they came for at the same time.
  private List<CustomerReport> play(Scene scene, List<Errand> errands, Customer.Script script)
      throws IOException {
    List<Customer> customers = new ArrayList<>();
    try {
      for (int i = 0; i < errands.size(); i++) {
        Person who = scene.people().get(i);
        Customer customer = new Customer(who, errands.get(i), story, clock, () -> {});
        customers.add(customer);
        InetAddress from = InetAddress.getByName("127.0.0." + nextAddress++);
        customer.follow(inside -> inside.scans(door, from));
      }
      atOnce(customers, script);
      List<CustomerReport> reports = new ArrayList<>();
      for (Customer customer : customers) {
        reports.add(customer.report(scene, expected(scene), shop.key()));
      }
      return reports;
    } finally {
      customers.forEach(Customer::close);
    }
  }

  private static void atOnce(List<Customer> customers, Customer.Script script) {
    List<Future<?>> done = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      customers.forEach(
          customer -> done.add(threads.submit(() -> customer.follow(script))));
    }
    done.forEach(Future::resultNow);
  }

  private static String expected(Scene scene) {
    return scene == Scene.WALKS_AWAY ? CustomerReport.GONE : CustomerReport.PRINTED;
  }

  private List<CustomerReport> skipped(Scene scene) {
    return scene.people().stream()
        .map(
            who -> {
              story.tell(who, Moment.SKIPPED);
              return CustomerReport.skipped(
                  new CustomerReport.Part(who, scene, expected(scene)), NO_PAPER_IN_A_FOLDER);
            })
        .toList();
  }
}
