// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.Agent;
import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.audit.SignedNote;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.FileStatus;
import io.secureprint.agent.intake.AgentMessage.PrintStage;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.observe.History;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The whole journey over the real wire: a phone, a document worker, a real CUPS and a real printer.
final class JourneyTest {
  private static final String CANARY = "CANARY-7f3b9e51";
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private static Path shared;
  private static PrintHost host;

  @TempDir private Path data;
  private Agent agent;

  @BeforeAll
  static void startThePrinter() throws IOException {
    host = PrintHost.start(shared.resolve("host"));
  }

  @AfterAll
  static void stopThePrinter() throws IOException {
    host.close();
  }

  @BeforeEach
  void openTheShop() throws Exception {
    agent = Agent.start(config(), new AgentConfig.Folders(data));
  }

  @AfterEach
  void closeTheShop() {
    agent.close();
  }

  @Test
  void aPaidDocumentIsPrintedOnceAndNothingOfItRemains() throws Exception {
    int before = host.received().size();
    try (PracticePhone phone = scan("127.0.0.2")) {
      AgentMessage.Session session = phone.claim();
      AgentMessage.Quote quote = quoted(phone, TestPdf.plainText(3, CANARY));
      assertThat(quote.sheets()).isEqualTo(3);
      assertThat(quote.cash()).isEqualTo(new Paise(600));
      assertThat(phone.preview(0, 300)).startsWith(0xFF, 0xD8);
      phone.send(new PhoneMessage.Pay(quote.id(), PayMethod.CASH));
      phone.await(AgentMessage.PayState.class, s -> s.state() == AgentMessage.PayStage.AWAITING);
      assertThat(host.received()).hasSize(before);
      takeCash(session.session(), quote.cash());
      phone.await(AgentMessage.Progress.class, p -> p.stage() == PrintStage.PRINTED);
      String receipt = phone.await(AgentMessage.Receipt.class).text();
      assertThat(SignedNote.verify(receipt, session.verifyKey()))
          .isInstanceOf(SignedNote.Verdict.Valid.class);
      assertThat(receipt).contains("\"complete\":1", "\"reason\":\"printed\"", "\"files\":1");
    }
    assertThat(host.received()).hasSize(before + 1);
    assertThat(text(host.received().getLast())).contains(CANARY);
    await().atMost(LONG).until(() -> agent.desk().sessions().get().isEmpty());
    assertNothingRemains(session("COMPLETED"));
  }

  @Test
  void withoutMoneyNothingPrintsAndDeleteNowEndsIt() throws Exception {
    int before = host.received().size();
    try (PracticePhone phone = scan("127.0.0.3")) {
      phone.claim();
      AgentMessage.Quote quote = quoted(phone, TestPdf.plainText(1, CANARY));
      phone.send(new PhoneMessage.Pay(quote.id(), PayMethod.CASH));
      phone.await(AgentMessage.PayState.class, s -> s.state() == AgentMessage.PayStage.AWAITING);
      phone.send(new PhoneMessage.DestroyNow());
      assertThat(phone.await(AgentMessage.Receipt.class).text()).contains("\"reason\":\"deleted\"");
    }
    assertThat(host.received()).hasSize(before);
    assertNothingRemains(session("CANCELLED"));
  }

  @Test
  void threeCustomersAtOnceEachGetOnlyTheirOwn() throws Exception {
    int before = host.received().size();
    List<PracticePhone> phones = new ArrayList<>();
    List<AgentMessage.Session> sessions = new ArrayList<>();
    List<AgentMessage.Quote> quotes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      phones.add(scan("127.0.0." + (10 + i)));
      sessions.add(phones.get(i).claim());
    }
    for (int i = 0; i < 3; i++) {
      quotes.add(quoted(phones.get(i), TestPdf.plainText(i + 1, "CUSTOMER-" + i)));
      phones.get(i).send(new PhoneMessage.Pay(quotes.get(i).id(), PayMethod.CASH));
    }
    for (int i = 2; i >= 0; i--) {
      phones.get(i).await(
          AgentMessage.PayState.class, s -> s.state() == AgentMessage.PayStage.AWAITING);
      takeCash(sessions.get(i).session(), quotes.get(i).cash());
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
    try (PracticePhone phone = scan("127.0.0.4")) {
      AgentMessage.Session session = phone.claim();
      AgentMessage.Quote quote = quoted(phone, TestPdf.plainText(1, CANARY));
      assertThat(agent.desk().confirmCash(session.session(), quote.cash(), "test"))
          .isEqualTo(new Desk.Answer.Refused("NOT_AWAITING_PAYMENT"));
      phone.send(new PhoneMessage.Pay(quote.id(), PayMethod.CASH));
      phone.await(AgentMessage.PayState.class, s -> s.state() == AgentMessage.PayStage.AWAITING);
      assertThat(agent.desk().confirmCash(session.session(), new Paise(100), "test"))
          .isEqualTo(new Desk.Answer.Refused("AMOUNT_CHANGED"));
      takeCash(session.session(), quote.cash());
      assertThat(agent.desk().confirmCash(session.session(), quote.cash(), "test"))
          .isEqualTo(new Desk.Answer.Refused("ALREADY_PAID"));
      phone.await(AgentMessage.Receipt.class);
    }
  }

  private History.Row session(String status) {
    await().atMost(LONG).until(() -> newest().status().equals(status));
    return newest();
  }

  private History.Row newest() {
    return agent.history().search(new History.Query("", null, 1)).getFirst();
  }

  private AgentMessage.Quote quoted(PracticePhone phone, byte[] document) {
    int fid = phone.upload("secret-" + CANARY + ".pdf", document);
    phone.await(
        AgentMessage.FileState.class, f -> f.fid() == fid && f.status() == FileStatus.READY);
    phone.send(
        new PhoneMessage.Options(
            List.of(new PhoneMessage.Pages(fid, "")), 1, Sides.ONE, Paper.A4));
    return phone.await(AgentMessage.Quote.class);
  }

  private void takeCash(String session, Paise amount) {
    assertThat(agent.desk().confirmCash(session, amount, "test")).isEqualTo(new Desk.Answer.Done());
  }

  private PracticePhone scan(String from) throws IOException {
    await().atMost(LONG).until(() -> agent.desk().ticket().get().address().length() > 40);
    return PracticePhone.scan(
        agent.desk().ticket().get().address(), InetAddress.getByName(from), Ids.secure());
  }

  private void assertNothingRemains(History.Row row) throws IOException {
    agent.close();
    List<String> found = new ArrayList<>();
    for (Path folder : List.of(data, host.spool())) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
          if (bytes.contains(CANARY) || bytes.contains("%PDF")) {
            found.add(file.toString());
          }
        }
      }
    }
    assertThat(found).as("after %s", row).isEmpty();
    assertThat(data.resolve("vault")).isEmptyDirectory();
  }

  private AgentConfig config() throws ConfigFile.Unusable {
    return ConfigFile.read(
        data.resolve("config.toml"),
        Map.of(
            "network.bind", "127.0.0.1",
            "network.httpPort", "0",
            "network.wsPort", "0",
            "printer.server", host.cups().toString(),
            "printer.test", "true",
            "shop.live", "false"));
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }
}
