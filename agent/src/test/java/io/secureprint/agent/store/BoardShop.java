// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.board.ActionPlan;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.Board;
import io.secureprint.agent.board.Caller;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.Promises;
import io.secureprint.agent.board.Refusal;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskDraft;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// A board on a real database, as one agent has it.
final class BoardShop implements AutoCloseable {
  static final Caller ASHA = Caller.person("Asha");
  static final Caller PARTNER = Caller.program("partner");
  static final Caller SHOP = Caller.system("automation");

  /// For what happens at once: the common pool may have one thread.
  static final Executor AT_ONCE = task -> Thread.ofVirtual().start(task);

  final Database database;
  final JdbcUnitOfWork unitOfWork;
  final Board board;

  BoardShop(Database database, Clock clock, Promises.Sharing sharing) {
    this.database = database;
    unitOfWork = new JdbcUnitOfWork(database);
    Board.Ports ports =
        new Board.Ports(
            unitOfWork,
            new JdbcEventLog(unitOfWork, clock),
            new JdbcTaskRows(unitOfWork),
            new JdbcPlanRows(unitOfWork),
            new JdbcSlaRows(unitOfWork),
            new JdbcCommandRows(unitOfWork));
    board = new Board(ports, sharing, clock, Ids.secure());
  }

  TaskCard task(String type) {
    return done(board.tasks().create(draft(type, "Look at it"), ASHA));
  }

  TaskCard move(String id, TaskState to) {
    return done(board.tasks().transition(id, to, "so it is", SHOP));
  }

  TaskCard find(TaskCard card) {
    return board.tasks().find(card.id()).orElseThrow();
  }

  /// Each event of this aggregate as `type actor`, oldest first.
  List<String> events(String aggregateId) {
    return strings(
        "select type || ' ' || actor from event where aggregate_id = '" + aggregateId
            + "' order by seq");
  }

  Map<?, ?> payload(String aggregateId, String type) {
    return Json.read(
            strings(
                    "select payload from event where aggregate_id = '" + aggregateId
                        + "' and type = '" + type + "' order by seq")
                .getLast(),
            Map.class);
  }

  List<String> strings(String sql) {
    return unitOfWork.call(
        Durability.STEP, () -> unitOfWork.handle().createQuery(sql).mapTo(String.class).list());
  }

  static TaskDraft draft(String type, String title) {
    return new TaskDraft(type, "front", Priority.NORMAL, title);
  }

  static <T> T done(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T>(T value) -> value;
      case Answer.Refused<T>(Refusal why) -> throw new AssertionError("refused: " + why);
    };
  }

  static <T> Refusal refused(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T>(T value) -> throw new AssertionError("done: " + value);
      case Answer.Refused<T>(Refusal why) -> why;
    };
  }

  static ActionPlan.Progress progress(Answer<ActionPlan> answer) {
    return done(answer).progress();
  }

  @Override
  public void close() {
    board.close();
    unitOfWork.close();
  }
}
