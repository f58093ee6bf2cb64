// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.api.PrintOptions;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.document.SafeDocument;

import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/// Plans and composes sheets of one open document, file 1.
final class Planned {
  private Planned() {}

  static SheetPlan plan(PrintOptions options, SafeDocument document) {
    return switch (SheetPlanner.plan(options, Map.of(1, document.facts()))) {
      case PlanOutcome.Planned(SheetPlan plan) -> plan;
      case PlanOutcome.Refused(DocumentRefusal why) -> throw new AssertionError(why);
    };
  }

  static byte[] sheets(SheetPlan plan, SafeDocument document) throws IOException {
    try (PDDocument composed = new SheetComposer(Map.of(1, document), () -> {}).compose(plan)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      composed.save(out, CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    }
  }
}
