// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.TestAutomations;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.automation.Action;
import io.secureprint.agent.automation.AutomationDesk;
import io.secureprint.agent.automation.Definition.Mode;
import io.secureprint.agent.automation.Draft;
import io.secureprint.agent.automation.Saved;
import io.secureprint.agent.automation.Trigger.CatchUp;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.outbox.DeadLetter;
import io.secureprint.agent.outbox.DeadLetter.State;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A shop with a handful of automations on a real database, after a day on which they had to do.
public final class RealAutomations implements AutoCloseable {
  private static final Draft.Pace LINE = new Draft.Pace(Mode.QUEUED, "10");
  private static final Duration DAY = Duration.ofDays(1);

  private final SettableClock clock = new SettableClock();
  private final TestAutomations shop;
  private final AutomationDesk desk;

  /// The shop without PINs whose day was yesterday.
  public RealAutomations() {
    Path folder = Scratch.folder("automations");
    clock.pass(Duration.between(clock.instant(), SampleShop.NOW.minus(DAY)));
    shop = new TestAutomations(folder.resolve("database"), clock);
    Shift shift = new SampleStaff(folder, clock).shift();
    desk = shop.desk(shift);
    open();
  }

  /// The one that the pictures share.
  static RealAutomations shared() {
    return Shared.ONE;
  }

  public AutomationDesk desk() {
    return desk;
  }

  private void open() {
    save(urgent());
    save(
        new Draft(
            "paper-order",
            "Order paper",
            new Draft.Start(
                Draft.Kind.SCHEDULE, List.of(), "0 10 * * 1", "Asia/Kolkata", CatchUp.ONCE, ""),
            "",
            List.of(
                new Action(
                    Action.Kind.CREATE_TASK,
                    Map.of("task_type", "order", "title", "Order paper for the week"))),
            LINE));
    save(
        new Draft(
            "evening-round",
            "Evening round",
            new Draft.Start(Draft.Kind.MANUAL, List.of(), "", "", CatchUp.SKIP, ""),
            "",
            List.of(
                new Action(
                    Action.Kind.EMIT_ALERT,
                    Map.of("severity", "error", "title", "Count the cash and close the shutter"))),
            LINE));
    save(
        new Draft(
            "web-orders",
            "Orders from the website",
            new Draft.Start(Draft.Kind.WEBHOOK, List.of(), "", "", CatchUp.SKIP, "orders"),
            "payload.paid == true",
            List.of(
                new Action(
                    Action.Kind.CREATE_TASK,
                    Map.of("task_type", "intake", "title", "Order ${payload.number}"))),
            LINE));
    List.of("urgent-intake", "evening-round").forEach(id -> desk.enable(id, true, "Asha"));
    day();
  }

  private static Draft urgent() {
    return new Draft(
        "urgent-intake",
        "Urgent binding came in",
        new Draft.Start(
            Draft.Kind.EVENT, List.of("TaskCreated"), "", "", CatchUp.SKIP, ""),
        "payload.area == \"binding\" && task.priority == \"urgent\"",
        List.of(
            new Action(
                Action.Kind.EMIT_ALERT,
                Map.of("severity", "warning", "title", "Urgent: ${task.title}")),
            new Action(
                Action.Kind.UPDATE_TASK_STATE,
                Map.of("task_id", "${task.id}", "state", "completed"))),
        LINE);
  }

  private void save(Draft draft) {
    Saved saved = desk.save(draft, 0, "Asha");
    if (!(saved instanceof Saved.Done)) {
      throw new IllegalStateException(draft.id() + ": " + saved);
    }
  }

  private void day() {
    shop.task("intake", Priority.NORMAL, TaskState.IN_PROGRESS, TaskState.COMPLETED);
    shop.looked("intake-done", 2);
    shop.looked("urgent-intake", 2);
    clock.pass(Duration.ofHours(2));
    shop.task("review", Priority.URGENT);
    shop.looked("urgent-intake", 3);
    clock.pass(Duration.ofHours(3));
    shop.task("review", Priority.NORMAL, TaskState.IN_PROGRESS);
    shop.looked("intake-done", 3);
    shop.looked("urgent-intake", 4);
    clock.pass(Duration.between(clock.instant(), SampleShop.NOW));
    desk.press("evening-round", "Ravi");
    shop.looked("evening-round", 1);
    Instant since = SampleShop.NOW.minus(Duration.ofMinutes(50));
    shop.letter(
        new DeadLetter(
            "automation", 3, "TaskStateChanged", 8, "INTERNAL", "IllegalStateException",
            State.DEAD, since, since));
    shop.letter(
        new DeadLetter(
            "automation", 5, "TaskCreated", 2, "STORAGE_FAILED", "Unavailable", State.WAITING,
            since.plusSeconds(1_900), SampleShop.NOW.plusSeconds(240)));
  }

  @Override
  public void close() {
    shop.close();
  }

  private static final class Shared {
    static final RealAutomations ONE = new RealAutomations();
  }
}
