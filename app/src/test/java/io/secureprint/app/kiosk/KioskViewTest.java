// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.journey.KioskTicket;
import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.journey.Stage;
import io.secureprint.app.Camera;
import io.secureprint.app.SamplePrices;
import io.secureprint.app.SampleShop;
import io.secureprint.app.Texts;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Theme;

import com.google.zxing.NotFoundException;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

final class KioskViewTest {
  private final SampleShop shop = new SampleShop();
  private final KioskViewModel model = model();
  private final Scene scene = onScreen(() -> kiosk(model));

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void aPhoneReadsTheTicketFromThePictureOfTheScreen() throws Exception {
    assertThat(Camera.read(picture())).isEqualTo(SampleShop.ADDRESS);

    String next = SampleShop.ADDRESS.replace("#AQm", "#BQm");
    onScreen(() -> shop.ticket.set(new KioskTicket(next, SampleShop.NOW)));
    assertThat(Camera.read(picture())).isEqualTo(next);
    assertThat(texts()).contains("http://192.168.1.20:8080/").noneMatch(text -> text.contains("#"));
  }

  @Test
  void aClosedShopShowsNoCodeToScan() {
    onScreen(() -> shop.closeFor("DESTROY_FAILED"));

    assertThatNothingCanBeScanned();
    assertThat(texts())
        .contains("No printing just now", "since 10:32 · 10:32 से", "DESTROY_FAILED")
        .doesNotContain("It is your turn");
  }

  @Test
  void oneOfThoseWhoPayTogetherIsShownAndTheOthersAreTold() throws Exception {
    onScreen(() -> shop.payments.set(SampleShop.payingTogether()));

    assertThat(texts())
        .contains("Orange Coconut", "₹77.99", "Sky Plum", "Pink Lychee", "and 1 more", "और 1")
        .anyMatch(text -> text.contains("Next in 1:00") && text.contains("अगला"));
    onScreen(() -> shop.payments.set(SampleShop.payingTogether().subList(1, 2)));
    assertThat(texts()).contains("Sky Plum", "आसमानी आलूबुखारा");
    assertThat(scene.getRoot().lookup("#pay-others").isVisible()).isFalse();
  }

  @Test
  void customersBeyondTheRoomAreCounted() {
    List<SessionTile> twenty =
        IntStream.range(0, 20)
            .mapToObj(at -> SampleShop.tile(at, Stage.CHOOSING, 0, 0, false, null))
            .toList();
    onScreen(() -> shop.sessions.set(twenty));
    picture();

    assertThat(texts()).contains("and 15 more · और 15");
  }

  @Test
  void troubleThatMakesCustomersWaitIsToldInBothLanguages() {
    onScreen(() -> shop.trouble("media-jam-error", "Front laser"));

    assertThat(texts())
        .contains("Paper is stuck. We are clearing it.")
        .anyMatch(text -> text.startsWith("काग़ज़ फँस गया है"));
  }

  @Test
  void troubleThatIsTheShopsOwnAffairIsNotTold() {
    onScreen(() -> shop.trouble("SANDBOX_MISSING", ""));

    assertThat(scene.getRoot().lookup(".band").isVisible()).isFalse();
  }

  @Test
  void thePricesThatCountAreToldAsLongAsThereIsRoom() {
    assertThat(texts()).contains("₹2.50", "₹10.00").doesNotContain("₹3.00");
    onScreen(() -> shop.prices.publishElsewhere(SamplePrices.list(300, 900, null)));
    assertThat(texts()).contains("₹3.00").doesNotContain("₹2.50");
    onScreen(() -> shop.sessions.set(SampleShop.six()));
    assertThat(texts()).doesNotContain("₹3.00");
  }

  @Test
  void pricesThatCannotBeReadAreNotTold() {
    onScreen(() -> shop.prices.publishElsewhere(null));
    assertThat(scene.getRoot().lookup("#kiosk-prices").isVisible()).isFalse();
  }

  @Test
  void theWifiIsJoinedFirstWhereTheShopHasSetOne() throws Exception {
    assertThat(scene.getRoot().lookup(".wifi").isVisible()).isFalse();
    onScreen(() -> model.onSaved(Map.of("kiosk.wifiName", "Shop; 5G", "kiosk.wifiPassword", "kagaz:26")));
    picture();

    Node wifi = scene.getRoot().lookup("#kiosk-wifi");
    assertThat(Camera.read(onScreen(() -> wifi.snapshot(null, null))))
        .isEqualTo("WIFI:T:WPA;S:Shop\\; 5G;P:kagaz\\:26;;");
    assertThat(texts()).contains("First join the shop’s Wi-Fi", "Shop; 5G");
    Node session = scene.getRoot().lookup(".invite #kiosk-session");
    assertThat(Camera.read(onScreen(() -> session.snapshot(null, null)))).isEqualTo(SampleShop.ADDRESS);
    assertThat(wifi.getLayoutBounds().getWidth())
        .isLessThan(session.getLayoutBounds().getHeight() / 2);
  }

  @Test
  void theNoticeStaysWhileTheShopIsClosed() {
    onScreen(() -> model.onSaved(Map.of("kiosk.notice", "Closed on Sunday")));
    onScreen(() -> shop.closeFor("DESTROY_FAILED"));
    assertThat(texts()).contains("Closed on Sunday");
    onScreen(() -> model.onSaved(Map.of("kiosk.notice", "")));
    assertThat(scene.getRoot().lookup("#kiosk-notice").isVisible()).isFalse();
  }

  private void assertThatNothingCanBeScanned() {
    Image seen = picture();
    assertThatThrownBy(() -> Camera.read(seen))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void promisesErasureOnlyWhereNothingIsKept() {
    assertThat(texts()).contains("Files are erased after printing");
    shop.keepsCopies = true;
    Scene keeping = onScreen(() -> kiosk(model()));
    assertThat(onScreen(() -> Texts.shown(keeping.getRoot())))
        .contains("This shop keeps a copy of what it prints")
        .doesNotContain("Files are erased after printing");
  }

  private Image picture() {
    return onScreen(() -> scene.snapshot(null));
  }

  private List<String> texts() {
    return onScreen(() -> Texts.shown(scene.getRoot()));
  }

  private KioskViewModel model() {
    return new KioskViewModel(shop, shop.prices, shop.posted, SampleShop.CLOCK, Runnable::run);
  }

  private static Scene kiosk(KioskViewModel model) {
    KioskView view =
        new KioskView(
            model,
            new KioskView.Setting(SampleShop.NAME, Language.ENGLISH, SampleShop.ZONE, false),
            SampleShop.CLOCK);
    Scene made = new Scene(view.root(), 1920, 1080);
    new Theme(new SimpleObjectProperty<>(ColorScheme.DARK)).dress(made);
    return made;
  }

  private static <T> T onScreen(Callable<T> action) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, action);
  }

  private static void onScreen(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, action);
  }
}
