// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.automation.Action;
import io.secureprint.agent.automation.Alert;
import io.secureprint.agent.automation.AutomationDesk.Card;
import io.secureprint.agent.automation.AutomationDesk.HookKey;
import io.secureprint.agent.automation.AutomationRows.Version;
import io.secureprint.agent.automation.Draft;
import io.secureprint.agent.automation.Fault;
import io.secureprint.agent.automation.Past;
import io.secureprint.agent.automation.Variable;
import io.secureprint.agent.automation.Run;
import io.secureprint.agent.automation.Why;
import io.secureprint.agent.outbox.DeadLetter;
import io.secureprint.app.RealAutomations;
import io.secureprint.app.SampleAutomations;
import io.secureprint.app.SampleShop;
import io.secureprint.app.fx.Background;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;
import java.util.Set;

/// The screen on the real store, on the day after a day's work.
final class AutomationsViewModelTest {
  private static final Background AT_ONCE = new Background(Runnable::run, Runnable::run);
  private static final Place PLACE = new Place(SampleShop.CLOCK, SampleShop.ZONE, "console");

  private final RealAutomations shop = new RealAutomations();
  private final AutomationsViewModel model =
      new AutomationsViewModel(shop.desk(), PLACE, AT_ONCE);

  @BeforeEach
  void look() {
    model.onReload();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void theListSaysWhatIsOnAndWhatCameOfItLast() {
    assertThat(model.list().shown())
        .extracting(Card::name)
        .containsExactly(
            "Assess what was taken in", "Evening round", "Order paper", "Orders from the website",
            "Tell that an action plan begins", "Urgent binding came in");
    assertThat(card("evening-round").enabled()).isTrue();
    assertThat(card("paper-order").enabled()).isFalse();
    assertThat(requireNonNull(card("evening-round").last()).why().outcome())
        .isEqualTo(Why.Outcome.FIRED);
  }

  @Test
  void aNewOneIsFilledInSavedAndSwitchedOn() {
    model.onNew();
    assertThat(model.form().told().get()).isEmpty();
    model.form().name().set("Promise is nearly due!");
    model.onSave();
    assertThat(model.asked().get()).isEqualTo(new Asked.Faulty());
    assertThat(model.form().told().get()).containsKeys("trigger.events", "actions[0].title");
    model.form().events().add("SlaWarned");
    model.form().actions().getFirst().field("title").set("Hurry: ${task.title}");
    assertThat(model.form().told().get()).isEmpty();
    model.onSave();
    assertThat(model.asked().get())
        .isEqualTo(new Asked.Saved("promise-is-nearly-due", 1, false));
    assertThat(model.form().changed().get()).isFalse();
    Card made = requireNonNull(model.chosen().get());
    assertThat(made.id()).isEqualTo("promise-is-nearly-due");
    assertThat(made.enabled()).isFalse();
    model.onSwitchOn(made.id());
    assertThat(model.asked().get()).isEqualTo(new Asked.Switched("Promise is nearly due!", true));
    assertThat(card("promise-is-nearly-due").enabled()).isTrue();
  }

  @Test
  void aConditionIsCheckedWhileItIsTyped() {
    open("urgent-intake");
    assertThat(model.form().variables().get())
        .extracting(Variable::path)
        .contains("payload.area", "task.priority");
    model.form().condition().set("payload.aria == 'binding'");
    assertThat(model.form().told().get().get("when"))
        .satisfies(fault -> assertThat(fault.words()).contains("aria"))
        .satisfies(fault -> assertThat(fault.column()).isEqualTo(8));
    model.form().condition().set("payload.area == 'binding'");
    assertThat(model.form().told().get()).isEmpty();
    assertThat(model.form().changed().get()).isTrue();
    model.onStartAgain();
    assertThat(model.form().changed().get()).isFalse();
  }

  @Test
  void theReasonsStandInTheHistoryWithWhatCameOfTheRun() {
    open("urgent-intake");
    assertThat(model.past().looks())
        .extracting(look -> look.evaluation().why().code())
        .containsExactlyInAnyOrder(
            Why.Code.CONDITION_TRUE, Why.Code.CONDITION_FALSE, Why.Code.CONDITION_FALSE,
            Why.Code.CONDITION_FALSE);
    assertThat(model.past().looks()).allMatch(look -> "TaskCreated".equals(look.event()));
    assertThat(model.past().looks())
        .filteredOn(look -> look.run() != null)
        .allMatch(look -> requireNonNull(look.run()).progress().code().equals("INVALID_TRANSITION"));
  }

  @Test
  void aRunThatFailedGoesOnWhereItStopped() {
    open("urgent-intake");
    Run failed =
        model.past().looks().stream()
            .flatMap(look -> Stream.ofNullable(look.run()))
            .findFirst()
            .orElseThrow();
    assertThat(failed.progress().state()).isEqualTo(Run.State.FAILED);
    model.onAgain(failed);
    assertThat(model.asked().get()).isEqualTo(new Asked.GoesOn());
  }

  @Test
  void whatIsTypedIsTriedOutOnYesterdayWithoutDoingIt() {
    open("urgent-intake");
    model.form().condition().set("payload.area == 'binding'");
    model.onTry();
    Past past = ((Tried.Done) model.trial().tried().get()).past();
    assertThat(past.seen()).isEqualTo(4);
    assertThat(past.fired()).isEqualTo(4);
    model.onReload();
    assertThat(model.past().looks()).hasSize(4);
    model.form().condition().set("nothing");
    model.onTry();
    assertThat(model.trial().tried().get()).isEqualTo(new Tried.Faulty());
  }

  @Test
  void aButtonIsPressedAndSaysWhatCameOfIt() {
    open("evening-round");
    model.onPress(card("evening-round"));
    assertThat(model.asked().get())
        .isInstanceOfSatisfying(
            Asked.Pressed.class,
            pressed -> assertThat(pressed.why().outcome()).isEqualTo(Why.Outcome.FIRED));
    assertThat(model.past().looks()).hasSize(2);
  }

  @Test
  void aFormerVersionIsPutBackIntoTheForm() {
    open("paper-order");
    model.form().cron().set("0 8 * * *");
    model.form().addAction(Action.Kind.EMIT_ALERT);
    model.form().actions().removeLast();
    model.onSave();
    assertThat(model.past().versions()).extracting(Version::number).containsExactly(2, 1);
    model.onTake(model.past().versions().getLast());
    assertThat(model.form().cron().get()).isEqualTo("0 10 * * 1");
    assertThat(model.form().times(SampleShop.NOW)).hasSize(3);
  }

  @Test
  void aWebhooksSecretIsHiddenAgainWhenItsNameChangesOrTheOwnerLeaves() {
    open("web-orders");
    model.hook().onShow("orders");
    assertThat(model.hook().shown().get()).isInstanceOf(HookKey.Told.class);
    model.form().hook().set("other");
    assertThat(model.hook().shown().get()).isNull();
    model.hook().onShow("other");
    model.onLeave();
    assertThat(model.hook().shown().get()).isNull();
  }

  @Test
  void aSecretThatLeakedIsReplacedByAnother() {
    open("web-orders");
    model.hook().onShow("orders");
    HookKey leaked = requireNonNull(model.hook().shown().get());
    model.hook().onRenew("orders");
    assertThat(model.hook().shown().get())
        .isInstanceOf(HookKey.Told.class)
        .isNotEqualTo(leaked)
        .isEqualTo(shop.desk().hookKey("orders", "Asha"));
  }

  @Test
  void whatNobodyNeedsIsPutAwayAndItsPastCanStillBeRead() {
    open("evening-round");
    model.onPutAway(card("evening-round"), true);
    assertThat(model.asked().get()).isEqualTo(new Asked.Refused("AUTOMATION_ON"));
    model.onSwitch(card("evening-round"), false);
    model.form().name().set("Closing round");
    model.onPutAway(card("evening-round"), true);
    assertThat(model.asked().get()).isEqualTo(new Asked.PutAway("Evening round"));
    assertThat(model.list().shown()).extracting(Card::id).doesNotContain("evening-round");
    assertThat(model.list().putAway().get()).isOne();
    assertThat(model.editing().get()).isFalse();
    model.list().showsPutAway().set(true);
    assertThat(model.list().shown()).extracting(Card::id).containsExactly("evening-round");
    assertThat(model.past().looks()).isNotEmpty();
    assertThat(model.past().versions()).hasSize(1);
    model.onPutAway(card("evening-round"), false);
    assertThat(model.asked().get()).isEqualTo(new Asked.TakenOut("evening-round"));
    assertThat(model.list().shown()).extracting(Card::id).contains("evening-round", "web-orders");
    assertThat(model.editing().get()).isTrue();
    assertThat(model.form().name().get()).isEqualTo("Closing round");
    assertThat(model.form().changed().get()).isTrue();
  }

  @Test
  void aTaskThatIsToMoveIsTheOneThatItIsAbout() {
    open("urgent-intake");
    model.form().addAction(Action.Kind.UPDATE_TASK_STATE);
    assertThat(model.form().actions().getLast().field("task_id").get()).isEqualTo("${task.id}");
    open("evening-round");
    model.form().addAction(Action.Kind.UPDATE_TASK_STATE);
    assertThat(model.form().actions().getLast().field("task_id").get()).isEmpty();
  }

  @Test
  void aCheckThatCouldNotBeMadeIsSaidAndHidesNothing() {
    SampleAutomations desk = new SampleAutomations();
    AutomationForm form = new AutomationForm(desk, AT_ONCE);
    desk.faults = List.of(new Fault("name", 0, 0, "AUTOMATION_EMPTY", "empty"));
    form.name().set(" ");
    assertThat(form.told().get()).containsKey("name");
    desk.unwell = true;
    form.name().set("Closing round");
    assertThat(form.unchecked().get()).isTrue();
    assertThat(form.told().get()).containsKey("name");
    desk.unwell = false;
    desk.faults = List.of();
    form.name().set("Closing");
    assertThat(form.unchecked().get()).isFalse();
    assertThat(form.told().get()).isEmpty();
  }

  @Test
  void whatCouldNotBeBroughtIsPutAside() {
    LettersViewModel letters = model.letters();
    assertThat(letters.letters()).hasSize(2);
    DeadLetter dead = letters.letters().getLast();
    letters.onDismiss(dead);
    assertThat(letters.refused().get()).isEmpty();
    assertThat(letters.letters()).doesNotContain(dead);
    letters.onDismiss(dead);
    assertThat(letters.refused().get()).isEqualTo("DEAD_LETTER_SETTLED");
  }

  @Test
  void anAlertIsCountedUntilSomebodyHasSeenIt() {
    try (AlertsViewModel alerts =
        new AlertsViewModel(shop.desk().alerts(), PLACE, AT_ONCE, Runnable::run)) {
      List<Alert> open = alerts.alerts().get();
      assertThat(open).hasSize(2);
      assertThat(alerts.shown().get()).isFalse();
      alerts.onToggle();
      open.forEach(alerts::onAcknowledge);
      assertThat(alerts.alerts().get()).isEmpty();
      assertThat(alerts.shown().get()).isFalse();
    }
  }

  @Test
  void whatHasNoLatinLettersStillGetsAShortName() {
    assertThat(ShortName.of("बाइंडिंग", Set.of())).isEqualTo("automation");
    assertThat(ShortName.of("Order!", Set.of("order"))).isEqualTo("order-2");
    assertThat(ShortName.of("2 much -- of it, and very much more", Set.of()))
        .isEqualTo("much-of-it-and-very-much");
  }

  private Card card(String id) {
    return requireNonNull(model.list().find(id));
  }

  private void open(String id) {
    model.onChoose(card(id));
    assertThat(requireNonNull(card(id).draft())).extracting(Draft::id).isEqualTo(id);
  }
}
