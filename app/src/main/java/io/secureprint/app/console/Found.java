// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console;

import io.secureprint.agent.journey.PrinterTile;
import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.observe.History;
import io.secureprint.app.fx.Phrase;

import org.kordamp.ikonli.feather.Feather;

/// What can be found from anywhere in the console.
sealed interface Found {
  record Customer(SessionTile tile) implements Found {}

  record Place(Screen screen) implements Found {}

  record Action(Command command) implements Found {}

  record Printer(PrinterTile tile) implements Found {}

  record Visit(History.Row row) implements Found {}

  /// What can be asked for by name. None costs money or data: a test sheet is printed where the
  /// printer is seen.
  enum Command {
    LOCK(Feather.LOCK, Phrase.LOCK_TIP),
    KIOSK(Feather.MAXIMIZE, Phrase.SEARCH_KIOSK),
    TEST_SHEET(Feather.FILE_TEXT, Phrase.PRINTER_TEST);

    private final Feather picture;
    private final Phrase title;

    Command(Feather picture, Phrase title) {
      this.picture = picture;
      this.title = title;
    }

    Feather picture() {
      return picture;
    }

    Phrase title() {
      return title;
    }
  }
}
