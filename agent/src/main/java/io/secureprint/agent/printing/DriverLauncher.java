// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.driver.api.SenderRoom;

import java.io.IOException;

/// Starts driver processes. The implementation decides on sandbox and limits.
public interface DriverLauncher {
  Process documentWorker() throws IOException;

  Process printSender(SenderRoom room) throws IOException;
}
