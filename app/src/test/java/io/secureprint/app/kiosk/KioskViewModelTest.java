// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.journey.ShopStatus;
import io.secureprint.agent.journey.ShopStatus.Effect;
import io.secureprint.agent.journey.ShopStatus.Note;
import io.secureprint.agent.journey.ShopStatus.State;
import io.secureprint.app.SampleShop;

import org.junit.jupiter.api.Test;

import java.util.List;

final class KioskViewModelTest {
  private final SampleShop shop = new SampleShop();
  private final KioskViewModel model =
      new KioskViewModel(shop, shop.prices, shop.posted, SampleShop.CLOCK, Runnable::run);

  @Test
  void anOpenShopInvites() {
    assertThat(model.face().getValue())
        .isEqualTo(new KioskFace.Inviting(shop.ticket.get()));
  }

  @Test
  void aShopWithoutATicketIsStarting() {
    shop.start();

    assertThat(model.face().getValue()).isEqualTo(new KioskFace.Starting());
  }

  @Test
  void aClosedShopTellsTheOldestReasonForItAndShowsNoBand() {
    Note older = new Note("toner-low-warning", "", SampleShop.NOW.minusSeconds(6_000), Effect.TOLD);
    Note young = new Note("DESTROY_WIPE", "", SampleShop.NOW, Effect.CLOSED_WHILE_SO);
    Note old = new Note("DESTROY_SCAN", "", SampleShop.NOW.minusSeconds(600), Effect.CLOSED_UNTIL_LOOKED_AT);
    shop.status.set(new ShopStatus(State.CLOSED, List.of(older, young, old)));

    assertThat(model.face().getValue())
        .isEqualTo(new KioskFace.OutOfService(old.since(), "DESTROY_SCAN"));
    assertThat(model.notes().getValue()).isEmpty();
  }

  @Test
  void aShopClosedWithoutAReasonIsStillOutOfService() {
    shop.status.set(new ShopStatus(State.CLOSED, List.of()));

    assertThat(model.face().getValue()).isEqualTo(new KioskFace.OutOfService(null, null));
  }

  @Test
  void afterItsEndNothingChangesAnyMore() {
    model.close();
    shop.start();
    shop.sessions.set(SampleShop.six());

    assertThat(model.face().getValue()).isInstanceOf(KioskFace.Inviting.class);
    assertThat(model.tiles().getValue()).isEmpty();
  }
}
