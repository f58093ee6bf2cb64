// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cel.runtime.CelEvaluationException;

import io.secureprint.agent.automation.Expressions.Spot;
import io.secureprint.agent.automation.Expressions.Wrong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

final class TemplateTest {
  private static final Expressions EXPRESSIONS =
      new Expressions(
          Scope.of(new Trigger.OnEvent(List.of("TaskStateChanged")), EventTypes.ofTheShop()));

  private static final Map<String, Object> VALUES =
      Map.of(
          "payload", Map.of("area", "binding", "to", "two\nlines"),
          "event", Map.of("seq", 7L));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain | plain",
        "${payload.area} | binding",
        "in ${payload.area}, no. ${event.seq + 1}! | in binding, no. 8!",
        "${payload.area == 'x' ? '}' : \"{\"} | {",
        "a $${payload.area} b | a ${payload.area} b",
        "${payload.to} | two lines",
        "`${payload.to + '\\n'} `| two lines",
        "100 $ {x} | 100 $ {x}"
      })
  void whatStandsInBracesIsFilledIn(String text, String expected) throws Exception {
    assertThat(Template.of(text, EXPRESSIONS).fill(VALUES)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "for ${payload.nope} | 14 | undefined field 'nope'",
        "for ${customer} | 7 | undeclared reference",
        "for ${payload.area | 5 | no end",
        "${} | 3 | mismatched input",
        "${payload} | 3 | only texts"
      })
  void anUnknownPathIsRefusedWhereItStands(String text, int column, String words) {
    Spot spot =
        catchThrowableOfType(Wrong.class, () -> Template.of(text, EXPRESSIONS)).spots().getFirst();
    assertThat(spot.words()).contains(words);
    assertThat(spot.column()).isEqualTo(column);
  }

  @Test
  void whatIsTooLongIsCutAndWhatIsMissingIsTold() throws Exception {
    Template template = Template.of("${payload.area}", EXPRESSIONS);
    assertThat(template.fill(Map.of("payload", Map.of("area", "x".repeat(5_000)))))
        .hasSize(Template.LONGEST);
    assertThat(template.fill(Map.of("payload", Map.of("area", "x" + "😀".repeat(3_000)))))
        .hasSize(Template.LONGEST - 1)
        .endsWith("😀");
    assertThatThrownBy(() -> template.fill(Map.of("payload", Map.of())))
        .isInstanceOf(CelEvaluationException.class);
  }
}
