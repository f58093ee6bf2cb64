// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.WorkerEvent;

import java.io.IOException;

/// Whom work is done for: who hears of it, and has the chunks of the files.
interface AgentLine {
  void send(WorkerEvent event);

  /// Asks for one chunk and waits for it.
  ///
  /// @throws IOException if the customer took the file back meanwhile
  byte[] fetch(int file, int index) throws IOException;

  /// Whether the customer has taken the file back, and the command for it still waits.
  boolean takenBack(int file);
}
