// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Soon;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The board's figures for whoever follows them: read anew soon after a change, once for many.
final class BoardWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BoardWatch.class);

  private final UnitOfWork unitOfWork;
  private final TaskRows rows;
  private final Observable<BoardFigures> figures = new Observable<>(BoardFigures.NONE);
  private final Soon soon = new Soon("board", this::look);

  BoardWatch(UnitOfWork unitOfWork, TaskRows rows) {
    this.unitOfWork = unitOfWork;
    this.rows = rows;
  }

  Observable<BoardFigures> figures() {
    return figures;
  }

  void refresh() {
    soon.wish();
  }

  @Override
  public void close() {
    soon.close();
  }

  private void look() {
    try {
      BoardFigures now = unitOfWork.call(Durability.STEP, rows::figures);
      if (!now.equals(figures.get())) {
        figures.set(now);
      }
    } catch (UnitOfWork.Unavailable e) {
      LOG.warn("the board cannot be counted now; the next change counts it", e);
    }
  }
}
