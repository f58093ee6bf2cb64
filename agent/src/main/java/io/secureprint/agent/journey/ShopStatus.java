// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import java.time.Instant;
import java.util.List;

/// The shop at a glance: open, open with something to look at, or closed for new customers.
public record ShopStatus(State state, List<Note> notes) {
  public ShopStatus {
    notes = List.copyOf(notes);
  }

  /// How the shop stands.
  public enum State {
    OPEN, ATTENTION, CLOSED
  }

  /// One thing to know: a code (`PRINTER_STOPPED`, `media-empty`, `DESTROY_FAILED`, `SANDBOX_MISSING`
  /// …), what it is about (a printer's name, or empty), since when, and whether it is why the shop is
  /// closed.
  public record Note(String code, String subject, Instant since, boolean closes) {}
}
