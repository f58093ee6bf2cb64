// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import java.util.List;

/// How a printer stands; `reasons` are IPP keywords such as `media-empty-error`, `supplies` what it
/// tells of its ink or toner.
public record PrinterStatus(
    State state, boolean accepting, List<String> reasons, List<Supply> supplies) {
  public PrinterStatus {
    reasons = List.copyOf(reasons);
    supplies = List.copyOf(supplies);
  }

  /// Of a printer that tells nothing of its supplies.
  public PrinterStatus(State state, boolean accepting, List<String> reasons) {
    this(state, accepting, reasons, List.of());
  }

  /// What the witnesses say.
  public enum State {
    IDLE,
    PROCESSING,
    STOPPED,
    /// Nobody answers, or the queue says one thing and the device is silent.
    UNREACHABLE
  }
}
