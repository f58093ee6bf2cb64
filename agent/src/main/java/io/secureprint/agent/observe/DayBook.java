// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.observe;

import io.secureprint.agent.kernel.Paise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// The books of a day, to be ticked against the drawer and the bank statement (`payments.md` 10 and
/// 11).
public interface DayBook {
  /// Rows of each list of a page.
  int MOST = 1_000;

  /// Where the days begin.
  ZoneId zone();

  Page of(LocalDate date);

  /// One day. `taken` has each [Way] once, in their order; the lists are in the order of time, and have
  /// no more than [#MOST] rows.
  record Page(
      LocalDate date,
      List<Taken> taken,
      GivenBack givenBack,
      List<Unprinted> unprinted,
      List<Unpaid> unpaid,
      List<Confirmed> confirmed) {
    public Page {
      taken = List.copyOf(taken);
      unprinted = List.copyOf(unprinted);
      unpaid = List.copyOf(unpaid);
      confirmed = List.copyOf(confirmed);
    }

    /// All that was paid for prints on this day, whatever went back of it since; what a credit paid came
    /// before.
    public Paise paid() {
      return taken.stream()
          .filter(each -> each.way().isNewMoney())
          .map(Taken::paid)
          .reduce(Paise.ZERO, Paise::plus);
    }

    /// How often that came.
    public int payments() {
      return taken.stream()
          .filter(each -> each.way().isNewMoney())
          .mapToInt(Taken::payments)
          .sum();
    }

    /// Whether there may be more that was confirmed by hand.
    public boolean isFull() {
      return confirmed.size() == MOST;
    }
  }

  /// How money comes.
  enum Way {
    CASH,
    /// Seen by a person of the shop in its bank's app, or in that of the gateway while it was silent.
    UPI,
    /// Told or proven by the gateway.
    GATEWAY,
    /// Paid before, for what did not print.
    CREDIT;

    public boolean isNewMoney() {
      return this != CREDIT;
    }
  }

  /// So many payments that let jobs print, and how much of them was for the prints: what was too much
  /// never counts. What went back later is not taken off, it stands in the page of that later day.
  record Taken(Way way, int payments, Paise paid) {}

  /// What people of the shop gave back on this day, or ordered the gateway to, whenever it had come and
  /// whatever it had come for. What the gateway gave back without this program counts when it was seen,
  /// also where a credit was given for it, which is worth less then.
  record GivenBack(Paise byGateway, Paise byHand, Paise asCredit) {}

  /// Money for which nothing was printed, or not all: what came of it by now, and `code` for the
  /// reason, empty once it is settled. `at` is since when it is owed, or when it was settled.
  record Unprinted(Instant at, String name, Paise amount, End end, String code) {}

  /// What became of money without a print.
  enum End {
    OPEN,
    BY_HAND,
    BY_GATEWAY,
    AS_CREDIT
  }

  /// Something that is or may be on paper, though no payment let it print. There must be none.
  record Unpaid(Instant at, String name) {}

  /// Money that is in the books since a person said so, [Way#CASH] or [Way#UPI]. `digits` are the last
  /// four of its reference, or empty.
  record Confirmed(
      Instant at, String name, Paise amount, Way way, String digits, String actor) {}
}
