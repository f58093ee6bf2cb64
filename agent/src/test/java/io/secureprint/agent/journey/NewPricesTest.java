// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.FileStatus;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.agent.pricing.PaperPrices;
import io.secureprint.agent.pricing.PriceList;
import io.secureprint.agent.pricing.Prices.Answer;
import io.secureprint.agent.pricing.Prices.Publication;
import io.secureprint.agent.pricing.Rate;
import io.secureprint.agent.pricing.TestPrices;
import io.secureprint.agent.store.DamagedRecords;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.testdocument.TestPdf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What customers who are in the shop see of a change of prices.
final class NewPricesTest {
  @TempDir private static Path folder;
  @RegisterExtension private static final Premises premises = new Premises(() -> folder);
  private OpenShop shop;

  @BeforeEach
  void openTheShop() throws Exception {
    shop = premises.open(Map.of());
  }

  @Test
  void whatIsBeingPaidKeepsItsPriceAndItsRecordSaysByWhichVersion() throws Exception {
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      AgentMessage.Session session = phone.claim();
      AgentMessage.Quote quote = OpenShop.quoted(phone, "a.pdf", TestPdf.plainText(3, "a"));
      OpenShop.wantToPay(phone, quote);
      publish(TestPrices.flat(500), 1);
      shop.takeCash(session.session(), new Paise(600));
      phone.await(AgentMessage.Receipt.class);
    }
    assertThat(shop.ended("COMPLETED").prices()).isEqualTo(1);
  }

  @Test
  void whoeverStillChoosesIsToldTheNewPriceUnaskedAndPaysThat() throws Exception {
    try (PracticePhone phone = shop.scan("127.0.0.3")) {
      AgentMessage.Session session = phone.claim();
      AgentMessage.Quote old = OpenShop.quoted(phone, "a.pdf", TestPdf.plainText(3, "a"));
      assertThat(old.total()).isEqualTo(new Paise(600));
      publish(TestPrices.flat(500), 1);
      AgentMessage.Quote now = phone.await(AgentMessage.Quote.class);
      assertThat(now.id()).isNotEqualTo(old.id());
      assertThat(now.total()).isEqualTo(new Paise(1_500));
      phone.send(new PhoneMessage.Pay(old.id(), PayMethod.CASH));
      assertThat(phone.await(AgentMessage.Problem.class).code()).isEqualTo("QUOTE_CHANGED");
      OpenShop.wantToPay(phone, now);
      shop.takeCash(session.session(), new Paise(1_500));
      phone.await(AgentMessage.Receipt.class);
    }
    assertThat(shop.ended("COMPLETED").prices()).isEqualTo(2);
  }

  @Test
  void whoeverGoesBackFromPayingIsToldTheNewPrice() throws Exception {
    try (PracticePhone phone = shop.scan("127.0.0.4")) {
      phone.claim();
      OpenShop.wantToPay(phone, OpenShop.quoted(phone, "a.pdf", TestPdf.plainText(1, "a")));
      publish(TestPrices.flat(500), 1);
      phone.send(new PhoneMessage.PayBack());
      assertThat(phone.await(AgentMessage.Quote.class).total()).isEqualTo(new Paise(500));
    }
  }

  @Test
  void aListThatCannotBeReadSellsNothingUntilAnotherIsPublished() throws Exception {
    shop.close();
    DamagedRecords.inPrices(premises.data().resolve("db"));
    shop = premises.open(Map.of());
    try (PracticePhone phone = shop.scan("127.0.0.5")) {
      phone.claim();
      int fid = ready(phone, TestPdf.plainText(1, "a"));
      phone.send(options(Sides.ONE, fid));
      assertThat(phone.await(AgentMessage.Problem.class).code()).isEqualTo("PRICES_UNREADABLE");
      await().until(() -> notes().contains("PRICES_UNREADABLE"));
      publish(TestPrices.flat(300), 1);
      phone.send(options(Sides.ONE, fid));
      assertThat(phone.await(AgentMessage.Quote.class).total()).isEqualTo(new Paise(300));
      await().until(() -> !notes().contains("PRICES_UNREADABLE"));
    }
  }

  /// The shop's first demonstration: two files, colour, duplex, 190 pages.
  @Test
  void theDemonstrationCosts855Rupees() throws Exception {
    publish(demonstration(), 1);
    try (PracticePhone phone = shop.scan("127.0.0.6")) {
      phone.claim();
      int first = ready(phone, coloured(120));
      int second = ready(phone, coloured(70));
      phone.send(options(Sides.TWO_LONG_EDGE, first, second));
      AgentMessage.Quote quote = phone.await(AgentMessage.Quote.class);
      assertThat(quote.printedSides()).isEqualTo(190);
      assertThat(quote.total()).isEqualTo(new Paise(85_500));
    }
  }

  private void publish(PriceList list, int basedOn) {
    assertThat(shop.agent().prices().publish(new Publication(list, basedOn, "", null), "test"))
        .isEqualTo(new Answer.Published(basedOn + 1));
  }

  private List<String> notes() {
    return shop.desk().status().get().notes().stream().map(ShopStatus.Note::code).toList();
  }

  private static PriceList demonstration() {
    Rate colour = new Rate(new Paise(900), List.of(new Rate.Break(100, new Paise(450))));
    PaperPrices a4 =
        new PaperPrices(
            Rate.of(new Paise(200)), Rate.of(new Paise(150)), Rate.of(new Paise(1_000)), colour,
            Paise.ZERO);
    return new PriceList(Map.of(Paper.A4, a4), new Paise(200), null);
  }

  private static int ready(PracticePhone phone, byte[] document) {
    int fid = phone.upload("a.pdf", document);
    phone.await(
        AgentMessage.FileState.class, f -> f.fid() == fid && f.status() == FileStatus.READY);
    return fid;
  }

  private static byte[] coloured(int pages) {
    return TestPdf.coloured(pages, IntStream.rangeClosed(1, pages).toArray());
  }

  private static PhoneMessage.Options options(Sides sides, int... files) {
    return new PhoneMessage.Options(
        IntStream.of(files).mapToObj(fid -> new PhoneMessage.Pages(fid, "")).toList(),
        1,
        sides,
        Paper.A4);
  }
}
