// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.driver.api.SenderRoom;
import io.secureprint.driver.worker.WorkerLaunch;

import java.io.IOException;

/// The driver's processes as the agent starts them.
record StartedDrivers(WorkerLaunch launch) implements DriverLauncher {
  @Override
  public Process documentWorker() throws IOException {
    return launch.documentWorker();
  }

  @Override
  public Process printSender(SenderRoom room) throws IOException {
    return launch.printSender(room);
  }
}
