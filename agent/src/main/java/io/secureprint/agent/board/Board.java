// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.time.InstantSource;

/// The whole board: its desks and its figures.
public final class Board implements AutoCloseable {
  private final TaskDesk tasks;
  private final PlanDesk plans;
  private final SlaDesk sla;
  private final Promises promises;
  private final BoardWatch watch;
  private final TransitionTally tally = new TransitionTally();
  private final UnitOfWork unitOfWork;
  private final TaskRows rows;

  public Board(Ports ports, Promises.Sharing sharing, InstantSource clock, Ids ids) {
    unitOfWork = ports.unitOfWork();
    rows = ports.tasks();
    BoardEvents events = new BoardEvents(ports.events());
    watch = new BoardWatch(unitOfWork, rows);
    promises = new Promises(unitOfWork, ports.sla(), events, clock, sharing);
    Counter counter = new Counter(unitOfWork, ports.commands(), ids, clock, this::changed);
    TaskClocks clocks = new TaskClocks(ports.sla(), events);
    tasks = new TaskDesk(counter, rows, ports.plans(), clocks, events, tally);
    plans = new PlanDesk(counter, ports.plans(), rows, tasks, events, tally);
    sla = new SlaDesk(counter, ports.sla(), events);
  }

  public TaskDesk tasks() {
    return tasks;
  }

  public PlanDesk plans() {
    return plans;
  }

  public SlaDesk sla() {
    return sla;
  }

  /// The figures as they are now, for programs.
  public BoardFigures count() {
    return unitOfWork.call(Durability.STEP, rows::figures);
  }

  /// The figures for screens: a change is in them within moments.
  public Observable<BoardFigures> figures() {
    return watch.figures();
  }

  /// How moves ended since the start.
  public TransitionTally transitions() {
    return tally;
  }

  /// Looks after the promises; call it every half second.
  public void tick() {
    if (promises.tick()) {
      watch.refresh();
    }
  }

  @Override
  public void close() {
    watch.close();
  }

  private void changed() {
    promises.lookAgain();
    watch.refresh();
  }

  /// Where it keeps everything.
  public record Ports(
      UnitOfWork unitOfWork,
      EventLog events,
      TaskRows tasks,
      PlanRows plans,
      SlaRows sla,
      CommandRows commands) {}
}
