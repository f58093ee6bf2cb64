// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.driver.printer.Answer;
import io.secureprint.driver.printer.JobRef;
import io.secureprint.driver.printer.JobReport;
import io.secureprint.driver.printer.PrinterDriver;
import io.secureprint.driver.printer.PrinterStatus;

import java.time.Duration;
import java.util.List;

/// Releases a job and follows it to its end, however long that takes: paper may be out.
public final class JobFollower {
  /// The queue has no such job; any other refusal may pass.
  private static final String UNKNOWN = "JOB_UNKNOWN";
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final List<String> TROUBLES =
      List.of(
          "media-empty", "media-jam", "media-needed", "toner-empty", "marker-supply-empty",
          "door-open", "cover-open", "offline", "paused", "shutdown");

  private final PrinterDriver printer;

  public JobFollower(PrinterDriver printer) {
    this.printer = printer;
  }

  /// Blocks until the job has ended, or the listener gives it up.
  public End releaseAndFollow(JobRef job, Listener listener) {
    while (true) {
      switch (printer.release(job)) {
        case Answer.Got<JobRef> _ -> {
          return follow(job, listener);
        }
        case Answer.Refused<JobRef>(String code, _) when code.equals(UNKNOWN) -> {
          return new End.Lost();
        }
        case Answer.Refused<JobRef> _, Answer.Silent<JobRef> _ -> {
          if (!listener.stands(0, List.of("offline"))) {
            return takenBack(job, 0);
          }
        }
      }
      pause();
    }
  }

  private End follow(JobRef job, Listener listener) {
    int sides = 0;
    while (true) {
      List<String> reasons;
      switch (printer.follow(job)) {
        case Answer.Got<JobReport>(JobReport report) when report.state().terminal() -> {
          return report.state() == JobReport.State.COMPLETED
              ? new End.Printed(report.sides())
              : new End.NotPrinted(report.sides());
        }
        case Answer.Got<JobReport>(JobReport report) -> {
          sides = report.sides();
          reasons = troubles(printer.status());
        }
        case Answer.Refused<JobReport>(String code, _) when code.equals(UNKNOWN) -> {
          return new End.Lost();
        }
        case Answer.Refused<JobReport> _, Answer.Silent<JobReport> _ -> reasons = List.of("offline");
      }
      if (!listener.stands(Math.max(0, sides), reasons)) {
        return takenBack(job, sides);
      }
      pause();
    }
  }

  /// Out of the queue, so that it cannot print later. What came out until then counts, and a job that
  /// was complete by then is one that printed.
  private End takenBack(JobRef job, int sides) {
    if (!(printer.purge(job) instanceof Answer.Got<PrinterDriver.Purge>)) {
      return new End.Lost();
    }
    if (!(printer.follow(job) instanceof Answer.Got<JobReport>(JobReport report))) {
      return new End.NotPrinted(sides);
    }
    int seen = Math.max(sides, report.sides());
    return report.state() == JobReport.State.COMPLETED
        ? new End.Printed(seen)
        : new End.NotPrinted(seen);
  }

  private static List<String> troubles(PrinterStatus status) {
    return status.reasons().stream()
        .map(reason -> reason.replaceAll("-(report|warning|error)$", ""))
        .filter(TROUBLES::contains)
        .toList();
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      throw new IllegalStateException("the agent is stopping", e);
    }
  }

  /// Hears how the job stands: printed sides, and the printer's troubles. False gives the job up.
  @FunctionalInterface
  public interface Listener {
    boolean stands(int sides, List<String> reasons);
  }

  /// How a job ended.
  public sealed interface End {
    record Printed(int sides) implements End {}

    /// `sides` came out before, [JobReport#UNKNOWN] where nobody counted them.
    record NotPrinted(int sides) implements End {}

    /// The queue does not know it any more.
    record Lost() implements End {}
  }
}
