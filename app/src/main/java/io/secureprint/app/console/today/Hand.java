// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.today;

import io.secureprint.agent.journey.ClaimTile;
import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.journey.ShopStatus.Note;

import java.time.Instant;

/// One thing that needs a hand.
sealed interface Hand {
  /// What names it while it changes.
  String key();

  Instant since();

  /// Why the shop takes no new customers.
  record Closed(Note note) implements Hand {
    @Override
    public String key() {
      return "closed " + note.code();
    }

    @Override
    public Instant since() {
      return note.since();
    }
  }

  /// Something that the shop or its printer needs.
  record Trouble(Note note, boolean atPrinter) implements Hand {
    @Override
    public String key() {
      return "trouble " + note.code();
    }

    @Override
    public Instant since() {
      return note.since();
    }
  }

  /// A customer who waits for a person, and for what.
  record Customer(SessionTile tile, Wish wish) implements Hand {
    @Override
    public String key() {
      return "customer " + tile.sessionId();
    }

    @Override
    public Instant since() {
      return tile.since();
    }
  }

  /// Money that was taken for sheets that did not come out.
  record Owed(ClaimTile claim) implements Hand {
    @Override
    public String key() {
      return "owed " + claim.id();
    }

    @Override
    public Instant since() {
      return claim.since();
    }
  }

  /// What a customer waits for.
  enum Wish {
    /// Pays in cash.
    CASH,
    /// Has paid to the shop's own UPI address, as a person must see.
    UPI,
    /// Has paid something else than what was asked for.
    HELD,
    /// Has paid, and the sheets do not get on.
    STUCK
  }
}
