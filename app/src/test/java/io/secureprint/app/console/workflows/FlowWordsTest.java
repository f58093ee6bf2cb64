// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.authoring.Condition;
import io.secureprint.agent.authoring.Fault;
import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Messages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

final class FlowWordsTest {
  private static final FlowWords ENGLISH = FlowWords.of(Messages.in(Language.ENGLISH));
  private static final FlowWords HINDI = FlowWords.of(Messages.in(Language.HINDI));

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(HINDI.bundle().keySet()).isEqualTo(ENGLISH.bundle().keySet());
    assertThat(ENGLISH.bundle().keySet().stream().filter(key -> !key.matches(".*\\.[A-Z_]+|[a-zA-Z]+\\.[a-z]+[A-Za-z]*")))
        .allMatch(key -> Arrays.stream(Say.values()).anyMatch(say -> say.key().equals(key)));
  }

  @ParameterizedTest
  @EnumSource
  void everyThingIsSaidWithTheArgumentsItTakes(Say say) {
    Object[] arguments = new Object[say.arguments()];
    Arrays.setAll(arguments, at -> at + 1);
    for (FlowWords words : List.of(ENGLISH, HINDI)) {
      assertThat(words.text(say, arguments)).isNotEmpty().doesNotContain("{0}", "{1}", "'{'");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfStepHasAPictureANameAndWhatItDoes(StepKind kind) {
    assertThat(HINDI.named("kind", kind.name())).isNotEqualTo(kind.name());
    assertThat(HINDI.named("does", kind.name())).isNotEqualTo(kind.name());
    assertThat(kind.picture()).isNotNull();
  }

  @Test
  void timesAreToldInTheSecondsInWhichTheyAreTyped() {
    JsonPath timeout = JsonPath.of("steps[0].timeoutMs");
    Fault fault = new Fault(timeout, "OUT_OF_RANGE", List.of("100", "120000"), false);
    assertThat(ENGLISH.fault(fault)).contains("0.1", "120.");
  }

  @Test
  void whateverIsWrongIsToldInWords() {
    for (String kind : Fault.kinds()) {
      Fault fault = new Fault(JsonPath.ROOT, kind, List.of("student.x", "2"), false);
      assertThat(ENGLISH.fault(fault)).isNotEmpty().doesNotContain("'");
      assertThat(HINDI.fault(fault)).isNotEmpty().doesNotContain("'");
    }
    for (Condition.Test test : Condition.Test.values()) {
      assertThat(HINDI.named("test", test.name())).isNotEqualTo(test.name());
    }
    for (String type : FieldCard.TYPES) {
      assertThat(new TreeSet<>(HINDI.bundle().keySet())).contains("type." + type);
    }
  }
}
