// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import io.secureprint.agent.Agent;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.driver.api.Sides;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/// The street before a practice shop: customers come in at a human pace, pay at the practice bank or
/// at the counter, and some leave without a word. So a shopkeeper sees a shop that lives.
public final class Street implements AutoCloseable {
  private static final List<Person> PEOPLE = List.of(Person.values());
  /// As many sockets as one address may have, but for the person with a phone beside them.
  private static final int MOST_INSIDE = 3;
  /// Who wants to pay in cash waits so long for the counter.
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MOST_PAGES = 6;
  private static final int PAGE_BYTES = 60_000;

  private final PracticeGateway bank;
  private final Clock clock;
  private final Ids ids;
  private final Pace pace;
  private final Semaphore room = new Semaphore(MOST_INSIDE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Street(PracticeGateway bank, Clock clock, Ids ids, Pace pace) {
    this.bank = bank;
    this.clock = clock;
    this.ids = ids;
    this.pace = pace;
  }

  static Street open(Clock clock, Ids ids, Pace pace) throws IOException {
    return new Street(PracticeGateway.open(ids, clock), clock, ids, pace);
  }

  /// What the shop needs in its configuration to take the practice bank's money.
  public Map<String, String> settings() {
    return bank.settings();
  }

  /// From now on customers come, until the street is closed.
  public void come(Agent shop) throws IOException {
    ShopDoor door = new ShopDoor(shop.desk().ticket(), ids, PATIENCE);
    UpiApp upi = new UpiApp(bank, shop.addresses().api());
    InetAddress here = InetAddress.getByName(URI.create(shop.addresses().page()).getHost());
    threads.execute(() -> comeOneByOne(new Way(door, upi, here)));
  }

  @Override
  public void close() {
    threads.shutdownNow();
    bank.close();
  }

  private void comeOneByOne(Way way) {
    try {
      while (true) {
        room.acquire();
        threads.execute(() -> visit(way));
        Thread.sleep(some(pace.between()));
      }
    } catch (InterruptedException | RejectedExecutionException _) {
      Thread.currentThread().interrupt(); // The street is closed.
    }
  }

  private void visit(Way way) {
    Person who = PEOPLE.get(ids.below(PEOPLE.size()));
    Story untold = new Story(clock, _ -> {});
    try (Customer customer = new Customer(who, errand(), untold, clock, this::looks)) {
      customer.follow(inside -> inside.scans(way.door(), way.from()));
      customer.follow(Customer::choosesSheets);
      customer.follow(mood(way.upi()));
      customer.givesUp();
    } finally {
      room.release();
    }
  }

  private Customer.Script mood(UpiApp upi) {
    return switch (ids.below(10)) {
      case 0 -> Customer::leaves;
      case 1, 2, 3 ->
          customer -> {
            customer.wantsCash();
            customer.isPaid();
            customer.collects();
          };
      default ->
          customer -> {
            customer.pays(upi, customer.wantsUpi());
            customer.isPaid();
            customer.collects();
          };
    };
  }

  private Errand errand() {
    int pages = 1 + ids.below(MOST_PAGES);
    boolean duplex = ids.below(2) == 0;
    byte[] document =
        ids.below(3) == 0
            ? PracticePdf.pictures(pages, pages * PAGE_BYTES, ids)
            : PracticePdf.text(pages);
    return new Errand(
        List.of(document),
        duplex ? Sides.TWO_LONG_EDGE : Sides.ONE,
        duplex ? Math.ceilDiv(pages, 2) : pages,
        null);
  }

  private void looks() {
    try {
      Thread.sleep(some(pace.look()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OffScript("the street is closed", e);
    }
  }

  /// From half of it to one and a half.
  private Duration some(Duration about) {
    int millis = (int) about.toMillis();
    return Duration.ofMillis(millis / 2 + ids.below(millis + 1));
  }

  /// About how long people look before they do the next thing, and how long it is between two of them.
  record Pace(Duration look, Duration between) {
    static final Pace HUMAN = new Pace(Duration.ofSeconds(3), Duration.ofSeconds(6));
  }

  private record Way(ShopDoor door, UpiApp upi, InetAddress from) {}
}
