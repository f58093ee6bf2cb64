// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

/// What can happen in a demonstration, with the number of things that are told of it.
public enum Moment {
  /// The address of the phones' page.
  SHOP_OPENS(1),
  PRINTS_BY_IPP(0),
  PRINTS_TO_FOLDER(0),
  /// Why there is no IPP printer.
  NO_IPP_PRINTER(1),
  /// The scene.
  SCENE(1),
  /// Easy name in English and in Hindi, check code.
  SCANS(3),
  /// Number of files, kilobytes.
  UPLOADS(2),
  /// Sheets, printed sides, price.
  SEES_PRICE(3),
  /// The amount.
  GETS_UPI_QR(1),
  BANK_REFUSES(1),
  PAYS(1),
  IS_PAID(0),
  /// The printer's reason.
  PAPER_IS_OUT(1),
  PAPER_IS_BACK(0),
  /// Sides.
  HAS_SHEETS(1),
  HAS_NO_SHEETS(0),
  LEAVES(0),
  /// Seconds.
  STAYS_AWAY(1),
  DATA_DESTROYED(0),
  SKIPPED(0),
  /// Why.
  OFF_SCRIPT(1);

  private final int arguments;

  Moment(int arguments) {
    this.arguments = arguments;
  }

  public int arguments() {
    return arguments;
  }
}
