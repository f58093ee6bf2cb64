// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.ipp.IppMessage;

import java.util.List;
import java.util.regex.Pattern;

/// Reads what a queue says of a job. Unknown states count as still processing.
final class JobReports {
  private static final Pattern KEYWORD = Pattern.compile("[a-z0-9.-]{1,60}");
  private static final int MOST_REASONS = 20;

  private JobReports() {}

  static JobReport read(IppMessage.Group job) {
    int sides =
        Math.max(
            job.number("job-impressions-completed").orElse(JobReport.UNKNOWN),
            job.number("job-media-sheets-completed").orElse(JobReport.UNKNOWN));
    return new JobReport(
        new JobRef(job.number("job-id").orElse(0), job.text("job-name").orElse("")),
        state(job.number("job-state").orElse(5)),
        job.number("number-of-documents").orElse(documents(job)),
        Math.max(JobReport.UNKNOWN, sides),
        keywords(job.texts("job-state-reasons")));
  }

  /// A printer that does not count documents still says that it waits for one (RFC 8011 5.3.8).
  private static int documents(IppMessage.Group job) {
    boolean waits =
        state(job.number("job-state").orElse(5)) == JobReport.State.HELD
            || job.texts("job-state-reasons").contains("job-incoming");
    return waits ? 0 : JobReport.UNKNOWN;
  }

  /// Only what is a keyword, and `none` is none.
  static List<String> keywords(List<String> texts) {
    return texts.stream()
        .filter(text -> KEYWORD.matcher(text).matches() && !text.equals("none"))
        .limit(MOST_REASONS)
        .toList();
  }

  private static JobReport.State state(int code) {
    return switch (code) {
      case 3 -> JobReport.State.WAITING;
      case 4 -> JobReport.State.HELD;
      case 6 -> JobReport.State.STOPPED;
      case 7 -> JobReport.State.CANCELED;
      case 8 -> JobReport.State.ABORTED;
      case 9 -> JobReport.State.COMPLETED;
      default -> JobReport.State.PROCESSING;
    };
  }
}
