// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.journey.ClaimTile;
import io.secureprint.agent.journey.Desk;
import io.secureprint.app.SampleShop;
import io.secureprint.app.fx.Background;

import org.junit.jupiter.api.Test;

final class ClaimsViewModelTest {
  private final SampleShop shop = new SampleShop();
  private final ClaimsViewModel model =
      new ClaimsViewModel(
          shop,
          "console",
          SampleShop.CLOCK,
          new Background(Runnable::run, Runnable::run),
          Runnable::run);

  @Test
  void aClaimIsSettledForTheAmountThatWasSeen() {
    shop.claims.set(SampleShop.owed());
    ClaimTile failed = model.open().get().getFirst();

    model.onGivenBack(failed);

    assertThat(shop.asked).containsExactly("give back execution-7 4600 console");
    assertThat(model.refused().get()).isEmpty();
  }

  @Test
  void aRefusalIsToldUntilTheNextAttemptGoesWell() {
    ClaimTile doubtful = SampleShop.owed().getLast();
    shop.answer = new Desk.Answer.Refused("CLAIM_UNKNOWN");
    model.onPrinted(doubtful);
    assertThat(model.refused().get()).isEqualTo("CLAIM_UNKNOWN");

    shop.answer = new Desk.Answer.Done();
    model.onPrinted(doubtful);
    assertThat(model.refused().get()).isEmpty();
  }

  @Test
  void anAgentThatIsGoneIsARefusalToo() {
    shop.broken = true;
    model.onGivenBack(SampleShop.owed().getFirst());
    assertThat(model.refused().get()).isEqualTo("INTERNAL");
  }
}
