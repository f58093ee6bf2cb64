// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.Figure;
import io.secureprint.agent.pricing.PriceFault;
import io.secureprint.agent.pricing.PriceField;
import io.secureprint.app.SamplePrices;
import io.secureprint.app.SampleShop;
import io.secureprint.app.fx.Background;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

final class PricesViewModelTest {
  private static final PriceField MONO = new PriceField("A4", 0, Figure.MONO_ONE);

  private final SamplePrices prices = new SamplePrices();
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final PricesViewModel model =
      new PricesViewModel(
          prices,
          "console",
          new PricesViewModel.Place(SampleShop.CLOCK, SampleShop.ZONE),
          new Background(work::add, Runnable::run),
          Runnable::run);

  @Test
  void theExamplesFollowWhatIsTypedAndThePaperWhereItIsTyped() {
    assertThat(model.examples().get().getFirst()).contains(new Paise(2_500));
    type(MONO, "3");
    assertThat(model.examples().get().getFirst()).contains(new Paise(3_000));
    type(new PriceField("A3", 0, Figure.MONO_ONE), "7");
    assertThat(model.examples().get().getFirst()).contains(new Paise(7_000 + 2_000));
    type(MONO, "x");
    assertThat(model.examples().get()).containsOnly(Optional.empty());
  }

  @Test
  void nothingIsPublishedThatChangesNothingOrIsWrong() {
    assertThat(model.mayPublish()).isFalse();
    type(MONO, "3");
    assertThat(model.mayPublish()).isTrue();
    type(MONO, "0");
    assertThat(model.mayPublish()).isFalse();
    model.onPublish();
    type(MONO, "2.5");
    assertThat(model.mayPublish()).isFalse();
    model.onPublish();
    runWork();
    assertThat(prices.asked).isEmpty();
  }

  @Test
  void whatIsPublishedIsWhatWasTypedOnTheVersionThatWasSeen() {
    type(MONO, "3");
    model.note().set(" toner ");
    model.onPublish();
    assertThat(model.asked().get()).isEqualTo(new Asked.Working());
    assertThat(model.mayPublish()).isFalse();
    runWork();
    assertThat(prices.asked).containsExactly("publish on 4 'toner' null console");
    assertThat(prices.versions.getLast().list()).isEqualTo(SamplePrices.list(300, 900, null));
    assertThat(model.asked().get()).isEqualTo(new Asked.Published(5));
    assertThat(model.changes().get()).isEmpty();
    assertThat(model.note().get()).isEmpty();
    assertThat(model.meanwhile().get()).isNull();
    type(MONO, "4");
    assertThat(model.asked().get()).isEqualTo(new Asked.Nothing());
  }

  @Test
  void tomorrowMeansTheNextMidnightOfTheShop() {
    type(MONO, "3");
    model.tomorrow().set(true);
    model.onPublish();
    runWork();
    assertThat(prices.asked).containsExactly("publish on 4 '' 2026-11-21T18:30:00Z console");
    assertThat(model.tomorrow().get()).isFalse();
    assertThat(model.view().get().running().number()).isEqualTo(4);
  }

  @Test
  void anotherVersionMeanwhileKeepsWhatIsTypedAndTellsWhatItWouldChangeNow() {
    type(MONO, "3");
    prices.publishElsewhere(SamplePrices.list(300, 800, null));
    assertThat(model.meanwhile().get()).isNotNull();
    assertThat(model.form().text(MONO).get()).isEqualTo("3.00");
    assertThat(model.changes().get()).hasSize(1);
    model.onPublish();
    runWork();
    assertThat(prices.asked).containsExactly("publish on 5 '' null console");
    assertThat(prices.versions.getLast().list()).isEqualTo(SamplePrices.list(300, 900, null));
  }

  @Test
  void anotherVersionIsShownWhereNothingWasTyped() {
    prices.publishElsewhere(SamplePrices.list(300, 800, null));
    assertThat(model.form().text(MONO).get()).isEqualTo("3.00");
    assertThat(model.meanwhile().get()).isNull();
    assertThat(model.mayPublish()).isFalse();
  }

  @Test
  void startingAgainBringsBackTheNewestFiguresAndRows() {
    type(MONO, "x");
    model.form().removeRow("A4", 1);
    model.form().addRow("A3");
    prices.publishElsewhere(SamplePrices.list(300, 800, null));
    model.onStartAgain();
    assertThat(model.form().text(MONO).get()).isEqualTo("3.00");
    assertThat(model.form().rows("A4")).containsExactly(1, 2);
    assertThat(model.form().rows("A3")).isEmpty();
    assertThat(model.form().told().get()).isEmpty();
    assertThat(model.meanwhile().get()).isNull();
  }

  @Test
  void aRefusalIsToldAndKeepsWhatWasTyped() {
    prices.refusal = "PRICES_CHANGED";
    type(MONO, "3");
    model.onPublish();
    runWork();
    assertThat(model.asked().get()).isEqualTo(new Asked.Refused("PRICES_CHANGED"));
    assertThat(model.mayPublish()).isTrue();
  }

  @Test
  void aVersionThatCannotBeReadIsReplacedByTheNewestThatCan() {
    prices.publishElsewhere(null);
    runWork();
    assertThat(model.form().text(MONO).get()).isEqualTo("2.50");
    assertThat(model.mayPublish()).isTrue();
    model.onPublish();
    runWork();
    assertThat(prices.asked).containsExactly("publish on 5 '' null console");
    assertThat(model.mayPublish()).isFalse();
  }

  @Test
  void aFaultIsToldOnceItsFieldHasBeenLeft() {
    model.form().enter(MONO);
    model.form().text(MONO).set("2,");
    assertThat(model.form().told().get()).isEmpty();
    model.form().leave(MONO);
    assertThat(model.form().told().get())
        .isEqualTo(Map.of(MONO, PriceFault.PRICE_NOT_AN_AMOUNT));
    model.form().enter(MONO);
    assertThat(model.form().told().get()).isEmpty();
    model.form().text(MONO).set("२.५");
    model.form().leave(MONO);
    assertThat(model.form().text(MONO).get()).isEqualTo("2.50");
  }

  @Test
  void aPaperHasAtMostEightBulkRowsAndARemovedOneIsEmptied() {
    PriceForm form = model.form();
    List<Integer> rows = form.rows("A3");
    for (int row = 1; row <= 8; row++) {
      assertThat(form.addRow("A3")).contains(new PriceField("A3", row, Figure.FROM));
    }
    assertThat(form.addRow("A3")).isEmpty();
    form.text(new PriceField("A3", 4, Figure.MONO_ONE)).set("1");
    form.removeRow("A3", 4);
    assertThat(rows).containsExactly(1, 2, 3, 5, 6, 7, 8);
    assertThat(form.addRow("A3")).contains(new PriceField("A3", 4, Figure.FROM));
    assertThat(form.text(new PriceField("A3", 4, Figure.MONO_ONE)).get()).isEmpty();
  }

  @Test
  void anOlderVersionIsComparedWithTheNewestAndBroughtBack() {
    VersionsViewModel versions = model.versions();
    versions.onReload();
    runWork();
    assertThat(versions.rows()).hasSize(4);
    versions.onChoose(versions.rows().get(1));
    assertThat(versions.comparison())
        .hasValueSatisfying(
            difference -> {
              assertThat(difference.from()).isEqualTo(4);
              assertThat(difference.to()).isEqualTo(3);
              assertThat(difference.changes()).hasSize(2);
            });
    assertThat(versions.mayRevert()).isTrue();
    model.onRevert(versions.rows().get(1));
    runWork();
    assertThat(prices.asked).containsExactly("revert 3 on 4 console");
    assertThat(model.asked().get()).isEqualTo(new Asked.Published(5));
    assertThat(versions.rows()).hasSize(5);
  }

  @Test
  void theNewestVersionAndOnesLikeItAreNotBroughtBack() {
    VersionsViewModel versions = model.versions();
    versions.onReload();
    runWork();
    versions.onChoose(versions.rows().getFirst());
    assertThat(versions.comparison())
        .hasValueSatisfying(difference -> assertThat(difference.from()).isEqualTo(3));
    assertThat(versions.mayRevert()).isFalse();
    versions.onChoose(versions.rows().get(2));
    assertThat(versions.mayRevert()).isFalse();
    versions.onChoose(versions.rows().get(3));
    assertThat(versions.mayRevert()).isTrue();
  }

  private void type(PriceField field, String text) {
    model.form().enter(field);
    model.form().text(field).set(text);
    model.form().leave(field);
  }

  private void runWork() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }
}
