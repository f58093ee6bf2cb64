// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.secureprint.driver.api.FileSelection;
import io.secureprint.driver.api.Fit;
import io.secureprint.driver.api.Layout;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.PrintOptions;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.document.SafeDocument;
import io.secureprint.driver.testdocument.ColourZoo;
import io.secureprint.driver.testdocument.Drawn;
import io.secureprint.driver.testdocument.Opened;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Decision 22, seen by a renderer that shares no code with what made the sheets.
final class GreyscaleTest {
  private static final int WIDTH = 298;
  private static final int HEIGHT = 421;

  /// Of 255: each renderer turns inks into light in its own way.
  private static final double MOST_DIFFERENCE = 3;

  private static final Layout GREY = new Layout(false, 1, Fit.FIT);

  @ParameterizedTest
  @MethodSource("rewritten")
  void everyPixelIsGreyAndTextStaysText(String name) throws IOException {
    byte[] sheets = grey(ColourZoo.rewritten(), name);
    assertThat(Drawn.text(sheets)).contains("zoo");
  }

  @ParameterizedTest
  @MethodSource("pictured")
  void whatCannotBeRewrittenSafelyBecomesAPictureOfGreys(String name) throws IOException {
    byte[] sheets = grey(ColourZoo.pictured(), name);
    assertThat(Drawn.text(sheets)).doesNotContain("zoo");
  }

  static Set<String> rewritten() {
    return ColourZoo.rewritten().keySet();
  }

  static Set<String> pictured() {
    return ColourZoo.pictured().keySet();
  }

  /// The sheet of greys, which looks as the one in colour does to who sees no colours, on paper and in
  /// the preview.
  private static byte[] grey(Map<String, byte[]> zoo, String name) throws IOException {
    assumeThat(Drawn.POPPLER).isExecutable();
    try (SafeDocument document = Opened.document(Objects.requireNonNull(zoo.get(name)))) {
      byte[] grey = sheets(document, GREY);
      byte[] colour = sheets(document, Layout.PLAIN);
      Drawn printed = Drawn.byPoppler(grey, 0, WIDTH, HEIGHT);
      assertThat(printed.colouredPixels()).isZero();
      assertThat(printed.distance(Drawn.byPoppler(colour, 0, WIDTH, HEIGHT).brightness()))
          .isLessThan(MOST_DIFFERENCE);
      Drawn preview = Drawn.page(grey, 0, WIDTH);
      assertThat(preview.colouredPixels()).isZero();
      assertThat(preview.distance(Drawn.page(colour, 0, WIDTH).brightness()))
          .isLessThan(MOST_DIFFERENCE);
      return grey;
    }
  }

  private static byte[] sheets(SafeDocument document, Layout layout) throws IOException {
    PrintOptions all =
        new PrintOptions(
            List.of(new FileSelection(1, List.of())), 1, Sides.ONE, Paper.A4, layout);
    return Planned.sheets(Planned.plan(all, document), document);
  }
}
