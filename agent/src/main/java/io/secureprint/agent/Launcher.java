// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.printing.DriverLauncher;
import io.secureprint.driver.api.SenderRoom;
import io.secureprint.driver.worker.WorkerLaunch;

import java.io.IOException;

/// The driver's own way of starting its processes, as the agent's printing room wants it.
record Launcher(WorkerLaunch launch) implements DriverLauncher {
  @Override
  public Process documentWorker() throws IOException {
    return launch.documentWorker();
  }

  @Override
  public Process printSender(SenderRoom room) throws IOException {
    return launch.printSender(room);
  }
}
