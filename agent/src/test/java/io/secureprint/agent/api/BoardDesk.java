// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.api.board.BoardRoutes;
import io.secureprint.agent.api.board.Machine;
import io.secureprint.agent.api.route.Route;
import io.secureprint.agent.board.Board;
import io.secureprint.agent.board.BoardRules;
import io.secureprint.agent.board.Promises;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.session.SessionState;
import io.secureprint.agent.store.JdbcCommandRows;
import io.secureprint.agent.store.JdbcEventLog;
import io.secureprint.agent.store.JdbcPlanRows;
import io.secureprint.agent.store.JdbcSlaRows;
import io.secureprint.agent.store.JdbcTaskRows;

import java.util.List;

/// The work board in the database of an [ApiHouse].
final class BoardDesk {
  private BoardDesk() {}

  static Board of(ApiHouse house) {
    Board.Ports ports =
        new Board.Ports(
            house.unitOfWork,
            new JdbcEventLog(house.unitOfWork, house.clock),
            new JdbcTaskRows(house.unitOfWork),
            new JdbcPlanRows(house.unitOfWork),
            new JdbcSlaRows(house.unitOfWork),
            new JdbcCommandRows(house.unitOfWork));
    return new Board(ports, Promises.Sharing.NOBODY_ELSE, house.clock, Ids.secure());
  }

  static List<Route<?, ?, ?>> routes(ApiHouse house) {
    return BoardRoutes.of(
        of(house),
        List.of(
            Machine.of(BoardRules.TASKS),
            Machine.of(BoardRules.PLANS),
            Machine.of(SessionState.LIFECYCLE)));
  }
}
