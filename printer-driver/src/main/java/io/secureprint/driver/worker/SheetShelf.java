// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.SheetPlan;

import org.apache.pdfbox.io.RandomAccessReadWriteBuffer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;

/// The sheets that were made ahead, of one plan at most, until they are asked for. For one thread.
final class SheetShelf {
  /// Bytes; what is larger is made anew, since memory is for the next document too.
  private static final long MOST = 16L << 20;

  private @Nullable SheetPlan plan;
  private @Nullable RandomAccessReadWriteBuffer pdf;

  void put(SheetPlan of, RandomAccessReadWriteBuffer sheets) throws IOException {
    clear();
    if (sheets.length() > MOST) {
      sheets.close();
      return;
    }
    plan = of;
    pdf = sheets;
  }

  /// Those of exactly this plan, which whoever takes them closes; others are thrown away.
  Optional<RandomAccessReadWriteBuffer> take(SheetPlan wanted) throws IOException {
    RandomAccessReadWriteBuffer kept = pdf;
    if (kept == null || !wanted.equals(plan)) {
      clear();
      return Optional.empty();
    }
    plan = null;
    pdf = null;
    return Optional.of(kept);
  }

  void clear() throws IOException {
    if (pdf != null) {
      pdf.close();
    }
    plan = null;
    pdf = null;
  }
}
