// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static io.secureprint.app.SampleShop.CLOCK;
import static io.secureprint.app.SampleShop.ZONE;

import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.pricing.Prices;
import io.secureprint.app.fx.Language;
import io.secureprint.app.kiosk.KioskView;
import io.secureprint.app.kiosk.KioskViewModel;

import javafx.scene.Parent;
import javafx.scene.Scene;

/// What customers see of a shop, and what happens in it meanwhile.
final class KioskScenes {
  private static final String NOTICE =
      "Passport photos while you wait · पासपोर्ट फ़ोटो तुरंत";

  private KioskScenes() {}

  static Scene kiosk(SampleShop desk, Language language, int width, int height) {
    return new Scene(view(desk, language), width, height);
  }

  static Parent view(SampleShop desk, Language language) {
    return new KioskView(
            new KioskViewModel(desk, desk.prices, desk.posted, CLOCK, Runnable::run),
            new KioskView.Setting(SampleShop.NAME, language, ZONE, false),
            CLOCK)
        .root();
  }

  static void wifi(SampleShop shop) {
    shop.posted = new AgentConfig.Kiosk("Sharma Print", "kagaz@2026", NOTICE);
  }

  /// A long name and a long password make the densest code.
  static void wifiAndPaying(SampleShop shop) {
    shop.posted =
        new AgentConfig.Kiosk(
            "Sharma_Print_and_Xerox_Customers", "a;rather:long,password\\with\"signs", NOTICE);
    payingTogether(shop);
  }

  static void closedWithNotice(SampleShop shop) {
    shop.posted = new AgentConfig.Kiosk("Sharma Print", "", "Diwali: closed on Sunday and Monday");
    shop.closeFor("DESTROY_FAILED");
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
