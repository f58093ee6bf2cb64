// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.destruction.Destroyed;
import io.secureprint.agent.engine.EffectLedger;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.step.CardsWithdrawn;
import io.secureprint.agent.engine.step.WorkBoard;

import java.util.List;
import java.util.function.Consumer;

/// The handlers of the print journey's steps.
public final class Steps {
  private Steps() {}

  public static List<StepHandler> of(
      House house,
      Visits visits,
      EffectLedger ledger,
      PrintPermits permits,
      WorkBoard board,
      Consumer<Destroyed> destructionFailed) {
    return List.of(
        new WaitStep(PrintJourney.CHOOSE, PrintJourney.PAY, visits::choosing),
        new WaitStep(PrintJourney.PAYMENT, PrintJourney.PAID, _ -> {}),
        new PrintStep(house, visits, ledger, permits),
        new CardsWithdrawn(new CleanupStep(house, visits, ledger, destructionFailed), board));
  }
}
