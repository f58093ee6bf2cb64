// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.journey.ClaimTile;
import io.secureprint.agent.journey.Owed;
import io.secureprint.agent.journey.Owed.Way;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.app.SampleOwed;
import io.secureprint.app.SampleShop;
import io.secureprint.app.console.claims.ClaimsViewModel.Said;
import io.secureprint.app.fx.Background;

import org.junit.jupiter.api.Test;

final class ClaimsViewModelTest {
  private final SampleOwed owed = new SampleOwed();
  private final ClaimsViewModel model =
      new ClaimsViewModel(
          owed,
          "console",
          SampleShop.CLOCK,
          new Background(Runnable::run, Runnable::run),
          Runnable::run);

  @Test
  void aClaimIsSettledForTheAmountThatWasSeen() {
    ClaimTile partly = SampleOwed.byGateway().getFirst();
    model.onSettle(partly, Way.GATEWAY);
    model.onSettle(partly, Way.HAND_PART);
    model.onSettle(partly, Way.PRINTED);
    assertThat(owed.asked)
        .containsExactly(
            "GATEWAY execution-7 4600 console",
            "HAND_PART execution-7 3067 console",
            "PRINTED execution-7 4600 console");
    assertThat(model.said().get()).isEqualTo(new Said.Nothing());
  }

  @Test
  void theGatewayGoesFirstWhereItCanAndCashIsAnotherWay() {
    ClaimTile partly = SampleOwed.byGateway().getFirst();
    assertThat(ClaimsViewModel.first(partly)).isEqualTo(Way.GATEWAY);
    assertThat(ClaimsViewModel.others(partly))
        .containsExactly(
            Way.GATEWAY_PART, Way.HAND_PART, Way.HAND, Way.CREDIT_PART, Way.CREDIT);
    ClaimTile cash = SampleOwed.inCash().getFirst();
    assertThat(ClaimsViewModel.first(cash)).isEqualTo(Way.HAND);
    assertThat(ClaimsViewModel.others(cash)).containsExactly(Way.CREDIT);
  }

  @Test
  void sheetsThatCannotBeThereAreNotSaidToBe() {
    assertThat(SampleOwed.inCash()).extracting(ClaimsViewModel::mayBePrinted)
        .containsExactly(false, true);
    assertThat(SampleOwed.byGateway()).extracting(ClaimsViewModel::mayBePrinted)
        .containsExactly(true, false);
  }

  @Test
  void whatTheGatewayCannotSendIsToldToBeHandedOver() {
    owed.answer = new Owed.Settled.Done(new Paise(600));
    model.onSettle(SampleOwed.byGateway().getFirst(), Way.GATEWAY);
    assertThat(model.said().get()).isEqualTo(new Said.HandOver(new Paise(600)));
    owed.answer = new Owed.Settled.Done(new Paise(4_600));
    model.onSettle(SampleOwed.inCash().getFirst(), Way.HAND);
    assertThat(model.said().get()).isEqualTo(new Said.Nothing());
  }

  @Test
  void aCreditIsToldWithItsCode() {
    owed.answer = new Owed.Settled.Credited("K7MP-3QXD", new Paise(3_067));
    model.onSettle(SampleOwed.byGateway().getFirst(), Way.CREDIT_PART);
    assertThat(owed.asked).containsExactly("CREDIT_PART execution-7 3067 console");
    assertThat(model.said().get()).isEqualTo(new Said.Credited("K7MP-3QXD", new Paise(3_067)));
  }

  @Test
  void aRefusalIsToldUntilTheNextAttemptGoesWell() {
    ClaimTile doubtful = SampleOwed.inCash().getLast();
    owed.answer = new Owed.Settled.Refused("CLAIM_UNKNOWN");
    model.onSettle(doubtful, Way.PRINTED);
    assertThat(model.said().get()).isEqualTo(new Said.Refused("CLAIM_UNKNOWN"));

    owed.answer = new Owed.Settled.Done(Paise.ZERO);
    model.onSettle(doubtful, Way.PRINTED);
    assertThat(model.said().get()).isEqualTo(new Said.Nothing());
  }

  @Test
  void anAgentThatIsGoneIsARefusalToo() {
    owed.broken = true;
    model.onSettle(SampleOwed.inCash().getFirst(), Way.HAND);
    assertThat(model.said().get()).isEqualTo(new Said.Refused("INTERNAL"));
  }
}
