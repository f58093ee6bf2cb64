// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Customers come one at a time, and nobody pays in the same moment: before each figure the processes
/// of the shop have done what they do by themselves.
final class Rest {
  private static final Duration LOOK = Duration.ofMillis(100);
  /// Longer than what waits for the end of the rush waits itself.
  private static final int QUIET_LOOKS = 30;
  private static final int MOST_LOOKS = 300;

  private Rest() {}

  /// Waits until no process that this one has started does anything.
  static void await() throws IOException {
    Duration before = used();
    int quiet = 0;
    for (int looks = 0; quiet < QUIET_LOOKS; looks++) {
      if (looks == MOST_LOOKS) {
        throw new IOException("the shop does not come to rest");
      }
      LockSupport.parkNanos(LOOK.toNanos());
      Duration now = used();
      quiet = now.equals(before) ? quiet + 1 : 0;
      before = now;
    }
  }

  private static Duration used() {
    return ProcessHandle.current()
        .descendants()
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
