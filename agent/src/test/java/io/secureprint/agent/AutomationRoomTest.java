// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.automation.Run;
import io.secureprint.agent.automation.Saved;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.Board;
import io.secureprint.agent.board.Caller;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskDraft;
import io.secureprint.agent.board.TaskQuery;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcUnitOfWork;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/// The automations on the shop's real board.
final class AutomationRoomTest {
  private static final TaskQuery ALL =
      new TaskQuery(TaskQuery.Filter.ALL, TaskQuery.Order.NEWEST, null, 50);

  private static final Caller ASHA = Caller.person("asha");

  @TempDir private Path folder;
  private final OpenRooms open = new OpenRooms();
  private Board board;
  private AutomationRoom room;

  @BeforeEach
  void open() throws Database.Unusable {
    Clock clock = Clock.systemUTC();
    Database database = open.add("database", Database.open(folder));
    JdbcUnitOfWork work = open.add("unit of work", new JdbcUnitOfWork(database));
    Stores store = Stores.on(database, work, "agent-1", clock, Ids.secure());
    board = BoardRoom.open(open, store, clock, Ids.secure());
    room =
        open.add(
            "automations",
            new AutomationRoom(
                store, new BoardLinks(board), new byte[32], "agent-1", clock, Ids.secure()));
    room.open();
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void anIntakeThatIsDoneIsAssessedNext() {
    String id = task("intake");
    board.tasks().assign(id, "asha", ASHA);
    board.tasks().transition(id, TaskState.IN_PROGRESS, "", ASHA);
    board.tasks().transition(id, TaskState.COMPLETED, "", ASHA);
    await().atMost(Duration.ofSeconds(20)).until(() -> assessments() == 1);
    TaskCard made =
        board.tasks().list(ALL).stream()
            .filter(card -> card.task().type().equals("assessment"))
            .findFirst()
            .orElseThrow();
    assertThat(made.task().priority()).isEqualTo(Priority.HIGH);
    assertThat(made.task().area()).isEqualTo("binding");
  }

  @Test
  void whatTheBoardRefusesIsSaidByTheRun() {
    String json =
        """
        {"id": "finish", "name": "Finish", "trigger": {"type": "event", "events": ["TaskCreated"]},
         "when": "task.title == 'A job'",
         "actions": [{"type": "update_task_state", "task_id": "${task.id}", "state": "completed"}]}
        """;
    assertThat(room.automations().save(json, 0, "asha")).isEqualTo(new Saved.Done("finish", 1));
    room.automations().enable("finish", true, "asha");
    task("review");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> room.automations().evaluations("finish").size() == 1);
    String run =
        Objects.requireNonNull(room.automations().evaluations("finish").getFirst().runId());
    await().until(() -> progress(run).state() == Run.State.FAILED);
    assertThat(progress(run).code()).isEqualTo("INVALID_TRANSITION");
  }

  private Run.Progress progress(String run) {
    return room.automations().run(run).orElseThrow().progress();
  }

  private String task(String type) {
    Answer<TaskCard> made =
        board.tasks().create(new TaskDraft(type, "binding", Priority.NORMAL, "A job"), ASHA);
    return ((Answer.Done<TaskCard>) made).value().id();
  }

  private long assessments() {
    return board.tasks().list(ALL).stream()
        .filter(card -> card.task().type().equals("assessment"))
        .count();
  }
}
