// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SenderEvent;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.ipp.IppAnswer;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.SenderClient;
import io.secureprint.driver.worker.WorkLimits;
import io.secureprint.driver.worker.WorkerLaunch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// What every way to paper must keep, with a real sender's process between.
abstract class PrinterContract {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final byte[] PDF = TestPdf.plainText(2, "CONTRACT");

  private static final Answer<?> UNKNOWN =
      new Answer.Refused<>("JOB_UNKNOWN", IppAnswer.Refused.NOT_FOUND);

  private WorkerLaunch launch;

  /// A driver that knows nothing yet of jobs made by another one, as after a restart.
  abstract PrinterDriver fresh();

  /// How many documents have come out so far.
  abstract int cameOut() throws IOException;

  /// What is left when a printed job is purged.
  abstract PrinterDriver.Purge afterwards();

  /// Whether its queue can be asked for a job once the document is there: how it stands, how it has
  /// ended, and after a restart. Where not, nobody may ever call a job printed, or not printed.
  boolean canBeAsked() {
    return true;
  }

  @BeforeEach
  void open() throws IOException {
    launch = new WorkerLaunch(WorkerLaunch.ownClassPath(), WorkLimits.DEFAULT);
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
    if (canBeAsked()) {
      await().atMost(LONG)
          .until(() -> report(printer, job).state() == JobReport.State.COMPLETED);
    } else {
      followedUntilNobodyKnows(printer, job);
    }
    got(printer.release(job));
    assertThat(cameOut()).isEqualTo(before + 1);
    assertThat(printer.purge(job)).isEqualTo(new Answer.Got<>(afterwards()));
  }

  private static void followedUntilNobodyKnows(PrinterDriver printer, JobRef job) {
    await().atMost(LONG).until(() -> {
      Answer<JobReport> said = printer.follow(job);
      if (said instanceof Answer.Got<JobReport>(JobReport report)) {
        assertThat(report.state()).isEqualTo(JobReport.State.PROCESSING);
      }
      return said.equals(UNKNOWN);
    });
  }

  @Test
  void aFilledJobIsFoundByItsNameAfterARestart() throws Exception {
    PrinterDriver printer = fresh();
    JobRef job = filled(printer);
    PrinterDriver restarted = fresh();
    if (!canBeAsked()) {
      assertAPersonIsToBeAsked(restarted, job);
      await().atMost(LONG).until(() -> printer.purge(job) instanceof Answer.Got<?>);
      return;
    }
    Optional<JobReport> found = got(restarted.find(job.name()));
    assertThat(found.map(JobReport::job)).hasValue(job);
    assertThat(found.map(JobReport::documents)).hasValueSatisfying(PrinterContract::isNotEmpty);
    assertThat(got(restarted.find(ticket().name()))).isEmpty();
    got(restarted.purge(job));
  }

  private static void assertAPersonIsToBeAsked(PrinterDriver restarted, JobRef job) {
    assertThat(got(restarted.find(job.name()))).isEmpty();
    assertThat(restarted.follow(job)).isEqualTo(UNKNOWN);
    assertThat(restarted.release(job)).isEqualTo(UNKNOWN);
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
  void itTellsWhatItCanDo() {
    Capabilities told = got(fresh().capabilities());
    assertThat(told.papers()).contains(Paper.A4);
    assertThat(told.colour()).isTrue();
    assertThat(told.duplex()).isTrue();
    assertThat(told.pdf()).isTrue();
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
    int count = SenderClient.sealed(PDF).length;
    SenderClient.Document broken = new SenderClient.Document(PDF.length, count, chunks);
    assertThat(SenderClient.deliver(launch, printer, job, broken))
        .isNotInstanceOf(SenderEvent.Delivered.class);
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
    assertThat(SenderClient.deliver(launch, printer, job, PDF))
        .isInstanceOf(SenderEvent.Delivered.class);
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
