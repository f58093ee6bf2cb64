// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.kernel.Observable;

import java.util.List;

/// What the people of the shop see of its printers and may do about them. Observers are called on the
/// agent's threads; the actions may take seconds.
public interface PrinterDesk {
  /// In the order in which the shop uses them.
  Observable<List<PrinterTile>> printers();

  /// Prints a sheet that shows whether the printer prints as it should.
  Desk.Answer testSheet(String id);

  /// Lets a paused printer go on: whoever asks has looked at what made it pause.
  Desk.Answer resume(String id);

  /// Asks the printer how it stands now, and not only at the next look around.
  Desk.Answer lookAgain(String id);
}
