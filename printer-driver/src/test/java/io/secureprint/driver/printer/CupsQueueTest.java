// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SenderCommand.SendDocument;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.api.StreamKey;
import io.secureprint.driver.ipp.IppAnswer;
import io.secureprint.driver.ipp.IppClient;
import io.secureprint.driver.testprinter.PrintHost;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Against a real CUPS with a real IPP printer behind it.
final class CupsQueueTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir private static Path folder;
  private static PrintHost host;
  private static IppClient client;
  private static CupsQueue queue;

  @BeforeAll
  static void openTheShop() throws IOException {
    host = PrintHost.start(folder.resolve("host"));
    client = new IppClient();
    queue = new CupsQueue(client, host.cups(), PrintHost.QUEUE);
  }

  @AfterAll
  static void closeTheShop() throws IOException {
    client.close();
    host.close();
  }

  @AfterEach
  void takeOrdersBack() throws IOException {
    for (String order : List.of("paper-out", "slow", "abort")) {
      host.order(order, false);
    }
  }

  @Test
  void aHeldJobPrintsNothingUntilItIsReleasedAndThenPrintsOnce() throws IOException {
    int before = host.received().size();
    JobRef job = filled(3);
    assertThat(report(job).state()).isEqualTo(JobReport.State.HELD);
    assertThat(report(job).documents()).isEqualTo(1);
    assertThat(host.received()).hasSize(before);
    assertGot(queue.release(job));
    assertGot(queue.release(job));
    awaitState(job, JobReport.State.COMPLETED);
    assertThat(host.received()).hasSize(before + 1);
    assertGot(queue.release(job));
    assertThat(host.received()).hasSize(before + 1);
  }

  @Test
  void aJobIsFoundByItsNameAfterAnAnswerWasLost() throws IOException {
    JobRef job = filled(1);
    assertThat(queue.find(job.name()))
        .isInstanceOfSatisfying(
            Answer.Got.class,
            got -> assertThat(((Optional<?>) got.value()).map(r -> ((JobReport) r).job()))
                .hasValue(job));
    assertThat(queue.find(name())).isEqualTo(new Answer.Got<>(Optional.empty()));
    assertGot(queue.purge(job));
  }

  @Test
  void aReusedIdIsNotTakenForOurJob() throws IOException {
    JobRef job = filled(1);
    JobRef impostor = new JobRef(job.id(), name());
    assertThat(queue.follow(impostor)).isInstanceOf(Answer.Refused.class);
    assertGot(queue.purge(impostor));
    assertThat(report(job).state()).isEqualTo(JobReport.State.HELD);
    assertGot(queue.purge(job));
  }

  @Test
  void aPurgeLeavesNeitherDataNorControlFile() throws IOException {
    JobRef held = filled(1);
    JobRef done = filled(1);
    assertGot(queue.release(done));
    awaitState(done, JobReport.State.COMPLETED);
    assertThat(queue.purge(held)).isEqualTo(new Answer.Got<>(PrinterDriver.Purge.CLEAN));
    assertThat(queue.purge(done)).isEqualTo(new Answer.Got<>(PrinterDriver.Purge.CLEAN));
    for (JobRef job : List.of(held, done)) {
      try (Stream<Path> files = Files.list(host.spool())) {
        assertThat(files.filter(file -> file.toString().contains("%05d".formatted(job.id()))))
            .isEmpty();
      }
    }
  }

  @Test
  void aJobThatThePrinterAbortsIsNotCalledPrinted() throws IOException {
    host.order("abort", true);
    JobRef job = filled(2);
    assertGot(queue.release(job));
    await().atMost(LONG).until(() -> report(job).state().terminal());
    assertThat(report(job).state()).isNotEqualTo(JobReport.State.COMPLETED);
  }

  @Test
  void emptyPaperIsToldAndAfterARefillTheJobGoesOn() throws IOException {
    host.order("paper-out", true);
    JobRef job = filled(2);
    assertGot(queue.release(job));
    await().atMost(LONG).until(() -> queue.status().reasons().toString().contains("media-empty"));
    assertThat(report(job).sides()).isZero();
    host.order("paper-out", false);
    awaitState(job, JobReport.State.COMPLETED);
    assertThat(report(job).sides()).isEqualTo(2);
    await().atMost(LONG).until(() -> !queue.status().reasons().toString().contains("media-empty"));
  }

  @Test
  void aPausedQueueGoesOnForAnAdministratorAndForNobodyElse() throws IOException {
    try (PrintHost other = PrintHost.start(folder.resolve("paused"))) {
      other.pauseQueue();
      CupsQueue stranger =
          new CupsQueue(
              client,
              other.cups(),
              PrintHost.QUEUE,
              Clock.systemUTC(),
              new LocalCertificate(folder.resolve("none")));
      assertThat(stranger.status().state()).isEqualTo(PrinterStatus.State.STOPPED);
      assertThat(stranger.status().reasons()).contains("paused");
      assertThat(stranger.resume())
          .isEqualTo(new Answer.Refused<>("RESUME_REFUSED", 401));
      assertThat(stranger.create(ticket())).isInstanceOf(Answer.Refused.class);
      CupsQueue its =
          new CupsQueue(
              client,
              other.cups(),
              PrintHost.QUEUE,
              Clock.systemUTC(),
              new LocalCertificate(other.certificate()));
      PrinterStatus after = assertGot(its.resume());
      assertThat(after.state()).isEqualTo(PrinterStatus.State.IDLE);
      assertThat(after.accepting()).isTrue();
      assertGot(its.create(ticket()));
    }
  }

  @Test
  void aPrinterThatCannotBeResumedFromAfarSaysSo() {
    assertThat(new IppPrinter(client, host.printer()).resume())
        .isEqualTo(new Answer.Refused<>("RESUME_REFUSED", 0x0501));
  }

  @Test
  void theInkIsToldByTheDeviceBehindTheQueue() {
    assertThat(queue.status().supplies())
        .contains(new Supply("Black Ink", 75), new Supply("Cyan Ink", 50))
        .extracting(Supply::name)
        .doesNotContain("Ink Waste Tank");
  }

  @Test
  void anUnknownQueueRefusesAndADeadServerIsSilent() {
    CupsQueue none = new CupsQueue(client, host.cups(), "None");
    assertThat(none.create(ticket())).isInstanceOf(Answer.Refused.class);
    CupsQueue dead = new CupsQueue(client, URI.create("http://127.0.0.1:9"), "ShopLaser");
    assertThat(dead.create(ticket())).isInstanceOf(Answer.Silent.class);
    assertThat(dead.status().state()).isEqualTo(PrinterStatus.State.UNREACHABLE);
  }

  @Test
  void aPrinterWithoutPowerIsUnreachableThoughItsQueueCallsItIdle() throws IOException {
    try (PrintHost other = PrintHost.start(folder.resolve("other"))) {
      CupsQueue its = new CupsQueue(client, other.cups(), PrintHost.QUEUE);
      assertThat(its.status().state()).isEqualTo(PrinterStatus.State.IDLE);
      other.killPrinter();
      await().atMost(LONG)
          .until(() -> its.status().state() == PrinterStatus.State.UNREACHABLE);
    }
  }

  private static JobRef filled(int pages) throws IOException {
    JobRef job = assertGot(queue.create(ticket()));
    byte[] pdf = pdf(pages);
    SendDocument target =
        (SendDocument) queue.target(job, new StreamKey(new byte[32], new byte[16]), pdf.length, 1);
    assertThat(
            client.sendDocument(
                target.printer(), target.jobId(), new ByteArrayInputStream(pdf), pdf.length))
        .isInstanceOf(IppAnswer.Ok.class);
    return job;
  }

  private static JobTicket ticket() {
    return new JobTicket(name(), Paper.A4, Sides.ONE);
  }

  private static String name() {
    return "sps-" + UUID.randomUUID().toString().replace("-", "");
  }

  private static byte[] pdf(int pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int page = 0; page < pages; page++) {
        document.addPage(new PDPage());
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static void awaitState(JobRef job, JobReport.State state) {
    await().atMost(LONG).until(() -> report(job).state() == state);
  }

  private static JobReport report(JobRef job) {
    return assertGot(queue.follow(job));
  }

  private static <T> T assertGot(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Got.class);
    return ((Answer.Got<T>) answer).value();
  }
}
