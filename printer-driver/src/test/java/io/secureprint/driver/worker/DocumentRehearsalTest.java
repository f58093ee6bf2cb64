// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

final class DocumentRehearsalTest {
  @Test
  void ourOwnSheetGoesAllTheWay() {
    assertThatCode(DocumentRehearsal::play).doesNotThrowAnyException();
  }
}
