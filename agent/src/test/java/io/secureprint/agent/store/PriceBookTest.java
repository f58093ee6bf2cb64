// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.pricing.PriceBook;
import io.secureprint.agent.pricing.PriceList;
import io.secureprint.agent.pricing.PriceVersion;
import io.secureprint.agent.pricing.Prices.Answer;
import io.secureprint.agent.pricing.Prices.PriceView;
import io.secureprint.agent.pricing.Prices.Publication;
import io.secureprint.agent.pricing.Prices.Reversion;
import io.secureprint.agent.pricing.TestPrices;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@OnBothDatabases
final class PriceBookTest {
  private static final PriceList FIRST = TestPrices.flat(200);
  private static final PriceList SECOND = TestPrices.flat(300);
  private static final PriceList THIRD = TestPrices.flat(400);

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private boolean nobody;
  private Runnable whileLooking = () -> {};
  private Database database;
  private JdbcUnitOfWork unitOfWork;
  private PriceBook book;

  @BeforeEach
  void open() throws Database.Unusable {
    database = kind.open(folder);
    unitOfWork = new JdbcUnitOfWork(database);
    book = book(FIRST);
  }

  @AfterEach
  void close() {
    unitOfWork.close();
    database.close();
  }

  @Test
  void theListOfTheSettingsIsVersion1AndLaterOnTheDatabaseIsTheTruth() {
    assertThat(book.get().number()).isEqualTo(1);
    assertThat(book.get().author()).isEqualTo("config.toml");
    assertThat(book(SECOND).get()).isEqualTo(book.get());
    assertThat(book.get().list()).isEqualTo(FIRST);
  }

  @Test
  void aPublishedVersionRunsAtOnceAndIsToldOfInTheSameUnit() {
    List<Integer> seen = new ArrayList<>();
    book.view().observe(view -> seen.add(view.running().number()));
    clock.pass(Duration.ofHours(1));
    assertThat(publish(SECOND, 1)).isEqualTo(new Answer.Published(2));
    PriceVersion running = book.get();
    assertThat(running.list()).isEqualTo(SECOND);
    assertThat(running.author()).isEqualTo("asha");
    assertThat(running.note()).isEqualTo("paper is dearer");
    assertThat(running.validFrom()).isEqualTo(clock.instant());
    assertThat(seen).containsExactly(1, 2);
    assertThat(events()).containsExactly("prices-1 config.toml", "prices-2 asha");
    assertThat(book(THIRD).get()).isEqualTo(running);
  }

  @Test
  void whoeverHasNotSeenTheNewestVersionPublishesNothing() {
    publish(SECOND, 1);
    assertThat(publish(THIRD, 1)).isEqualTo(new Answer.Refused("PRICES_CHANGED"));
    assertThat(book.revert(new Reversion(1, 1, ""), "asha"))
        .isEqualTo(new Answer.Refused("PRICES_CHANGED"));
    assertThat(book.get().list()).isEqualTo(SECOND);
    assertThat(events()).hasSize(2);
  }

  @Test
  void anOlderVersionComesBackAsANewOne() {
    publish(SECOND, 1);
    assertThat(book.revert(new Reversion(1, 2, "mistake"), "asha"))
        .isEqualTo(new Answer.Published(3));
    assertThat(book.get().list()).isEqualTo(FIRST);
    assertThat(book.get().reverts()).isEqualTo(1);
    assertThat(book.versions()).extracting(PriceVersion::number).containsExactly(3, 2, 1);
    assertThat(book.revert(new Reversion(9, 3, ""), "asha"))
        .isEqualTo(new Answer.Refused("PRICE_VERSION_UNKNOWN"));
  }

  @Test
  void whatIsToComeWaitsForItsTimeAndIsReplacedByWhateverIsPublishedMeanwhile() {
    var tomorrow = clock.instant().plus(Duration.ofDays(1));
    book.publish(new Publication(SECOND, 1, "", tomorrow), "asha");
    assertThat(book.get().number()).isEqualTo(1);
    assertThat(book.view().get().newest().number()).isEqualTo(2);
    clock.pass(Duration.ofDays(1));
    assertThat(book.get().number()).isEqualTo(2);
    assertThat(book.view().get().running().number()).isEqualTo(1);
    book.refresh();
    assertThat(book.view().get().running().number()).isEqualTo(2);

    book.publish(new Publication(THIRD, 2, "", tomorrow.plus(Duration.ofDays(1))), "asha");
    publish(FIRST, 3);
    clock.pass(Duration.ofDays(2));
    assertThat(book.get().number()).isEqualTo(4);
  }

  @Test
  void whatIsToComeMayCountAtOnceAfterAll() {
    book.publish(
        new Publication(SECOND, 1, "", clock.instant().plus(Duration.ofDays(1))), "asha");
    assertThat(publish(SECOND, 2)).isEqualTo(new Answer.Published(3));
    assertThat(book.get().list()).isEqualTo(SECOND);
  }

  @Test
  void aClockThatIsSetBackBringsNoOldPrices() {
    publish(SECOND, 1);
    clock.pass(Duration.ofDays(-9_000));
    assertThat(book.get().number()).isEqualTo(2);
    book.refresh();
    assertThat(book.view().get()).isEqualTo(new PriceView(book.get(), book.get()));
    assertThat(book(THIRD).get().number()).isEqualTo(2);
  }

  @Test
  void anotherAgentOnTheSameDatabaseIsHeardOf() {
    PriceBook other = book(FIRST);
    publish(SECOND, 1);
    assertThat(other.get().number()).isEqualTo(1);
    assertThat(other.publish(new Publication(THIRD, 1, "", null), "ravi"))
        .isEqualTo(new Answer.Refused("PRICES_CHANGED"));
    other.refresh();
    assertThat(other.get()).isEqualTo(book.get());
  }

  @Test
  void whatIsPublishedWhileTheBookLooksAroundStays() {
    book.refresh();
    whileLooking = () -> publish(SECOND, 1);
    book.refresh();
    assertThat(book.get().list()).isEqualTo(SECOND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "content = replace(content, '300', '301')",
        "sha256 = 'x'",
        "content = '{}', sha256 = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'"
      })
  void aDamagedVersionPricesNothingAndNoOlderOneSpeaksForIt(String damage) {
    publish(SECOND, 1);
    unitOfWork.run(
        Durability.STEP,
        () ->
            unitOfWork.handle().execute(
                "update price_version set " + damage + " where version = 2"));
    book.refresh();
    assertThat(book.get().number()).isEqualTo(2);
    assertThat(book.get().isReadable()).isFalse();
    assertThat(book(THIRD).get().isReadable()).isFalse();
    assertThat(book.revert(new Reversion(2, 2, ""), "asha"))
        .isEqualTo(new Answer.Refused("PRICES_UNREADABLE"));
    assertThat(book.revert(new Reversion(1, 2, ""), "asha")).isEqualTo(new Answer.Published(3));
    assertThat(book.get().list()).isEqualTo(FIRST);
  }

  @Test
  void whatChangesNothingOrHasTooLongANoteIsNoVersion() {
    assertThat(publish(FIRST, 1)).isEqualTo(new Answer.Refused("PRICES_UNCHANGED"));
    assertThat(book.publish(new Publication(SECOND, 1, "x".repeat(201), null), "asha"))
        .isEqualTo(new Answer.Refused("PRICE_NOTE_TOO_LONG"));
    assertThat(book.versions()).hasSize(1);
  }

  @Test
  void whomTheKeeperRefusesChangesNothing() {
    nobody = true;
    assertThat(publish(SECOND, 1)).isEqualTo(new Answer.Refused("PIN_NEEDED"));
    assertThat(book.revert(new Reversion(1, 1, ""), "asha"))
        .isEqualTo(new Answer.Refused("PIN_NEEDED"));
    assertThat(book.versions()).hasSize(1);
  }

  @Test
  void aDatabaseThatTakesNothingLeavesTheOldPrices() {
    unitOfWork.run(
        Durability.STEP, () -> unitOfWork.handle().execute("alter table event rename to gone"));
    assertThat(publish(SECOND, 1)).isEqualTo(new Answer.Refused("STORAGE_FAILED"));
    book.refresh();
    assertThat(book.get().list()).isEqualTo(FIRST);
  }

  private PriceBook book(PriceList ofSettings) {
    PriceBook.Ports ports =
        new PriceBook.Ports(
            new Watched(new JdbcPriceRows(unitOfWork)),
            unitOfWork,
            new JdbcEventLog(unitOfWork, clock),
            actor -> nobody ? Optional.empty() : Optional.of(actor));
    return new PriceBook(ports, clock, ofSettings);
  }

  private Answer publish(PriceList list, int basedOn) {
    return book.publish(new Publication(list, basedOn, "paper is dearer", null), "asha");
  }

  private List<String> events() {
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork
            .handle()
            .select(
                "select aggregate_id || ' ' || actor from event where type = 'PriceListPublished'"
                    + " order by seq")
            .mapTo(String.class)
            .list());
  }

  /// Lets something happen between a look and what is made of it.
  private final class Watched implements PriceBook.Rows {
    private final PriceBook.Rows real;

    Watched(PriceBook.Rows real) {
      this.real = real;
    }

    @Override
    public List<PriceVersion> recent(Instant now) {
      List<PriceVersion> found = real.recent(now);
      whileLooking.run();
      return found;
    }

    @Override
    public List<PriceVersion> newest(int limit) {
      return real.newest(limit);
    }

    @Override
    public Optional<PriceVersion> find(int number) {
      return real.find(number);
    }

    @Override
    public boolean insert(PriceVersion version) {
      return real.insert(version);
    }
  }
}
