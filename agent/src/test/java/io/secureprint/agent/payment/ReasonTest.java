// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReasonTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two\nlines", "a\ttab", "two\u2028lines"})
  void whatIsNotOneLineIsNoReason(String typed) {
    assertThat(Reason.parse(typed)).isEmpty();
  }

  @Test
  void aReasonHas80CharactersAtMost() {
    assertThat(Reason.parse("🖨".repeat(80))).isPresent();
    assertThat(Reason.parse("x".repeat(81))).isEmpty();
    assertThat(Reason.parse("  Rest in cash  ")).contains(new Reason("Rest in cash"));
  }
}
