// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.payment.Books;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.Cashier.Opening;
import io.secureprint.agent.payment.Claim;
import io.secureprint.agent.payment.Claims;
import io.secureprint.agent.payment.Counter;
import io.secureprint.agent.payment.Credit;
import io.secureprint.agent.payment.Credits;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.PaymentFact;
import io.secureprint.agent.payment.PaymentFact.Evidence;
import io.secureprint.agent.payment.Providers;
import io.secureprint.agent.payment.Reason;
import io.secureprint.agent.payment.Refunds;
import io.secureprint.agent.payment.Settlement;
import io.secureprint.agent.payment.Utr;
import io.secureprint.driver.campaign.CampaignRecord;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Random histories of money against the real books: whatever comes, in whatever order, twice, forged,
/// short, late or given back, the promises of `payments.md` 8.3 (I1 to I6) hold.
@OnBothDatabases
final class CashierModelTest {
  private static final int CUSTOMERS = 3;
  private static final List<Evidence> EVIDENCE =
      List.of(Evidence.DOORBELL, Evidence.REDIRECT, Evidence.WEBHOOK, Evidence.PULL, Evidence.PULL);
  private static final Duration WAIT = Duration.ofMinutes(15);

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final Map<String, Integer> told = new HashMap<>();
  private final Map<String, Intent> intents = new HashMap<>();
  private final Set<String> accepted = new HashSet<>();
  private final List<PaymentFact> facts = new ArrayList<>();
  private final List<String> credits = new ArrayList<>();
  private int opened;

  @Test
  void randomHistoriesKeepEveryPromise() throws Database.Unusable {
    play(new Random(2_026), 25, 40);
  }

  @Test
  @Tag("campaign")
  @Tag("money")
  void manyRandomHistoriesKeepEveryPromise() throws Exception {
    long seed = 31;
    play(new Random(seed), 300, 60);
    new CampaignRecord("money")
        .with("histories", 300)
        .with("seed", seed)
        .with("database", kind.name())
        .with("moves each", 60)
        .with("intents", opened)
        .write();
  }

  private void play(Random random, int histories, int moves) throws Database.Unusable {
    try (Shop books = new Shop(kind.open(folder), clock, this::paid)) {
      for (int history = 0; history < histories; history++) {
        facts.clear();
        intents.clear();
        credits.clear();
        for (int move = 0; move < moves; move++) {
          move(books, random, history);
          promises(books);
        }
        Set<String> before = books.snapshot();
        facts.forEach(fact -> books.cashier.book(fact, false));
        assertThat(changes(before, books.snapshot())).as("I6: a replay changes nothing").isEmpty();
        books.settleAll();
      }
    }
  }

  private void move(Shop books, Random random, int history) {
    String execution = books.execution(history * CUSTOMERS + random.nextInt(CUSTOMERS));
    switch (random.nextInt(12)) {
      case 0, 1 -> open(books, execution, random);
      case 2 -> books.cashier.cancel(execution);
      case 3 -> {
        clock.pass(Duration.ofMinutes(random.nextInt(20)));
        books.cashier.expire(execution, true);
      }
      case 4 -> {
        if (books.counter.held().accept(execution, new Reason("seen"), "asha").isEmpty()) {
          accepted.add(execution);
        }
      }
      case 5 -> books.settleOne(random).ifPresent(credits::add);
      case 6 -> mark(books, execution, random);
      case 7 -> {
        if (books.failed(execution)) {
          credits.add(execution);
        }
      }
      default -> book(books, random);
    }
  }

  private void open(Shop books, String execution, Random random) {
    Paise due = new Paise(100 + random.nextInt(3));
    Cashier.Asked asked = Cashier.Asked.money(Providers.RAZORPAY, due, "mac", WAIT);
    if (!credits.isEmpty() && random.nextInt(2) == 0) {
      Paise part = new Paise(1 + random.nextInt(120));
      Credit.Use use = new Credit.Use(credits.get(random.nextInt(credits.size())), part, "asha");
      asked =
          random.nextBoolean()
              ? new Cashier.Asked(Providers.CREDIT, part, "mac", WAIT, use)
              : new Cashier.Asked(Providers.RAZORPAY, due, "mac", WAIT, use);
    }
    if (books.cashier.open(execution, asked) instanceof Opening.Awaited(Intent intent)) {
      opened(books, intent, random);
    }
  }

  private void opened(Shop books, Intent intent, Random random) {
    if (intent.provider().equals(Providers.CREDIT)) {
      return;
    }
    String object = "qr_" + opened++;
    if (random.nextInt(8) > 0) {
      books.cashier.named(intent.id(), object);
    }
    intents.put(object, intent);
  }

  /// A person says that exactly the money is there.
  private static void mark(Shop books, String execution, Random random) {
    Utr utr =
        Utr.parse(String.format(Locale.ROOT, "%012d", random.nextInt(1_000_000)), new byte[32])
            .orElseThrow();
    books.counter.confirmations().mark(execution, new Paise(100 + random.nextInt(3)), utr, "asha");
  }

  private void book(Shop books, Random random) {
    PaymentFact fact =
        !facts.isEmpty() && random.nextInt(4) == 0
            ? facts.get(random.nextInt(facts.size()))
            : fact(random);
    Set<String> before = books.snapshot();
    books.cashier.book(fact, random.nextInt(5) == 0);
    facts.add(fact);
    if (fact.evidence() == Evidence.DOORBELL || fact.evidence() == Evidence.REDIRECT) {
      assertThat(changes(before, books.snapshot()))
          .as("I4: what proves nothing changes nothing")
          .isEmpty();
    }
  }

  /// Rows that are there in one of both alone.
  private static Set<String> changes(Set<String> before, Set<String> after) {
    Set<String> changed = new HashSet<>(after);
    changed.removeAll(before);
    before.stream().filter(row -> !after.contains(row)).forEach(changed::add);
    return changed;
  }

  private PaymentFact fact(Random random) {
    List<String> objects = new ArrayList<>(intents.keySet());
    boolean known = !objects.isEmpty() && random.nextInt(8) > 0;
    String object = known ? objects.get(random.nextInt(objects.size())) : "qr_unknown";
    Intent intent = intents.get(object);
    long expected = intent == null ? 100 : intent.expected().value();
    Paise amount = new Paise(expected + (random.nextInt(4) == 0 ? random.nextInt(5) - 2 : 0));
    Paise refunded = random.nextInt(12) == 0 ? amount : Paise.ZERO;
    return new PaymentFact(
        Providers.RAZORPAY,
        random.nextInt(15) == 0,
        object,
        "pay_" + opened + "_" + random.nextInt(6),
        new PaymentFact.Money(
            amount, random.nextInt(15) == 0 ? "USD" : "INR", random.nextInt(6) > 0, refunded),
        EVIDENCE.get(random.nextInt(EVIDENCE.size())),
        "gateway",
        clock.instant().minus(Duration.ofMinutes(random.nextInt(14))));
  }

  private void promises(Shop books) {
    for (Shop.Release release : books.releases()) {
      assertThat(told.get(release.execution())).as("I1: one release, told once").isEqualTo(1);
      assertThat(release.state()).as("I5: only what is paid is released").isEqualTo("PAID");
      assertThat(release.exact() || accepted.contains(release.execution()))
          .as("I2: exact money, or a person's word")
          .isTrue();
    }
    assertThat(told.keySet()).as("I1: nothing is told that is not released")
        .isSubsetOf(books.releases().stream().map(Shop.Release::execution).toList());
    assertThat(books.doubled()).as("I7: a credit is used once, or goes back once").isEmpty();
    assertThat(books.taken()).as("I8: what is reserved is settled no other way").isEmpty();
    assertThat(books.undisposed()).as("I3: one disposition for each payment").isZero();
    assertThat(books.payments())
        .as("I3: whatever was captured is in the books")
        .containsAll(
            facts.stream()
                .filter(fact -> fact.evidence() == Evidence.PULL && fact.money().captured())
                .map(PaymentFact::paymentId)
                .toList());
  }

  private void paid(String execution, Intent intent) {
    assertThat(intent.state().name()).isNotEqualTo("CANCELLED");
    told.merge(execution, 1, Integer::sum);
  }

  /// The real books of a shop with any number of executions.
  private static final class Shop implements AutoCloseable {
    private final Database database;
    private final JdbcUnitOfWork unitOfWork;
    private final Counter counter;
    private final Cashier cashier;
    private final Claims claims;
    private final SettableClock clock;
    private final Set<String> known = new HashSet<>();

    Shop(Database database, SettableClock clock, BiConsumer<String, Intent> paid) {
      this.clock = clock;
      this.database = database;
      unitOfWork = new JdbcUnitOfWork(database);
      Books written =
          new Books(
              new JdbcLedger(unitOfWork, clock),
              unitOfWork,
              new JdbcEventLog(unitOfWork, clock),
              Ids.secure(),
              clock,
              false);
      Credits credits =
          new Credits(written, new JdbcCredits(unitOfWork), new byte[32], Duration.ofDays(180));
      Refunds refunds = new Refunds(written, new JdbcRefunds(unitOfWork, clock), credits);
      claims = new Claims(written, new JdbcClaims(unitOfWork, clock), refunds, credits, "");
      counter = Counter.of(written, claims, credits, new ToldPrints(paid));
      cashier = counter.cashier();
    }

    String execution(int number) {
      String id = String.format(Locale.ROOT, "%032d", number);
      if (known.add(id)) {
        unitOfWork.run(
            Durability.STEP,
            () -> new JdbcJournal(unitOfWork, clock).insert(TestExecution.of(id, clock), id));
      }
      return id;
    }

    /// Settles something that is owed; answers what it was where it is a credit now.
    Optional<String> settleOne(Random random) {
      Settlement how = random.nextBoolean() ? Settlement.CREDIT : Settlement.RETURNED;
      Optional<Claim> claim =
          claims.open().stream().map(Claims.Open::claim).skip(random.nextInt(2)).findFirst();
      return claim
          .map(
              one ->
                  new Claims.Wish(one.id(), how, Claim.Share.ALL, one.amount(), "asha"))
          .map(claims::settle)
          .filter(Claims.Settled.Credited.class::isInstance)
          .flatMap(_ -> claim.map(Claim::id));
    }

    /// What is still owed when a history ends goes back, so that the next one is not slowed down by it.
    void settleAll() {
      for (Claims.Open open : claims.open()) {
        Claim one = open.claim();
        claims.settle(
            new Claims.Wish(
                one.id(), Settlement.RETURNED, Claim.Share.ALL, one.amount(), "asha"));
      }
    }

    /// Credits of which more was used or is left than the customers were given.
    List<String> doubled() {
      return names(
          "select c.claim_id from credit c where c.left_paise + (select"
              + " coalesce(sum(i.credit_paise), 0) from intent i join print_release r"
              + " on r.intent_id = i.id where i.credit_claim = c.claim_id) > (select"
              + " coalesce(sum(s.paise), 0) from settlement s where"
              + " s.claim_id = c.claim_id and s.outcome = 'CREDIT')");
    }

    /// Claims that a payment under way reserves, and that somebody settled otherwise.
    List<String> taken() {
      return names(
          "select s.claim_id from settlement s join intent i on i.credit_claim = s.claim_id"
              + " where i.state = 'AWAITING' and s.outcome <> 'CREDIT'");
    }

    List<String> payments() {
      return names("select payment_id from payment");
    }

    private List<String> names(String query) {
      return unitOfWork.call(
          Durability.STEP,
          () -> unitOfWork.handle().select(query).mapTo(String.class).list());
    }

    /// A print that was paid comes to nothing; false where it was not paid.
    boolean failed(String execution) {
      return unitOfWork.call(
              Durability.STEP,
              () ->
                  unitOfWork
                      .handle()
                      .execute(
                          "update execution set status = 'FAILED' where id = ? and exists (select 1"
                              + " from print_release r where r.execution_id = ?)",
                          execution, execution))
          > 0;
    }

    List<Release> releases() {
      return unitOfWork.call(
          Durability.STEP,
          () ->
              unitOfWork
                  .handle()
                  .select(
                      "select r.execution_id, i.state, exists (select 1 from payment p where"
                          + " p.intent_id = i.id and (p.disposition = 'RELEASED'"
                          + " or p.flag = 'REFUNDED_OUTSIDE') and"
                          + " p.amount_paise = i.expected_paise) as exact from print_release r"
                          + " join intent i on i.id = r.intent_id")
                  .map(
                      (row, _) ->
                          new Release(row.getString(1), row.getString(2), row.getBoolean(3)))
                  .list());
    }

    /// Payments that are owed though they are given back, or held though nothing is owed.
    long undisposed() {
      return unitOfWork.call(
          Durability.STEP,
          () ->
              unitOfWork
                  .handle()
                  .select(
                      "select count(*) from payment where (disposition = 'REFUNDED') = (owed_paise > 0)"
                          + " and disposition not in ('RELEASED', 'QUARANTINED')")
                  .mapTo(Long.class)
                  .one());
    }

    Set<String> snapshot() {
      return unitOfWork.call(
          Durability.STEP,
          () ->
              Stream.of("intent", "payment", "print_release", "settlement", "credit")
                  .flatMap(
                      table ->
                          unitOfWork
                              .handle()
                              .select("select * from " + table)
                              .mapToMap()
                              .map(row -> table + row)
                              .list()
                              .stream())
                  .collect(Collectors.toSet()));
    }

    @Override
    public void close() {
      unitOfWork.close();
      database.close();
    }

    private record Release(String execution, String state, boolean exact) {}
  }
}
