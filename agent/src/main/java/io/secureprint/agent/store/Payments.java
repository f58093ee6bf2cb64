// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Booked;
import io.secureprint.agent.payment.Disposition;
import io.secureprint.agent.payment.Flag;
import io.secureprint.agent.payment.PaymentFact;
import io.secureprint.agent.payment.Portions;

import java.sql.ResultSet;
import java.sql.SQLException;

/// Rows of the table `payment`. Only captured money is in it.
final class Payments {
  private Payments() {}

  static Booked read(ResultSet row) throws SQLException {
    String flag = row.getString("flag");
    return new Booked(
        fact(row),
        row.getString("intent_id"),
        Disposition.valueOf(row.getString("disposition")),
        flag == null ? null : Flag.valueOf(flag),
        new Portions(
            new Paise(row.getLong("prints_paise")),
            new Paise(row.getLong("owed_paise")),
            new Paise(row.getLong("outside_paise"))));
  }

  /// What names a payment, as the claim to it does: the provider, a colon, and the provider's own name
  /// for it.
  record Key(String provider, String paymentId) {
    /// Names no payment where the claim is none to a payment.
    static Key of(String claimId) {
      int colon = claimId.indexOf(':');
      return colon < 0
          ? new Key("", "")
          : new Key(claimId.substring(0, colon), claimId.substring(colon + 1));
    }
  }

  private static PaymentFact fact(ResultSet row) throws SQLException {
    return new PaymentFact(
        row.getString("provider"),
        row.getBoolean("live"),
        row.getString("object_id"),
        row.getString("payment_id"),
        new PaymentFact.Money(
            new Paise(row.getLong("amount_paise")),
            row.getString("currency"),
            true,
            new Paise(row.getLong("refunded_paise"))),
        PaymentFact.Evidence.of(row.getString("evidence")),
        row.getString("actor"),
        Rows.instant(row, "at"));
  }
}
