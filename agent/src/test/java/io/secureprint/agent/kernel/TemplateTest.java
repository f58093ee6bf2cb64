// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateTest {
  private static final JsonObject DATA =
      JsonObject.parse(
          """
          {"t":{"amount":5000,"price":12.50,"to":"John Doe","files":["a","b"],"ok":true},"x":null}
          """);

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Send ${t.amount} to ${t.to}? | Send 5000 to John Doe?",
    "${t.price} | 12.5",
    "${ t.ok } | true",
    "${t.files.1}${t.files.2} | b",
    "${t.files} | a, b",
    "cost: $5 $${t.amount} | cost: $5 ${t.amount}",
    "none | none",
    "-${x}-${t.nobody.knows}- | ---",
  })
  void pathsAreReplacedByWhatIsThere(String text, String rendered) {
    assertThat(Template.of(text).in(DATA)).isEqualTo(rendered);
  }

  @Test
  void whatItWantsToKnowIsToldInOrder() {
    assertThat(Template.of("${b.c} $${no} ${a}").paths())
        .containsExactly(DataPath.of("b.c"), DataPath.of("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${", "a ${b", "${}", "${a..b}", "${a b}", "${a.}", "${a['b']}", "${1+1}"})
  void whatIsNoPathIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Template.of(text));
  }

  @Test
  void objectsMergeDeeplyAndListsAreReplaced() {
    JsonObject mine = JsonObject.parse("{\"a\":{\"b\":1,\"c\":[1,2]},\"d\":1}");
    JsonObject more = JsonObject.parse("{\"a\":{\"c\":[3],\"e\":2},\"f\":{}}");
    assertThat(mine.merged(more))
        .isEqualTo(JsonObject.parse("{\"a\":{\"b\":1,\"c\":[3],\"e\":2},\"d\":1,\"f\":{}}"));
  }

  @Test
  void whatIsTooDeepIsRefused() {
    String deep = "{\"a\":".repeat(JsonObject.DEEPEST + 1) + "1" + "}".repeat(JsonObject.DEEPEST + 1);
    assertThatIllegalArgumentException().isThrownBy(() -> JsonObject.parse(deep));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "null", "{\"a\":1", "{\"a\":1} {}", "{\"a\":1,\"a\":2}"})
  void whatIsNoObjectIsRefusedWithItsPlace(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonObject.parse(text))
        .withMessageContaining("JSON object");
  }
}
