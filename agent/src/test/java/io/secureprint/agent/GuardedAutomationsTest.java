// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static io.secureprint.agent.access.TestStaff.authorize;
import static io.secureprint.agent.access.TestStaff.enter;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.access.TestStaff;
import io.secureprint.agent.automation.Action;
import io.secureprint.agent.automation.Alert;
import io.secureprint.agent.automation.AutomationDesk;
import io.secureprint.agent.automation.AutomationDesk.Card;
import io.secureprint.agent.automation.AutomationDesk.HookKey;
import io.secureprint.agent.automation.AutomationDesk.Pressed;
import io.secureprint.agent.automation.Definition.Mode;
import io.secureprint.agent.automation.Draft;
import io.secureprint.agent.automation.Fault;
import io.secureprint.agent.automation.GuardedAutomations;
import io.secureprint.agent.automation.Run;
import io.secureprint.agent.automation.Saved;
import io.secureprint.agent.automation.Trigger.CatchUp;
import io.secureprint.agent.automation.Variable;
import io.secureprint.agent.automation.Why;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.outbox.DeadLetter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Who may do what around automations, and by what name it stands in the books.
final class GuardedAutomationsTest {
  private static final String PIN_NEEDED = "PIN_NEEDED";

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private TestAutomations shop;
  private TestStaff staff;
  private Shift shift;
  private AutomationDesk desk;

  @BeforeEach
  void open() {
    shop = new TestAutomations(folder.resolve("database"), clock);
    staff = new TestStaff(folder, clock, new ArrayList<>());
    shift = staff.shift();
    desk = shop.desk(shift);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private void at(String person) throws IOException {
    staff.hire();
    shift = staff.shift();
    enter(shift, person);
    shift.asksBy(_ -> false);
    desk = shop.desk(shift);
  }

  @Test
  void theOwnerSavesAndSwitchesByName() throws IOException {
    at("Asha");
    assertThat(desk.save(button("round"), 0, "console")).isEqualTo(new Saved.Done("round", 1));
    assertThat(desk.enable("round", true, "console")).isEmpty();
    assertThat(card("round").version().author()).isEqualTo("Asha");
    assertThat(card("round").enabled()).isTrue();
    assertThat(card("intake-done").builtIn()).isTrue();
    assertThat(card("round").builtIn()).isFalse();
  }

  @Test
  void staffPressAndSeeAlertsButChangeNothing() throws IOException {
    shop.automations().save(button("round").json(), 0, "Asha");
    shop.automations().enable("round", true, "Asha");
    at("Ravi");
    assertThat(desk.save(button("round"), 1, "console")).isEqualTo(new Saved.Refused(PIN_NEEDED));
    assertThat(desk.enable("round", false, "console")).contains(PIN_NEEDED);
    assertThat(desk.hookKey("orders", "console")).isEqualTo(new HookKey.Refused(PIN_NEEDED));
    Pressed.Done pressed = (Pressed.Done) desk.press("round", "console");
    assertThat(pressed.evaluation().why().outcome()).isEqualTo(Why.Outcome.FIRED);
    shop.looked("round", 1);
    Alert alert = desk.alerts().open().get().getFirst();
    assertThat(alert.message().title()).isEqualTo("Round, says Ravi");
    assertThat(desk.alerts().acknowledge(alert.id(), "console")).isEmpty();
    assertThat(desk.alerts().open().get()).isEmpty();
    assertThat(desk.looked("round").getFirst().run()).isNotNull();
  }

  @Test
  void whoOnlyLooksPressesNothing() throws IOException {
    at("Meena");
    assertThat(desk.press("round", "console")).isEqualTo(new Pressed.Refused(PIN_NEEDED));
    assertThat(desk.alerts().acknowledge("x", "console")).contains(PIN_NEEDED);
    assertThat(desk.all()).hasSize(2);
  }

  @Test
  void onlyTheOwnerPutsAwayWhatIsOffAndRenewsASecret() throws IOException {
    shop.automations().save(button("round").json(), 0, "Asha");
    shop.automations().enable("round", true, "Asha");
    at("Ravi");
    String leaked = shop.automations().hooks().secret("orders");
    assertThat(desk.putAway("round", true, "console")).contains(PIN_NEEDED);
    assertThat(desk.renewHookKey("orders", "console")).isEqualTo(new HookKey.Refused(PIN_NEEDED));
    assertThat(shop.automations().hooks().secret("orders")).isEqualTo(leaked);
    authorize(shift, Permission.AUTOMATE, "Asha");
    assertThat(desk.putAway("round", true, "console")).contains("AUTOMATION_ON");
    desk.enable("round", false, "console");
    assertThat(desk.putAway("round", true, "console")).isEmpty();
    assertThat(desk.putAway("round", true, "console")).isEmpty();
    assertThat(card("round").putAway()).isTrue();
    assertThat(((HookKey.Told) desk.renewHookKey("orders", "console")).secret())
        .isNotEqualTo(leaked)
        .isEqualTo(shop.automations().hooks().secret("orders"));
  }

  @Test
  void theOwnersPinCountsForAWhileAndIsThenAskedForAgain() throws IOException {
    at("Ravi");
    authorize(shift, Permission.AUTOMATE, "Asha");
    assertThat(desk.save(button("round"), 0, "console")).isInstanceOf(Saved.Done.class);
    clock.pass(TestStaff.AGAIN.plusSeconds(1));
    assertThat(desk.enable("round", true, "console")).contains(PIN_NEEDED);
  }

  @Test
  void whatCouldNotBeBroughtIsForTheOwner() throws IOException {
    shop.task("intake", Priority.NORMAL);
    DeadLetter letter = letter(1);
    DeadLetter other = letter(2);
    at("Ravi");
    assertThat(desk.letters().retry(letter, "console")).contains(PIN_NEEDED);
    assertThat(desk.letters().dismiss(other, "console")).contains(PIN_NEEDED);
    authorize(shift, Permission.AUTOMATE, "Asha");
    assertThat(desk.letters().retry(letter, "console")).isEmpty();
    assertThat(desk.letters().retry(letter, "console")).contains("DEAD_LETTER_SETTLED");
    assertThat(desk.letters().dismiss(other, "console")).isEmpty();
    assertThat(desk.letters().open()).extracting(DeadLetter::seq).doesNotContain(2L);
  }

  @Test
  void aRunThatFailedGoesOnWhenTheOwnerSaysSo() throws IOException {
    String json =
        """
        {"id": "round", "name": "Round", "trigger": {"type": "manual"}, "actions": [
          {"type": "create_task", "task_type": "a b", "title": "x"}]}
        """;
    shop.automations().save(json, 0, "Asha");
    shop.automations().enable("round", true, "Asha");
    at("Ravi");
    GuardedAutomations guarded = (GuardedAutomations) desk;
    desk.press("round", "console");
    shop.looked("round", 1);
    Run failed = requireNonNull(desk.looked("round").getFirst().run());
    assertThat(failed.progress().state()).isEqualTo(Run.State.FAILED);
    assertThat(guarded.again(failed, "console")).contains(PIN_NEEDED);
    authorize(shift, Permission.AUTOMATE, "Asha");
    assertThat(guarded.again(failed, "console")).isEmpty();
    shop.looked("round", 1);
    assertThat(desk.looked("round").getFirst().run()).isEqualTo(failed);
    assertThat(guarded.again(nobody(failed), "console")).contains("AUTOMATION_CHANGED");
  }

  private static Run nobody(Run run) {
    return new Run(
        "nobody", run.automationId(), run.correlationId(), run.depth(), run.actions(),
        run.progress(), run.startedAt());
  }

  private DeadLetter letter(long seq) {
    DeadLetter letter =
        new DeadLetter(
            "automation", seq, "TaskCreated", 8, "INTERNAL", "x", DeadLetter.State.DEAD,
            clock.instant(), clock.instant());
    shop.letter(letter);
    return letter;
  }

  @Test
  void aShopWithoutPinsWritesWhatTheScreenCallsItself() {
    assertThat(desk.save(button("round"), 0, "console")).isInstanceOf(Saved.Done.class);
    assertThat(card("round").version().author()).isEqualTo("console");
    assertThat((HookKey.Told) desk.hookKey("orders", "console"))
        .satisfies(told -> assertThat(told.address()).endsWith("/hooks/orders"))
        .satisfies(told -> assertThat(told.secret()).hasSize(64))
        .asString()
        .doesNotContain(((HookKey.Told) desk.hookKey("orders", "console")).secret());
  }

  @Test
  void aDraftIsReadBackAsItWasSaved() {
    desk.save(button("round"), 0, "console");
    assertThat(card("round").draft()).isEqualTo(button("round"));
    desk.all().forEach(card -> assertThat(card.draft()).isNotNull());
  }

  @Test
  void aConditionIsCheckedWhileTheRestIsStillEmpty() {
    Draft draft =
        new Draft(
            "", "", new Draft.Start(Draft.Kind.EVENT, List.of("TaskCreated"), "", "", CatchUp.SKIP, ""),
            "payload.aria == 'binding'", List.of(), new Draft.Pace(Mode.QUEUED, "0"));
    assertThat(desk.check(draft))
        .extracting(Fault::field)
        .contains("id", "name", "when", "actions", "max_runs");
    assertThat(desk.variables(draft.start()))
        .extracting(Variable::path)
        .contains("payload.area", "task.priority", "event.at", "now")
        .startsWith("payload.area");
  }

  private Card card(String id) {
    return desk.all().stream().filter(card -> card.id().equals(id)).findFirst().orElseThrow();
  }

  private static Draft button(String id) {
    return new Draft(
        id,
        "Evening round",
        new Draft.Start(Draft.Kind.MANUAL, List.of(), "", "", CatchUp.SKIP, ""),
        "",
        List.of(
            new Action(
                Action.Kind.EMIT_ALERT,
                Map.of("severity", "info", "title", "Round, says ${actor}"))),
        new Draft.Pace(Mode.QUEUED, "10"));
  }
}
