// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import java.util.List;

/// The figures of a price list: four for each row of a paper, and some for the paper or the whole
/// list.
public enum Figure {
  /// From how many sides on the row counts; the first row of a paper has none.
  FROM,
  MONO_ONE,
  MONO_TWO,
  COLOUR_ONE,
  COLOUR_TWO,
  SHEET,
  MINIMUM,
  PERCENT,
  NAME;

  /// The prices of one printed side.
  public static final List<Figure> SIDES = List.of(MONO_ONE, MONO_TWO, COLOUR_ONE, COLOUR_TWO);
}
