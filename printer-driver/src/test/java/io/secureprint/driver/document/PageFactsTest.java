// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.driver.api.DocumentKind;
import io.secureprint.driver.api.PageFacts;
import io.secureprint.driver.testdocument.Opened;
import io.secureprint.driver.testdocument.TestJpeg;
import io.secureprint.driver.testdocument.TestPdf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;

final class PageFactsTest {
  @ParameterizedTest
  @CsvSource({"0, 300, 500", "90, 500, 300", "180, 300, 500", "270, 500, 300", "-90, 500, 300"})
  void aPageIsMeasuredAsItIsSeen(int rotation, double width, double height) throws IOException {
    try (SafeDocument document = Opened.document(TestPdf.sized(300, 500, rotation))) {
      assertThat(document.facts().pages()).containsExactly(new PageFacts(width, height, false));
    }
  }

  @Test
  void onlyPagesThatShowColourAreColoured() throws IOException {
    try (SafeDocument document = Opened.document(TestPdf.coloured(4, 2, 4))) {
      assertThat(document.facts().pages())
          .extracting(PageFacts::colour)
          .containsExactly(false, true, false, true);
    }
  }

  @Test
  void aPhotoIsOnePage() throws IOException {
    try (SafeDocument document = Opened.document(TestJpeg.jpeg(400, 300))) {
      assertThat(document.facts().kind()).isEqualTo(DocumentKind.JPEG);
      PageFacts page = document.facts().pages().getFirst();
      assertThat(page.colour()).isTrue();
      assertThat(page.widthPt() / page.heightPt()).isBetween(1.333, 1.334);
    }
  }

  @Test
  void aGreyPhotoHasNoColour() throws IOException {
    try (SafeDocument document = Opened.document(TestJpeg.grey(600, 800))) {
      assertThat(document.facts().pages().getFirst().colour()).isFalse();
    }
  }

  @Test
  void aLargePhotoIsThinnedOut() throws IOException {
    try (SafeDocument document = Opened.document(TestJpeg.jpeg(7_200, 5_100))) {
      PageFacts page = document.facts().pages().getFirst();
      assertThat(page.widthPt() / page.heightPt()).isBetween(1.41, 1.42);
    }
  }
}
