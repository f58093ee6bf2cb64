// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.Caller;
import io.secureprint.agent.board.Refusal;
import io.secureprint.agent.kernel.Paise;

import java.util.function.Function;

/// Lets people to the board: whoever does something may do it, and stands in its books by name.
record BoardDoor(Shift shift) {
  /// @param actor what a screen calls itself, for a shop without PINs
  <T> Answer<T> by(Permission permission, String actor, Function<Caller, Answer<T>> wish) {
    return shift
        .person(new Shift.Wish(permission, Paise.ZERO), actor)
        .map(name -> wish.apply(Caller.person(name)))
        .orElseGet(() -> Answer.refused(new Refusal.NotAllowed(GuardedDesk.PIN_NEEDED)));
  }
}
