// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.journey.Stage;
import io.secureprint.app.SampleHistory;
import io.secureprint.app.SampleShop;
import io.secureprint.app.fx.Background;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;

final class SearchViewModelTest {
  private final SampleShop shop = new SampleShop();
  private final SampleHistory history = new SampleHistory(250);
  private final Queue<Runnable> work = new ArrayDeque<>();
  private boolean locked = true;
  private final SearchViewModel model =
      new SearchViewModel(
          shop,
          shop.printers,
          history,
          () -> locked,
          new Background(work::add, Runnable::run),
          Runnable::run);

  @Test
  void whoIsHereIsFoundByTheNameInEitherLanguageBeforeWhoWasHere() {
    shop.sessions.set(SampleShop.six());
    for (String typed : List.of("blue m", "नीला", " BLUE MANGO ")) {
      model.text().set(typed);
      assertThat(model.found())
          .as(typed)
          .containsExactly(new Found.Customer(shop.sessions.get().getFirst()));
    }
    runWork();

    assertThat(model.found()).hasSize(1 + SearchViewModel.OF_EACH);
    assertThat(model.found().subList(1, 5))
        .allMatch(found -> found instanceof Found.Visit(var row) && row.name().equals("Blue Mango"));
  }

  @Test
  void aHindiNameFindsThePastToo() {
    model.text().set("हरा अमरूद");
    runWork();

    assertThat(model.found())
        .hasSize(SearchViewModel.OF_EACH)
        .allMatch(found -> found instanceof Found.Visit(var row) && row.name().equals("Green Guava"));
  }

  @Test
  void screensCommandsAndPrintersAreFoundByTheirNames() {
    model.text().set("सेटिंग");
    assertThat(model.found()).containsExactly(new Found.Place(Screen.SETTINGS));
    model.text().set("print");
    assertThat(model.found()).contains(new Found.Place(Screen.PRINTERS));
    model.text().set("test sheet");
    assertThat(model.found()).containsExactly(new Found.Action(Found.Command.TEST_SHEET));
    model.text().set("front laser");
    assertThat(model.found())
        .containsExactly(new Found.Printer(shop.printers.printers().get().getFirst()));
  }

  @Test
  void theLockIsOfferedOnlyWhereItKeepsSomebodyOut() {
    model.text().set("lock the console");
    assertThat(model.found()).containsExactly(new Found.Action(Found.Command.LOCK));
    locked = false;
    model.text().set("lock the");
    assertThat(model.found()).isEmpty();
  }

  @Test
  void aFullShopGivesNoMoreRowsThanThereIsRoomFor() {
    shop.sessions.set(
        IntStream.range(0, 50)
            .mapToObj(at -> SampleShop.tile(at, Stage.CHOOSING, 0, 0, false, null))
            .toList());
    model.text().set("e");
    runWork();

    assertThat(model.found()).hasSize(SearchViewModel.MOST);
    assertThat(model.found()).filteredOn(Found.Customer.class::isInstance).hasSize(4);
  }

  @Test
  void whoIsHereStandsNotAmongThePastToo() {
    SessionTile one = SampleShop.six().getFirst();
    shop.sessions.set(
        List.of(
            new SessionTile(
                one.sessionId(), "run-0", one.name(), one.sas(), one.stage(), one.files(),
                one.sheets(), one.price(), 0, 0, false, null, one.money(), one.since())));
    model.text().set("mango");
    runWork();

    assertThat(model.found())
        .noneMatch(found -> found instanceof Found.Visit(var row) && row.executionId().equals("run-0"))
        .hasSize(1 + SearchViewModel.OF_EACH);
  }

  @Test
  void whatIsTypedWhileThePastIsReadIsAskedAfterwardsAndNothingElse() {
    model.text().set("m");
    model.text().set("ma");
    model.text().set("mango");
    runWork();

    assertThat(history.queries).extracting(query -> query.filter().text()).containsExactly("m", "mango");
    assertThat(model.found()).allMatch(Found.Visit.class::isInstance);
  }

  @Test
  void aPastThatCannotBeReadIsSaidAndTheRestStaysFound() {
    history.broken = true;
    shop.sessions.set(SampleShop.six());
    model.text().set("mango");
    runWork();

    assertThat(model.failed().get()).isTrue();
    assertThat(model.found()).hasSize(1);
    history.broken = false;
    model.text().set("lychee");
    assertThat(model.failed().get()).isFalse();
  }

  @Test
  void nothingIsLookedForUntilSomethingIsTypedAndNothingStaysOfIt() {
    model.onToggle();
    assertThat(model.open().get()).isTrue();
    model.text().set("mango");
    runWork();
    model.onToggle();

    assertThat(model.open().get()).isFalse();
    assertThat(model.found()).isEmpty();
    assertThat(history.queries).hasSize(1);
  }

  private void runWork() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }
}
