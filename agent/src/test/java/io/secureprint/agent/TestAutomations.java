// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static org.awaitility.Awaitility.await;

import io.secureprint.agent.access.Shift;
import io.secureprint.agent.automation.AutomationDesk;
import io.secureprint.agent.automation.Automations;
import io.secureprint.agent.automation.Run;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.Board;
import io.secureprint.agent.board.Caller;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskDraft;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.outbox.DeadLetter;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcDeadLetters;
import io.secureprint.agent.store.JdbcUnitOfWork;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Automations on a real database with the real board, without the rest of a shop.
public final class TestAutomations implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Caller ASHA = Caller.person("Asha");

  private final OpenRooms open = new OpenRooms();
  private final JdbcUnitOfWork work;
  private final Board board;
  private final AutomationRoom room;

  /// The database is made in `folder`.
  public TestAutomations(Path folder, Clock clock) {
    try {
      Database database = open.add("database", Database.open(folder));
      work = open.add("unit of work", new JdbcUnitOfWork(database));
      Stores store = Stores.on(database, work, "agent-1", clock, Ids.secure());
      board = BoardRoom.open(open, store, clock, Ids.secure());
      room =
          open.add(
              "automations",
              new AutomationRoom(
                  store, new BoardLinks(board), new byte[32], "agent-1", clock, Ids.secure()));
    } catch (Database.Unusable e) {
      throw new IllegalStateException(e);
    }
    room.open();
  }

  /// As the people of `shift` get to them.
  public AutomationDesk desk(Shift shift) {
    return room.desk(shift, "http://127.0.0.1:8090");
  }

  public Automations automations() {
    return room.automations();
  }

  /// A task of this type for the binding, which then goes through these states.
  public void task(String type, Priority priority, TaskState... states) {
    TaskDraft draft = new TaskDraft(type, "binding", priority, "Thesis, 2 copies");
    Answer<TaskCard> made = board.tasks().create(draft, ASHA);
    String id = ((Answer.Done<TaskCard>) made).value().id();
    board.tasks().assign(id, "asha", ASHA);
    for (TaskState state : states) {
      board.tasks().transition(id, state, "", ASHA);
    }
  }

  /// Waits until an automation has looked so many times, and all that follows is done.
  public void looked(String id, int times) {
    await().atMost(SOON).until(() -> automations().evaluations(id).size() >= times);
    await().atMost(SOON).until(() -> runs(id).stream().noneMatch(this::isUnderWay));
  }

  private List<String> runs(String id) {
    return automations().evaluations(id).stream()
        .<String>mapMulti((one, found) -> {
          if (one.runId() != null) {
            found.accept(one.runId());
          }
        })
        .toList();
  }

  private boolean isUnderWay(String run) {
    return automations().run(run).orElseThrow().progress().state() == Run.State.WAITING;
  }

  /// Something that could not be brought.
  public void letter(DeadLetter letter) {
    work.run(Durability.STEP, () -> new JdbcDeadLetters(work).insert(letter));
  }

  @Override
  public void close() {
    open.close();
  }
}
