// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The claims of customers whose documents are gone: destroying documents is always allowed, losing
/// the claim never is (decision 2).
public final class Claims {
  private final Rows rows;
  private final UnitOfWork unitOfWork;
  private final EventLog events;

  public Claims(Rows rows, UnitOfWork unitOfWork, EventLog events) {
    this.rows = rows;
    this.unitOfWork = unitOfWork;
    this.events = events;
  }

  /// Open claims, oldest first.
  public List<Claim> open() {
    return unitOfWork.call(Durability.STEP, rows::open);
  }

  /// Settles a claim once. `amount` is what the person saw; a refusal names the code
  /// (`CLAIM_UNKNOWN`, `AMOUNT_CHANGED`).
  public Optional<String> settle(
      String id, Paise amount, Settlement how, String actor) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      Optional<Claim> claim =
          rows.open().stream().filter(open -> open.id().equals(id)).findFirst();
      if (claim.isEmpty()) {
        return Optional.of("CLAIM_UNKNOWN");
      }
      if (!claim.get().amount().equals(amount)) {
        return Optional.of("AMOUNT_CHANGED");
      }
      if (!rows.settle(claim.get(), how, actor)) {
        return Optional.of("CLAIM_UNKNOWN");
      }
      events.append(
          new EventLog.Event(
              "claim",
              id,
              how == Settlement.RETURNED ? "PaymentReturned" : "PrintConfirmed",
              Map.of("paise", amount.value()),
              actor,
              claim.get().executionId()));
      return Optional.empty();
    });
  }

  /// The rows behind the claims. Every call joins the running unit of work.
  public interface Rows {
    List<Claim> open();

    /// False when the claim was settled before.
    boolean settle(Claim claim, Settlement how, String actor);
  }
}
