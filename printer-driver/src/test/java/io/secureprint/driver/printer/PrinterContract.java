// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SenderEvent;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.worker.WorkLimits;
import io.secureprint.driver.worker.WorkerLaunch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What every way to paper must keep, with a real sender's process between.
abstract class PrinterContract {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final byte[] PDF = TestPdf.plainText(2, "CONTRACT");

  private WorkerLaunch launch;

  /// A driver that knows nothing yet of jobs made by another one, as after a restart.
  abstract PrinterDriver fresh();

  /// How many documents have come out so far.
  abstract int cameOut() throws IOException;

  /// What is left when a printed job is purged.
  abstract PrinterDriver.Purge afterwards();

  abstract List<Path> senderFolders();

  @BeforeEach
  void open() {
    launch = new WorkerLaunch(WorkerLaunch.ownClassPath(), WorkLimits.DEFAULT, senderFolders());
  }

  @AfterEach
  void close() {
    launch.close();
  }

  @Test
  void nothingComesOutBeforeTheWordAndOneDocumentAfterIt() throws Exception {
    PrinterDriver printer = fresh();
    int before = cameOut();
    JobRef job = got(printer.create(ticket()));
    assertThat(cameOut()).isEqualTo(before);
    fill(printer, job);
    if (printer.holdsJobs()) {
      assertThat(report(printer, job).state()).isEqualTo(JobReport.State.HELD);
      assertThat(cameOut()).isEqualTo(before);
    }
    got(printer.release(job));
    await().atMost(LONG)
        .until(() -> report(printer, job).state() == JobReport.State.COMPLETED);
    got(printer.release(job));
    assertThat(cameOut()).isEqualTo(before + 1);
    assertThat(printer.purge(job)).isEqualTo(new Answer.Got<>(afterwards()));
  }

  @Test
  void aFilledJobIsFoundByItsNameAfterARestart() throws Exception {
    JobRef job = filled(fresh());
    PrinterDriver restarted = fresh();
    Optional<JobReport> found = got(restarted.find(job.name()));
    assertThat(found.map(JobReport::job)).hasValue(job);
    assertThat(found.map(JobReport::documents)).hasValueSatisfying(PrinterContract::isNotEmpty);
    assertThat(got(restarted.find(ticket().name()))).isEmpty();
    got(restarted.purge(job));
  }

  @Test
  void aPurgedJobNeverComesOut() throws Exception {
    PrinterDriver printer = fresh();
    int before = cameOut();
    JobRef job = printer.holdsJobs() ? filled(printer) : got(printer.create(ticket()));
    assertThat(printer.purge(job)).isEqualTo(new Answer.Got<>(PrinterDriver.Purge.CLEAN));
    assertThat(printer.purge(job)).isEqualTo(new Answer.Got<>(PrinterDriver.Purge.CLEAN));
    if (printer.holdsJobs()) {
      assertThat(printer.release(job)).isNotInstanceOf(Answer.Got.class);
      assertThat(got(printer.find(job.name()))).isEmpty();
    } else {
      assertThat(report(printer, job).state().terminal()).isTrue();
    }
    assertThat(cameOut()).isEqualTo(before);
  }

  @Test
  void aDocumentWithABrokenSealIsNoDocument() throws Exception {
    byte[][] chunks = SenderClient.sealed(PDF);
    chunks[chunks.length - 1][0] ^= 1;
    assertNothingArrives(chunks);
  }

  @Test
  void aDocumentWithoutItsEndIsNoDocument() throws Exception {
    assertNothingArrives();
  }

  /// Not every printer counts; but none says that there is no document.
  private static void isNotEmpty(int documents) {
    assertThat(documents).isIn(1, JobReport.UNKNOWN);
  }

  private void assertNothingArrives(byte[]... chunks) throws Exception {
    PrinterDriver printer = fresh();
    int before = cameOut();
    JobRef job = got(printer.create(ticket()));
    assertThat(sent(printer, job, chunks)).isNotInstanceOf(SenderEvent.Delivered.class);
    int documents = got(printer.find(job.name())).map(JobReport::documents).orElse(0);
    assertThat(documents).isIn(0, printer.holdsJobs() ? 0 : JobReport.UNKNOWN);
    got(printer.purge(job));
    assertThat(cameOut()).isEqualTo(before);
  }

  private JobRef filled(PrinterDriver printer) throws Exception {
    JobRef job = got(printer.create(ticket()));
    fill(printer, job);
    return job;
  }

  private void fill(PrinterDriver printer, JobRef job) throws Exception {
    assertThat(sent(printer, job, SenderClient.sealed(PDF)))
        .isInstanceOf(SenderEvent.Delivered.class);
  }

  private SenderEvent sent(PrinterDriver printer, JobRef job, byte[]... chunks) throws Exception {
    int total = SenderClient.sealed(PDF).length;
    try (SenderClient sender = new SenderClient(launch.printSender())) {
      SenderEvent said =
          sender.deliver(printer.target(job, SenderClient.KEY, PDF.length, total), chunks);
      assertThat(sender.ends()).isTrue();
      return said;
    }
  }

  private static JobTicket ticket() {
    String name = "sps-" + UUID.randomUUID().toString().replace("-", "");
    return new JobTicket(name, Paper.A4, Sides.ONE);
  }

  private static JobReport report(PrinterDriver printer, JobRef job) {
    return got(printer.follow(job));
  }

  private static <T> T got(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Got.class);
    return ((Answer.Got<T>) answer).value();
  }
}
