// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static io.secureprint.app.SampleShop.CLOCK;
import static io.secureprint.app.SampleShop.ZONE;

import io.secureprint.agent.pricing.Prices;
import io.secureprint.app.fx.Language;
import io.secureprint.app.kiosk.KioskView;
import io.secureprint.app.kiosk.KioskViewModel;

import javafx.scene.Parent;
import javafx.scene.Scene;

/// What customers see of a shop, and what happens in it meanwhile.
final class KioskScenes {
  private KioskScenes() {}

  static Scene kiosk(SampleShop desk, Language language, int width, int height) {
    return new Scene(view(desk, language), width, height);
  }

  static Parent view(SampleShop desk, Language language) {
    return new KioskView(
            new KioskViewModel(desk, desk.prices, CLOCK, Runnable::run),
            new KioskView.Setting(SampleShop.NAME, language, ZONE, false),
            CLOCK)
        .root();
  }

  static void payingTogether(SampleShop shop) {
    shop.sessions.set(SampleShop.six());
    shop.payments.set(SampleShop.payingTogether());
  }

  static void closedWhileServing(SampleShop shop) {
    shop.sessions.set(SampleShop.six().subList(0, 3));
    shop.closeWhile("STORAGE_FAILED");
  }

  static void paying(SampleShop shop) {
    shop.sessions.set(SampleShop.six());
    shop.payments.set(SampleShop.paying());
  }

  static void threeAndManyPrices(SampleShop shop) {
    shop.sessions.set(SampleShop.six().subList(0, 3));
    shop.prices.publishElsewhere(SamplePrices.fullest());
  }

  static void twoInStudentWeek(SampleShop shop) {
    shop.sessions.set(SampleShop.six().subList(0, 2));
    shop.prices.revert(new Prices.Reversion(3, 4, ""), "console");
  }
}
