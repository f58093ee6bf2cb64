// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.Comment;
import io.secureprint.agent.board.Happening;
import io.secureprint.agent.board.TaskCard;

import java.util.List;

/// A task that is looked at closely, with what was written under it and what happened to it, each
/// oldest first.
record OpenCard(TaskCard card, List<Comment> comments, List<Happening> history) {
  OpenCard {
    comments = List.copyOf(comments);
    history = List.copyOf(history);
  }

  String id() {
    return card.id();
  }
}
