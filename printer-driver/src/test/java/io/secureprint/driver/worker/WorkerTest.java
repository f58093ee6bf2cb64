// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.FileSelection;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.PrintOptions;
import io.secureprint.driver.api.Sides;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// A real worker process for each test, in the best isolation that the PC has.
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
abstract class WorkerTest {
  static final PrintOptions ALL_OF_FILE_1 = options(1, Sides.ONE, new FileSelection(1, List.of()));

  WorkerLaunch launch;
  WorkerClient worker;

  @BeforeEach
  void start() throws IOException {
    WorkLimits limits = new WorkLimits(Duration.ofSeconds(2), Duration.ofSeconds(30));
    launch = new WorkerLaunch(WorkerLaunch.ownClassPath(), limits);
    worker = new WorkerClient(launch.documentWorker());
  }

  @AfterEach
  void end() {
    worker.close();
    launch.close();
  }

  static PrintOptions options(int copies, Sides sides, FileSelection... files) {
    return new PrintOptions(List.of(files), copies, sides, Paper.A4);
  }
}
