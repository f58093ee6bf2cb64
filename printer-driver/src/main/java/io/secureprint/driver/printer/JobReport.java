// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import java.util.List;

/// How a job stands. `documents` it holds, and `sides` that are printed, or [#UNKNOWN] where nobody
/// counts them; `reasons` are IPP keywords.
public record JobReport(JobRef job, State state, int documents, int sides, List<String> reasons) {
  /// What a printer says that does not count, which it need not.
  public static final int UNKNOWN = -1;

  public JobReport {
    reasons = List.copyOf(reasons);
  }

  /// The job states of RFC 8011 5.3.7 as far as they differ for us.
  public enum State {
    HELD,
    WAITING,
    PROCESSING,
    STOPPED,
    CANCELED,
    ABORTED,
    COMPLETED;

    public boolean terminal() {
      return this == CANCELED || this == ABORTED || this == COMPLETED;
    }
  }
}
