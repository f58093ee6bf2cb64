// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.sessions;

import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.journey.Stage;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

/// Where a customer is, in the words of the console.
final class StageWords {
  private StageWords() {}

  /// The stage, and while it prints how many of how many sides are out.
  static String of(SessionTile tile, Messages messages) {
    String stage = messages.text(phrase(tile.stage()));
    return tile.stage() == Stage.PRINTING && tile.sidesTotal() > 0
        ? stage + " " + tile.sidesDone() + "/" + tile.sidesTotal()
        : stage;
  }

  private static Phrase phrase(Stage stage) {
    return switch (stage) {
      case CHOOSING -> Phrase.STAGE_CHOOSING;
      case PAYING -> Phrase.STAGE_PAYING;
      case PRINTING -> Phrase.STAGE_PRINTING;
      case COLLECT -> Phrase.STAGE_COLLECT;
      case ENDED -> Phrase.STAGE_ENDED;
    };
  }
}
