// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.api.PlacedPage;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.SheetSide;
import io.secureprint.driver.document.PageLook;
import io.secureprint.driver.document.SafeDocument;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Tells before anybody pays whether pages can be turned into greys, in the time that one command may
/// take.
public final class GreyWork {
  /// Pixels of photos: 40 seconds on a PC of 2024, a third of what a command may take. It is 340 A4
  /// pages scanned in colour at 300 dpi.
  private static final long MOST = 3_000_000_000L;

  private static final int RGB = 3;

  private GreyWork() {}

  /// Every file that the plan names must be open.
  public static boolean possible(SheetPlan plan, Map<Integer, SafeDocument> documents) {
    Set<PlacedPage> pages = new HashSet<>();
    Map<COSStream, Integer> images = new HashMap<>();
    for (SheetSide side : plan.oneCopy()) {
      for (PlacedPage page : side.pages()) {
        if (pages.add(page)) {
          PageLook look = look(page, documents);
          if (look.undrawnColour()) {
            return false;
          }
          images.putAll(look.colourImages());
        }
      }
    }
    return images.entrySet().stream()
            .mapToLong(image -> work(image.getKey(), image.getValue()))
            .sum()
        <= MOST;
  }

  private static PageLook look(PlacedPage page, Map<Integer, SafeDocument> documents) {
    SafeDocument document = Objects.requireNonNull(documents.get(page.file()), "file not open");
    return document.looks().get(page.page() - 1);
  }

  /// As measured: what is no photo takes five times as long. Inks are given three times that, since some
  /// of them are computed for each pixel.
  private static long work(COSStream image, int components) {
    long pixels = image.getLong(COSName.WIDTH) * image.getLong(COSName.HEIGHT);
    if (components > RGB) {
      return 15 * pixels;
    }
    return ImageFilters.photo(image) ? pixels : 5 * pixels;
  }
}
