// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.driver.api.Paper;
import io.secureprint.driver.testdocument.Drawn;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

final class TestSheetTest {
  /// Ten pixels a millimetre.
  private static final double PX_PER_PT = 254.0 / 72;

  @Test
  void itNamesThePrinterAndTheDateInLettersThatItHas() throws IOException {
    byte[] pdf = pdf(Paper.A4, "Shop Laser 打", "21 Nov 2026, 10:15");
    assertThat(Drawn.text(pdf)).contains("Shop Laser ?", "21 Nov 2026, 10:15");
  }

  @ParameterizedTest
  @EnumSource
  void theFrameIsFiveMillimetresFromEachEdgeOfEachPaper(Paper paper) throws IOException {
    double width = paper.widthPt() * 25.4 / 72;
    double height = paper.heightPt() * 25.4 / 72;
    Drawn drawn = drawn(pdf(paper, "x", "y"), paper);
    assertThat(darkAt(drawn, 5 / width, 0.5)).isTrue();
    assertThat(darkAt(drawn, 1 - 5 / width, 0.5)).isTrue();
    assertThat(darkAt(drawn, 0.2, 5 / height)).isTrue();
    assertThat(darkAt(drawn, 0.2, 1 - 5 / height)).isTrue();
    assertThat(drawn.at(2 / width, 0.5)).isEqualTo(Color.WHITE);
  }

  @Test
  void theRulersAreTrueAndTheColoursAreThere() throws IOException {
    Drawn drawn = drawn(pdf(Paper.A4, "x", "y"), Paper.A4);
    assertThat(darkAt(drawn, 115 / 210.0, 96 / 297.0)).isTrue();
    assertThat(darkAt(drawn, 111 / 210.0, 96 / 297.0)).isFalse();
    assertThat(darkAt(drawn, 191 / 210.0, 200 / 297.0)).isTrue();
    assertThat(drawn.at(30 / 210.0, 150 / 297.0)).isEqualTo(Color.CYAN);
    assertThat(drawn.at(90 / 210.0, 150 / 297.0)).isEqualTo(Color.RED);
  }

  /// A line is thinner than a pixel.
  private static boolean darkAt(Drawn drawn, double x, double y) {
    for (int dx = -2; dx <= 2; dx++) {
      for (int dy = -2; dy <= 2; dy++) {
        if (drawn.at(x + dx / 2_100.0, y + dy / 2_970.0).getRed() < 160) {
          return true;
        }
      }
    }
    return false;
  }

  private static Drawn drawn(byte[] pdf, Paper paper) throws IOException {
    return Drawn.byPoppler(
        pdf, 0, (int) (paper.widthPt() * PX_PER_PT), (int) (paper.heightPt() * PX_PER_PT));
  }

  private static byte[] pdf(Paper paper, String printer, String date) throws IOException {
    try (PDDocument sheet = TestSheet.draw(paper, printer, date)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      sheet.save(out);
      return out.toByteArray();
    }
  }
}
