// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.board.Board;
import io.secureprint.agent.board.BoardFigures;
import io.secureprint.agent.kernel.Observable;

import java.util.List;
import java.util.Optional;

/// The board as people get to it. Everybody at the console may look; whoever changes something must
/// be allowed to, types a PIN where one is needed, and stands in the history by name. Acting blocks
/// while a PIN is asked for. Programs have their own way, by their keys.
public final class GuardedBoard {
  private final Board board;
  private final Shift shift;
  private final BoardDoor door;

  public GuardedBoard(Board board, Shift shift) {
    this.board = board;
    this.shift = shift;
    this.door = new BoardDoor(shift);
  }

  public GuardedTasks tasks() {
    return new GuardedTasks(board.tasks(), door);
  }

  public GuardedPlans plans() {
    return new GuardedPlans(board.plans(), door);
  }

  public GuardedPromises promises() {
    return new GuardedPromises(board.sla(), door);
  }

  /// A change is in them within moments.
  public Observable<BoardFigures> figures() {
    return board.figures();
  }

  /// Who is at the console, where the shop knows its people.
  public Optional<String> present() {
    return shift.present().map(Person::name);
  }

  /// Who may work on tasks, and so be given one; empty where the shop has no PINs.
  public List<String> workers() {
    return shift.whoMay(Permission.WORK_TASKS).stream().map(Person::name).toList();
  }
}
