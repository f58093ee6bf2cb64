// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.journey.Stage;
import io.secureprint.app.SampleShop;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StageRingTest {
  @ParameterizedTest
  @CsvSource({
    "CHOOSING, 0, 0, 1, 0, 0, 0",
    "PAYING, 0, 0, 1, 1, 0, 0",
    "PRINTING, 0, 0, 1, 1, 1, 0",
    "PRINTING, 3, 12, 1, 1, 0.25, 0",
    "PRINTING, 13, 12, 1, 1, 1, 0",
    "COLLECT, 12, 12, 1, 1, 1, 1",
    "ENDED, 12, 12, 1, 1, 1, 1"
  })
  void fillsAQuarterPerStageAndThePrintingOneByPages(
      Stage stage, int done, int total, double a, double b, double c, double d) {
    double[] quarters = {a, b, c, d};
    for (int quarter = 0; quarter < quarters.length; quarter++) {
      assertThat(
              StageRing.share(SampleShop.tile(0, stage, done, total, false, null), quarter))
          .isEqualTo(quarters[quarter]);
    }
  }
}
