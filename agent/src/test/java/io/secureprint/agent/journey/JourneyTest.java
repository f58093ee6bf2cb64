// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.audit.SignedNote;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.PrintStage;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The whole journey over the real wire: a phone, a document worker, a real CUPS and a real printer.
final class JourneyTest {
  private static final String CANARY = "CANARY-7f3b9e51";
  private static final String NAME = "secret-" + CANARY + ".pdf";

  @TempDir private static Path folder;
  @RegisterExtension private static final Premises premises = new Premises(() -> folder);
  private PrintHost host;
  private OpenShop shop;

  @BeforeEach
  void openTheShop() throws Exception {
    host = premises.host();
    shop = premises.open(Map.of());
  }

  @Test
  void aPaidDocumentIsPrintedOnceAndNothingOfItRemains() throws Exception {
    int before = host.received().size();
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      AgentMessage.Session session = phone.claim();
      AgentMessage.Quote quote = OpenShop.quoted(phone, NAME, TestPdf.plainText(3, CANARY));
      assertThat(quote.sheets()).isEqualTo(3);
      assertThat(quote.cash()).isEqualTo(new Paise(600));
      assertThat(phone.preview(0, 300)).startsWith(0xFF, 0xD8);
      OpenShop.wantToPay(phone, quote);
      assertThat(host.received()).hasSize(before);
      shop.takeCash(session.session(), quote.cash());
      phone.await(AgentMessage.Progress.class, p -> p.stage() == PrintStage.PRINTED);
      String receipt = phone.await(AgentMessage.Receipt.class).text();
      assertThat(SignedNote.verify(receipt, session.verifyKey()))
          .isInstanceOf(SignedNote.Verdict.Valid.class);
      assertThat(receipt).contains("\"complete\":1", "\"reason\":\"printed\"", "\"files\":1");
    }
    assertThat(host.received()).hasSize(before + 1);
    assertThat(text(host.received().getLast())).contains(CANARY);
    await().atMost(OpenShop.LONG).until(() -> shop.desk().sessions().get().isEmpty());
    shop.ended("COMPLETED");
    shop.assertNothingRemainsOf(CANARY);
  }

  @Test
  void withoutMoneyNothingPrintsAndDeleteNowEndsIt() throws Exception {
    int before = host.received().size();
    try (PracticePhone phone = shop.scan("127.0.0.3")) {
      phone.claim();
      AgentMessage.Quote quote = OpenShop.quoted(phone, NAME, TestPdf.plainText(1, CANARY));
      OpenShop.wantToPay(phone, quote);
      phone.send(new PhoneMessage.DestroyNow());
      assertThat(phone.await(AgentMessage.Receipt.class).text()).contains("\"reason\":\"deleted\"");
    }
    assertThat(host.received()).hasSize(before);
    shop.ended("CANCELLED");
    shop.assertNothingRemainsOf(CANARY);
  }

  @Test
  void threeCustomersAtOnceEachGetOnlyTheirOwn() throws Exception {
    int before = host.received().size();
    List<PracticePhone> phones = new ArrayList<>();
    List<AgentMessage.Session> sessions = new ArrayList<>();
    List<AgentMessage.Quote> quotes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      phones.add(shop.scan("127.0.0." + (10 + i)));
      sessions.add(phones.get(i).claim());
    }
    for (int i = 0; i < 3; i++) {
      quotes.add(OpenShop.quoted(phones.get(i), NAME, TestPdf.plainText(i + 1, "CUSTOMER-" + i)));
      phones.get(i).send(new PhoneMessage.Pay(quotes.get(i).id(), PayMethod.CASH));
    }
    for (int i = 2; i >= 0; i--) {
      phones.get(i).await(
          AgentMessage.PayState.class, s -> s.state() == AgentMessage.PayStage.AWAITING);
      shop.takeCash(sessions.get(i).session(), quotes.get(i).cash());
    }
    for (PracticePhone phone : phones) {
      assertThat(phone.await(AgentMessage.Receipt.class).text()).contains("\"complete\":1");
      phone.close();
    }
    List<Path> printed = host.received().subList(before, host.received().size());
    assertThat(printed).hasSize(3);
    for (Path document : printed) {
      String text = text(document);
      long owners = Stream.of(0, 1, 2).filter(i -> text.contains("CUSTOMER-" + i)).count();
      assertThat(owners).isEqualTo(1);
    }
  }

  @Test
  void aWrongAmountIsNotTaken() throws Exception {
    try (PracticePhone phone = shop.scan("127.0.0.4")) {
      AgentMessage.Session session = phone.claim();
      AgentMessage.Quote quote = OpenShop.quoted(phone, NAME, TestPdf.plainText(1, CANARY));
      assertThat(shop.desk().confirmCash(session.session(), quote.cash(), "test"))
          .isEqualTo(new Desk.Answer.Refused("NOT_AWAITING_PAYMENT"));
      OpenShop.wantToPay(phone, quote);
      assertThat(shop.desk().confirmCash(session.session(), new Paise(100), "test"))
          .isEqualTo(new Desk.Answer.Refused("AMOUNT_CHANGED"));
      shop.takeCash(session.session(), quote.cash());
      assertThat(shop.desk().confirmCash(session.session(), quote.cash(), "test"))
          .isEqualTo(new Desk.Answer.Refused("ALREADY_PAID"));
      phone.await(AgentMessage.Receipt.class);
    }
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }
}
