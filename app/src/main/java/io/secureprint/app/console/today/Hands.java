// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.today;

import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.journey.ClaimTile;
import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.journey.ShopStatus;
import io.secureprint.agent.journey.ShopStatus.Note;
import io.secureprint.agent.journey.Stage;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problem.Category;
import io.secureprint.agent.kernel.Problem.Severity;
import io.secureprint.agent.kernel.Problems;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything that needs a hand, the most urgent first: what keeps customers out, what keeps all
/// sheets back, who stands at the counter, whom the shop owes, and then the rest. Among equals who
/// has waited longest.
final class Hands {
  private Hands() {}

  static List<Hand> of(
      ShopStatus status, List<SessionTile> sessions, List<ClaimTile> claims) {
    List<Hand> hands = new ArrayList<>();
    status.notes().stream().map(Hands::note).filter(Hands::matters).forEach(hands::add);
    Set<String> told =
        status.notes().stream().map(note -> Problems.plain(note.code())).collect(Collectors.toSet());
    sessions.stream()
        .filter(SessionTile::wanted)
        .map(tile -> new Hand.Customer(tile, wish(tile)))
        .filter(customer -> !toldAlready(customer, told))
        .forEach(hands::add);
    claims.forEach(claim -> hands.add(new Hand.Owed(claim)));
    return hands.stream()
        .sorted(Comparator.comparingInt(Hands::rank).thenComparing(Hand::since))
        .toList();
  }

  private static Hand note(Note note) {
    return note.closes()
        ? new Hand.Closed(note)
        : new Hand.Trouble(note, Problems.of(note.code()).category() == Category.PRINTER);
  }

  /// Little things are told where people look for them; only the printer's are worth a card, since
  /// paper that is running out is cheaper than paper that has run out.
  private static boolean matters(Hand hand) {
    return !(hand instanceof Hand.Trouble(Note note, boolean atPrinter))
        || atPrinter
        || Problems.of(note.code()).severity() != Severity.LOW;
  }

  /// What keeps this customer's sheets back has a card of its own.
  private static boolean toldAlready(Hand.Customer customer, Set<String> told) {
    String code = customer.tile().code();
    return customer.wish() == Hand.Wish.STUCK
        && code != null
        && told.contains(Problems.plain(code));
  }

  private static Hand.Wish wish(SessionTile tile) {
    if (tile.money().held() != null) {
      return Hand.Wish.HELD;
    }
    if (tile.stage() != Stage.PAYING) {
      return Hand.Wish.STUCK;
    }
    return tile.money().method() == PayMethod.CASH ? Hand.Wish.CASH : Hand.Wish.UPI;
  }

  private static int rank(Hand hand) {
    return switch (hand) {
      case Hand.Closed _ -> 0;
      case Hand.Trouble(Note note, boolean atPrinter) ->
          atPrinter && stops(Problems.of(note.code())) ? 1 : 4;
      case Hand.Customer _ -> 2;
      case Hand.Owed _ -> 3;
    };
  }

  private static boolean stops(Problem problem) {
    return problem.severity() != Severity.LOW;
  }
}
