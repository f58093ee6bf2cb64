// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.testdocument.TestJpeg;
import io.secureprint.driver.testdocument.TestPdf;

import java.io.IOException;

/// What a document worker does for most customers, once.
public final class WorkerLesson {
  private WorkerLesson() {}

  /// The worker is ready for more when this returns.
  public static void give(Process worker) throws IOException {
    WorkerClient agent = new WorkerClient(worker);
    agent.facts(2, TestJpeg.noise(800, 600));
    agent.facts(1, TestPdf.coloured(2, 1));
    agent.plan(WorkerTest.ALL_OF_FILE_1);
    agent.draw(0, 800);
    agent.sheets();
  }
}
