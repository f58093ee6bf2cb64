// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import java.io.IOException;

/// Starts driver processes. The implementation decides on sandbox and limits.
public interface DriverLauncher {
  Process documentWorker() throws IOException;

  Process printSender() throws IOException;
}
