// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.driver.testdocument.Drawn;
import io.secureprint.driver.testdocument.Opened;
import io.secureprint.driver.testdocument.TestJpeg;

import org.apache.pdfbox.rendering.ImageType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.Color;
import java.io.IOException;

/// The stored photo is red, green / blue, yellow; the Exif orientation says how it is seen.
final class PhotoOrientationTest {
  @ParameterizedTest
  @CsvSource({
    "1, RGBY", "2, GRYB", "3, YBGR", "4, BYRG", "5, RBGY", "6, BRYG", "7, YGBR", "8, GYRB",
    "0, RGBY", "9, RGBY"
  })
  void aPhotoIsSeenTheRightWayUp(int orientation, String corners) throws IOException {
    byte[] photo = TestJpeg.oriented(160, 80, orientation, "");
    try (SafeDocument document = Opened.document(photo)) {
      Drawn drawn =
          new Drawn(new BoundedRenderer(document.pdf()).renderImage(0, 0.5f, ImageType.RGB));
      String seen =
          name(drawn.at(0.2, 0.2))
              + name(drawn.at(0.8, 0.2))
              + name(drawn.at(0.2, 0.8))
              + name(drawn.at(0.8, 0.8));
      assertThat(seen).isEqualTo(corners);
      boolean upright = orientation >= 5 && orientation <= 8;
      assertThat(drawn.image().getHeight() > drawn.image().getWidth()).isEqualTo(upright);
    }
  }

  private static String name(Color colour) {
    boolean red = colour.getRed() > 128;
    boolean green = colour.getGreen() > 128;
    return red ? green ? "Y" : "R" : green ? "G" : "B";
  }
}
