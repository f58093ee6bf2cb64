// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.driver.api.Sides;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a practice customer wants on paper: documents, and the sheets and the price that they must
/// make; no price where any will do. `answers` is what they say to the owner's steps.
record Errand(
    List<byte[]> documents, Sides sides, int sheets, @Nullable Paise price, StepScript answers) {
  /// The price of one colour page on two sides at which the large job comes to what it came to when
  /// it was first shown.
  static final Paise COLOUR_TWO = new Paise(450);

  Errand {
    documents = List.copyOf(documents);
  }

  Errand(List<byte[]> documents, Sides sides, int sheets, @Nullable Paise price) {
    this(documents, sides, sheets, price, StepScript.NONE);
  }

  /// Black text on one side of each sheet.
  static Errand text(int pages) {
    return new Errand(List.of(PracticePdf.text(pages)), Sides.ONE, pages, null);
  }

  /// 2 files, 3.5 MB together, 190 colour pages on both sides of 95 sheets, ₹855.00.
  static Errand large(Ids ids) {
    return new Errand(
        List.of(
            PracticePdf.pictures(120, 2_250_000, ids), PracticePdf.pictures(70, 1_250_000, ids)),
        Sides.TWO_LONG_EDGE,
        95,
        new Paise(85_500));
  }

  long bytes() {
    return documents.stream().mapToLong(document -> document.length).sum();
  }
}
