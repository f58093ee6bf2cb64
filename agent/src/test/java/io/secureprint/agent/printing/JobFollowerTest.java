// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.StreamKey;
import io.secureprint.driver.printer.Answer;
import io.secureprint.driver.printer.JobRef;
import io.secureprint.driver.printer.JobReport;
import io.secureprint.driver.printer.JobReport.State;
import io.secureprint.driver.printer.JobTicket;
import io.secureprint.driver.printer.PrinterDriver;
import io.secureprint.driver.printer.PrinterStatus;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/// What is said of a job that is given up in the moment in which it ends, which no real printer does
/// on command.
final class JobFollowerTest {
  private static final JobRef JOB = new JobRef(7, "sps-7");

  @ParameterizedTest
  @CsvSource({
    "0, COMPLETED, 1, true, 1",
    "0, CANCELED, 0, false, 0",
    "1, CANCELED, 2, false, 2",
    "2, CANCELED, -1, false, 2",
    "-1, CANCELED, -1, false, -1",
    "-1, ABORTED, 3, false, 3",
  })
  void whatCameOutUntilItWasTakenBackCounts(
      int before, State after, int then, boolean printed, int sides) {
    JobFollower.End end =
        new JobFollower(new Ending(report(State.PROCESSING, before), report(after, then)))
            .releaseAndFollow(JOB, (_, _) -> false);
    assertThat(end)
        .isEqualTo(
            printed ? new JobFollower.End.Printed(sides) : new JobFollower.End.NotPrinted(sides));
  }

  private static JobReport report(State state, int sides) {
    return new JobReport(JOB, state, 1, sides, List.of());
  }

  /// Ends its job between two questions.
  private static final class Ending implements PrinterDriver {
    private JobReport now;
    private final JobReport then;

    Ending(JobReport now, JobReport then) {
      this.now = now;
      this.then = then;
    }

    @Override
    public String path() {
      return "ipp";
    }

    @Override
    public boolean holdsJobs() {
      return true;
    }

    @Override
    public boolean keepsCopies() {
      return false;
    }

    @Override
    public PrinterStatus status() {
      return new PrinterStatus(PrinterStatus.State.PROCESSING, true, List.of(), List.of());
    }

    @Override
    public Answer<Capabilities> capabilities() {
      return new Answer.Silent<>("not asked");
    }

    @Override
    public Answer<Optional<JobReport>> find(String name) {
      return new Answer.Got<>(Optional.of(now));
    }

    @Override
    public Answer<JobRef> create(JobTicket ticket) {
      return new Answer.Got<>(JOB);
    }

    @Override
    public SenderCommand target(JobRef job, StreamKey key, long size, int chunks) {
      throw new UnsupportedOperationException("nothing is sent");
    }

    @Override
    public Answer<JobRef> release(JobRef job) {
      return new Answer.Got<>(job);
    }

    @Override
    public Answer<JobReport> follow(JobRef job) {
      return new Answer.Got<>(now);
    }

    @Override
    public Answer<Purge> purge(JobRef job) {
      now = then;
      return new Answer.Got<>(Purge.CLEAN);
    }
  }
}
