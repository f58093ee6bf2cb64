// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.journey.ShopStatus.Effect;
import io.secureprint.agent.journey.ShopStatus.State;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Problems;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// How the shop stands: the one place that decides by its problems whether it is closed. Whatever
/// fails closed closes it, whoever tells of it. What is only seen opens it again by being over; what
/// was noted stays, and if it closes the shop, until a person has looked. Thread-safe.
final class Standing {
  private final InstantSource clock;
  private final Set<String> noted = ConcurrentHashMap.newKeySet();
  private final Map<String, Instant> since = new HashMap<>();
  private final Observable<ShopStatus> status =
      new Observable<>(new ShopStatus(State.OPEN, List.of()));

  Standing(InstantSource clock) {
    this.clock = clock;
  }

  Observable<ShopStatus> status() {
    return status;
  }

  void note(String code) {
    noted.add(code);
  }

  /// What a person has to look at before the shop opens again.
  List<String> toBeLookedAt() {
    return noted.stream().filter(Standing::closes).sorted().toList();
  }

  void lookedAt(Collection<String> codes) {
    noted.removeAll(Set.copyOf(codes));
  }

  /// Tells how the shop stands with all that is `seen` just now; `passing` is worth knowing, and
  /// changes nothing. True when the shop is open.
  synchronized boolean see(Collection<String> seen, Collection<String> passing) {
    List<String> codes = new ArrayList<>(noted);
    codes.addAll(seen);
    State state =
        codes.isEmpty()
            ? State.OPEN
            : codes.stream().anyMatch(Standing::closes) ? State.CLOSED : State.ATTENTION;
    codes.addAll(passing);
    since.keySet().retainAll(codes);
    Instant now = clock.instant();
    codes.forEach(code -> since.putIfAbsent(code, now));
    ShopStatus next =
        new ShopStatus(state, codes.stream().distinct().map(this::told).toList());
    if (!next.equals(status.get())) {
      status.set(next);
    }
    return state != State.CLOSED;
  }

  private ShopStatus.Note told(String code) {
    return new ShopStatus.Note(code, "", since.getOrDefault(code, clock.instant()), effect(code));
  }

  private Effect effect(String code) {
    if (!closes(code)) {
      return Effect.TOLD;
    }
    return noted.contains(code) ? Effect.CLOSED_UNTIL_LOOKED_AT : Effect.CLOSED_WHILE_SO;
  }

  private static boolean closes(String code) {
    return Problems.of(code).closesShop();
  }
}
