// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SenderEvent;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.ipp.IppAnswer;
import io.secureprint.driver.ipp.IppAttribute;
import io.secureprint.driver.ipp.IppClient;
import io.secureprint.driver.ipp.IppMessage;
import io.secureprint.driver.ipp.IppOperation;
import io.secureprint.driver.ipp.IppValue;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;
import io.secureprint.driver.testprinter.SenderClient;
import io.secureprint.driver.worker.WorkLimits;
import io.secureprint.driver.worker.WorkerLaunch;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Against a real CUPS queue through the JDK's print services.
final class JavaxPrinterTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final byte[] PDF = TestPdf.plainText(2, "CANARY-javax-55e1");

  @TempDir private static Path folder;
  private static PrintHost host;
  private static WorkerLaunch launch;
  private static PrintServices services;
  private static JavaxPrinter printer;

  @BeforeAll
  static void openTheShop() throws IOException {
    host = PrintHost.start(folder.resolve("host"));
    launch = new WorkerLaunch(WorkerLaunch.ownClassPath(), WorkLimits.DEFAULT);
    services = new PrintServices(launch::printServices, host.cups());
    printer = new JavaxPrinter(services, PrintHost.QUEUE, InstantSource.system());
  }

  @AfterAll
  static void closeTheShop() throws IOException {
    services.close();
    launch.close();
    host.close();
  }

  @AfterEach
  void takeOrdersBack() throws Exception {
    host.order("paper-out", false);
    host.order("abort", false);
    host.administer("cupsaccept");
  }

  @Test
  void aJobThatThePrinterAbortsIsNeverCalledPrinted() throws Exception {
    host.order("abort", true);
    JobRef job = given(Sides.ONE);
    await().atMost(LONG).until(() -> {
      Answer<JobReport> said = printer.follow(job);
      assertThat(said).matches(answer -> !answer.toString().contains("COMPLETED"));
      return said instanceof Answer.Refused<JobReport>;
    });
  }

  @Test
  void aJobWithoutPaperIsAtWorkAndCannotBeTakenBackUntilTheQueueLetsGo() throws Exception {
    host.order("paper-out", true);
    JobRef job = given(Sides.ONE);
    assertThat(printer.follow(job))
        .isEqualTo(
            new Answer.Got<>(
                new JobReport(
                    job, JobReport.State.PROCESSING, JobReport.UNKNOWN, 0, List.of())));
    assertThat(printer.status().state()).isEqualTo(PrinterStatus.State.PROCESSING);
    assertThat(printer.purge(job)).isEqualTo(new Answer.Refused<>("PURGE_REFUSED", 0));
    host.order("paper-out", false);
    await().atMost(LONG)
        .until(() -> printer.purge(job).equals(new Answer.Got<>(PrinterDriver.Purge.UNSEEN)));
    assertThat(printer.follow(job)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void theJobHasItsPaperItsSidesOneCopyAndNoBannerAndTellsNothingElse() throws Exception {
    JobRef job = given(Sides.TWO_SHORT_EDGE);
    IppMessage.Group seen = asCupsSeesIt(job);
    assertThat(seen.text("media")).hasValue("A4");
    assertThat(seen.text("sides")).hasValue("two-sided-short-edge");
    assertThat(seen.number("copies").orElse(1)).isEqualTo(1);
    assertThat(seen.texts("job-sheets")).containsOnly("none");
    assertThat(seen.text("job-originating-user-name")).hasValue("sps");
    assertThat(seen.text("job-name").orElse("").strip()).isEqualTo(job.name());
    await().atMost(LONG).until(() -> printer.purge(job) instanceof Answer.Got<?>);
  }

  @Test
  void withoutTheProgramThatHandsOverNoJobIsBegun() {
    JavaxPrinter without = 
        new JavaxPrinter(
            services, PrintHost.QUEUE, InstantSource.system(), folder.resolve("lpr"));
    assertThat(without.status().reasons()).containsExactly("LPR_MISSING");
    assertThat(without.create(ticket(Sides.ONE))).isEqualTo(new Answer.Refused<>("LPR_MISSING", 0));
  }

  @Test
  void aServiceThatIsNotThereRefusesAndOneThatTakesNothingSaysSo() throws Exception {
    JavaxPrinter none = new JavaxPrinter(services, "None", InstantSource.system());
    assertThat(none.create(ticket(Sides.ONE)))
        .isEqualTo(new Answer.Refused<>("SERVICE_UNKNOWN", 0));
    assertThat(none.status().state()).isEqualTo(PrinterStatus.State.UNREACHABLE);
    host.administer("cupsreject");
    assertThat(printer.status())
        .isEqualTo(new PrinterStatus(PrinterStatus.State.STOPPED, false, List.of("paused")));
  }

  @Test
  void aPrintServerThatDiesIsUnreachable() throws Exception {
    try (PrintHost other = PrintHost.start(folder.resolve("other"));
        PrintServices its = new PrintServices(launch::printServices, other.cups())) {
      JavaxPrinter queue = new JavaxPrinter(its, PrintHost.QUEUE, InstantSource.system());
      assertThat(queue.status().state()).isEqualTo(PrinterStatus.State.IDLE);
      other.killCups();
      await().atMost(LONG)
          .until(() -> queue.status().state() == PrinterStatus.State.UNREACHABLE);
    }
  }

  @Test
  void aProcessThatHangsIsEndedInTimeAndTheNextQuestionStartsAnother() {
    List<Process> started = new ArrayList<>();
    PrintServices.Starter hanging =
        _ -> {
          started.add(new ProcessBuilder("sleep", "600").start());
          return started.getLast();
        };
    Duration soon = Duration.ofMillis(200);
    try (PrintServices slow = new PrintServices(hanging, host.cups(), soon, soon)) {
      assertThat(slow.look(PrintHost.QUEUE)).isInstanceOf(Answer.Silent.class);
      assertThat(slow.look(PrintHost.QUEUE)).isInstanceOf(Answer.Silent.class);
    }
    assertThat(started).hasSize(2).allSatisfy(
        process -> assertThat(process.onExit()).succeedsWithin(LONG));
  }

  @Test
  void aProcessThatHasEndedIsStartedAgainForTheNextQuestion() throws Exception {
    List<Process> started = new ArrayList<>();
    PrintServices.Starter noted =
        environment -> {
          started.add(launch.printServices(environment));
          return started.getLast();
        };
    try (PrintServices its = new PrintServices(noted, host.cups())) {
      assertThat(its.look(PrintHost.QUEUE)).isInstanceOf(Answer.Got.class);
      started.getFirst().destroyForcibly().waitFor();
      assertThat(its.look(PrintHost.QUEUE)).isInstanceOf(Answer.Got.class);
    }
    assertThat(started).hasSize(2);
  }

  private static JobRef given(Sides sides) throws Exception {
    Answer<JobRef> created = printer.create(ticket(sides));
    assertThat(created).isInstanceOf(Answer.Got.class);
    JobRef job = ((Answer.Got<JobRef>) created).value();
    assertThat(SenderClient.deliver(launch, printer, job, PDF))
        .isInstanceOf(SenderEvent.Delivered.class);
    return job;
  }

  private static IppMessage.Group asCupsSeesIt(JobRef job) {
    try (IppClient client = new IppClient()) {
      URI queue =
          URI.create("ipp://127.0.0.1:" + host.cups().getPort() + "/printers/" + PrintHost.QUEUE);
      List<IppAttribute> asked =
          List.of(
              IppAttribute.of("requesting-user-name", IppValue.name("sps")),
              IppAttribute.of("which-jobs", IppValue.keyword("all")),
              IppAttribute.of("requested-attributes", IppValue.keyword("all")));
      IppAnswer said = client.call(queue, IppOperation.GET_JOBS, asked, List.of());
      assertThat(said).isInstanceOf(IppAnswer.Ok.class);
      return ((IppAnswer.Ok) said)
          .message().jobs().stream()
              .filter(group -> group.text("job-name").orElse("").contains(job.name()))
              .findFirst()
              .orElseThrow();
    }
  }

  private static JobTicket ticket(Sides sides) {
    String name = "sps-" + UUID.randomUUID().toString().replace("-", "");
    return new JobTicket(name, Paper.A4, sides);
  }
}
