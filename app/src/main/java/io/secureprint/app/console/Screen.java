// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console;

import io.secureprint.app.fx.Phrase;

import org.kordamp.ikonli.feather.Feather;

/// The screens there are, in the order of the rail, each with its picture, its name and its keys.
enum Screen {
  TODAY(Feather.SUN, Phrase.NAV_TODAY, "Ctrl+1"),
  SESSIONS(Feather.USERS, Phrase.NAV_SESSIONS, "Ctrl+2"),
  PRINTERS(Feather.PRINTER, Phrase.NAV_PRINTERS, "Ctrl+3"),
  BOARD(Feather.TRELLO, Phrase.NAV_BOARD, "Ctrl+4"),
  HISTORY(Feather.CLOCK, Phrase.NAV_HISTORY, "Ctrl+5"),
  PRICES(Feather.TAG, Phrase.NAV_PRICES, "Ctrl+6"),
  WORKFLOWS(Feather.GIT_MERGE, Phrase.NAV_WORKFLOWS, "Ctrl+7"),
  AUTOMATIONS(Feather.ZAP, Phrase.NAV_AUTOMATIONS, "Ctrl+8"),
  HEALTH(Feather.ACTIVITY, Phrase.NAV_HEALTH, "Ctrl+9"),
  SETTINGS(Feather.SETTINGS, Phrase.NAV_SETTINGS, "Ctrl+Comma");

  private final Feather picture;
  private final Phrase title;
  private final String keys;

  Screen(Feather picture, Phrase title, String keys) {
    this.picture = picture;
    this.title = title;
    this.keys = keys;
  }

  Feather picture() {
    return picture;
  }

  Phrase title() {
    return title;
  }

  String keys() {
    return keys;
  }
}
