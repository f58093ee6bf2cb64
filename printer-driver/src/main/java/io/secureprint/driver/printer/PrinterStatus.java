// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import java.util.List;

/// How a printer stands; `reasons` are IPP keywords such as `media-empty-error`.
public record PrinterStatus(State state, boolean accepting, List<String> reasons) {
  public PrinterStatus {
    reasons = List.copyOf(reasons);
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
