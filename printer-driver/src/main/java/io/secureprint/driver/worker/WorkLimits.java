// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import java.time.Duration;

/// How much processor time of the whole worker one page and one command may take.
public record WorkLimits(Duration perPage, Duration perCommand) {
  public static final WorkLimits DEFAULT =
      new WorkLimits(Duration.ofSeconds(10), Duration.ofSeconds(120));

  public WorkLimits {
    if (!perPage.isPositive() || !perCommand.isPositive()) {
      throw new IllegalArgumentException("no time to work: " + perPage + ", " + perCommand);
    }
  }
}
