// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.session.EasyName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// One live session as the shop sees it: never a file name, never a page.
///
/// `sheets` and `price` are 0 until there is a quote. `sidesDone` of `sidesTotal` counts printed
/// sides. `wanted` is true while a person is needed at the counter (cash to take, trouble to
/// settle). `code` names the trouble, if any: of money that is held, the printer's, or that of the
/// newest file that is not good.
public record SessionTile(
    String sessionId,
    String executionId,
    EasyName name,
    String sas,
    Stage stage,
    int files,
    int sheets,
    Paise price,
    int sidesDone,
    int sidesTotal,
    boolean wanted,
    @Nullable String code,
    Money money,
    Instant since) {

  /// How the customer pays, and who tells of the money; `held` is what came instead of the price,
  /// until a person decides about it.
  public record Money(PayMethod method, Teller teller, @Nullable Paise held) {
    public static final Money CASH = new Money(PayMethod.CASH, Teller.PERSON, null);

    /// Whether the money tells of itself.
    public boolean byGateway() {
      return teller == Teller.GATEWAY;
    }

    /// Whether a person may say that it came, since the gateway says nothing.
    public boolean mayBeMarked() {
      return teller == Teller.GATEWAY_SILENT;
    }
  }

  /// Who says that money came.
  public enum Teller {
    PERSON,
    GATEWAY,
    /// Nobody just now: the gateway does not answer.
    GATEWAY_SILENT
  }
}
