// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.board.Board;
import io.secureprint.agent.board.Promises;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.store.JdbcCommandRows;
import io.secureprint.agent.store.JdbcPlanRows;
import io.secureprint.agent.store.JdbcSlaRows;
import io.secureprint.agent.store.JdbcTaskRows;

import java.time.Clock;

/// Furnishes the room where the shop's own work hangs on the wall.
final class BoardRoom {
  private BoardRoom() {}

  static Board open(OpenRooms open, Stores store, Clock clock, Ids ids) {
    Board.Ports ports =
        new Board.Ports(
            store.unitOfWork(),
            store.events(),
            new JdbcTaskRows(store.unitOfWork()),
            new JdbcPlanRows(store.unitOfWork()),
            new JdbcSlaRows(store.unitOfWork()),
            new JdbcCommandRows(store.unitOfWork()));
    Promises.Sharing sharing =
        store.database().isShared()
            ? Promises.Sharing.SEVERAL_AGENTS
            : Promises.Sharing.NOBODY_ELSE;
    return open.add("board", new Board(ports, sharing, clock, ids));
  }
}
