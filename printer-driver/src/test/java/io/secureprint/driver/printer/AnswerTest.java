// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AnswerTest {
  @Test
  void whatIsMadeOfAValueIsAnAnswerAndOfNoneItStaysTheSameRefusalOrSilence() {
    assertThat(new Answer.Got<>("12").map(Integer::valueOf)).isEqualTo(new Answer.Got<>(12));
    assertThat(new Answer.Refused<String>("NO", 7).map(Integer::valueOf))
        .isEqualTo(new Answer.Refused<Integer>("NO", 7));
    assertThat(new Answer.Silent<String>("off").map(Integer::valueOf))
        .isEqualTo(new Answer.Silent<Integer>("off"));
  }

  @Test
  void theNextQuestionIsAskedOnlyOfAValue() {
    assertThat(new Answer.Got<>("12").flatMap(_ -> new Answer.Silent<>("later")))
        .isEqualTo(new Answer.Silent<>("later"));
    assertThat(new Answer.Refused<String>("NO", 7).flatMap(_ -> new Answer.Got<>(1)))
        .isEqualTo(new Answer.Refused<Integer>("NO", 7));
  }
}
