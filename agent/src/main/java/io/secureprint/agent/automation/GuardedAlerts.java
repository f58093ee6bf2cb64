// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.Keeper.Right;
import io.secureprint.agent.kernel.Observable;

import java.util.List;
import java.util.Optional;

/// The alerts, acknowledged by the name of whoever did.
record GuardedAlerts(Alerts alerts, Keeper keeper) implements AlertDesk {
  @Override
  public Observable<List<Alert>> open() {
    return alerts.open();
  }

  @Override
  public Optional<String> acknowledge(String id, String actor) {
    Optional<String> author = keeper.author(Right.TEND, actor);
    author.ifPresent(name -> alerts.acknowledge(id, name));
    return author.isPresent() ? Optional.empty() : Optional.of(GuardedAutomations.PIN_NEEDED);
  }
}
