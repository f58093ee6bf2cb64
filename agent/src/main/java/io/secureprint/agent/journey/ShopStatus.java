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

  /// One thing to know: a code (`PRINTER_STOPPED`, `media-empty`, `DESTROY_SCAN`, `SANDBOX_MISSING`
  /// …), what it is about (a printer's name, or empty), since when, and what it does to the shop.
  public record Note(String code, String subject, Instant since, Effect effect) {
    public boolean closes() {
      return effect != Effect.TOLD;
    }
  }

  /// What comes of a note.
  public enum Effect {
    TOLD,
    /// The shop is closed, and opens by itself when this is over.
    CLOSED_WHILE_SO,
    /// The shop is closed until a person has looked.
    CLOSED_UNTIL_LOOKED_AT
  }
}
