// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

/// Everything that not everybody may do: who may at least, and whether being logged in is enough.
public enum Permission {
  LOOK(Role.AUDITOR, Asks.AT_LOGIN),
  /// Takes money up to the shop's limit, cancels, says that sheets are there.
  SERVE(Role.STAFF, Asks.AT_LOGIN),
  LEAVE_KIOSK(Role.STAFF, Asks.AGAIN),
  /// Takes a sum above the shop's limit on a person's word.
  TAKE_MUCH(Role.STAFF, Asks.EACH_TIME),
  /// Prints for money that is late, too much or too little.
  ACCEPT_ODD_SUM(Role.STAFF, Asks.EACH_TIME),
  /// Takes money on a person's word after many references in a row that were wrong.
  TAKE_DOUBTED(Role.OWNER, Asks.EACH_TIME),
  GIVE_BACK(Role.STAFF, Asks.EACH_TIME),
  /// Makes tasks on the board, moves them, gives them to somebody, writes under them.
  WORK_TASKS(Role.STAFF, Asks.AT_LOGIN),
  /// Writes action plans, puts their tasks on the board, archives them.
  MAKE_PLANS(Role.STAFF, Asks.AT_LOGIN),
  /// Sees and changes what the shop promises, and the hours that promises are counted by.
  SET_PROMISES(Role.OWNER, Asks.AGAIN),
  CHANGE_SETTINGS(Role.OWNER, Asks.AGAIN),
  /// Lets customers in again after data could not be erased.
  REOPEN(Role.OWNER, Asks.EACH_TIME),
  /// Lets a folder keep what customers print (decision 20).
  KEEP_COPIES(Role.OWNER, Asks.EACH_TIME),
  /// Says what the shop does by itself, and decides about what could not be brought.
  AUTOMATE(Role.OWNER, Asks.AGAIN),
  /// Presses the buttons that the owner has made, and says that an alert was seen.
  TEND_AUTOMATIONS(Role.STAFF, Asks.AT_LOGIN),
  /// Gives programs their keys, and takes them away.
  LET_PROGRAMS_IN(Role.OWNER, Asks.AGAIN);

  private final Role least;
  private final Asks asks;

  Permission(Role least, Asks asks) {
    this.least = least;
    this.asks = asks;
  }

  public Role least() {
    return least;
  }

  public Asks asks() {
    return asks;
  }

  /// When a PIN is asked for.
  public enum Asks {
    /// The one that was typed to log in is enough.
    AT_LOGIN,
    /// One that was typed within the last minutes is enough.
    AGAIN,
    /// For each single time.
    EACH_TIME
  }
}
