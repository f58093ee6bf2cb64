// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Paise;

import java.util.List;
import java.util.Optional;

/// What is owed, as people get to it: money goes back by the name of who gives it.
record GuardedOwed(Owed owed, Shift shift) implements Owed {
  @Override
  public Observable<List<ClaimTile>> claims() {
    return owed.claims();
  }

  @Override
  public Observable<List<RefundTile>> refunds() {
    return owed.refunds();
  }

  @Override
  public Optional<ClaimTile> credit(String brief) {
    return owed.credit(brief);
  }

  @Override
  public Settled settle(String claimId, Way way, Paise seen, String actor) {
    Shift.Wish wish =
        way == Way.PRINTED
            ? new Shift.Wish(Permission.SERVE, Paise.ZERO)
            : new Shift.Wish(Permission.GIVE_BACK, seen);
    return shift
        .person(wish, actor)
        .map(name -> owed.settle(claimId, way, seen, name))
        .orElseGet(() -> new Settled.Refused(GuardedDesk.PIN_NEEDED));
  }
}
