// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.authoring.Condition.Part;
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.JsonObject;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConditionTest {
  @ParameterizedTest
  @EnumSource
  void eachTestIsReadAsItWasWrittenAndIsACondition(Condition.Test test) {
    Condition one = Condition.of(new Part("a.b", test, test.isNumeric() ? "18" : "x y"));
    assertThat(Condition.read(one.cel())).contains(one);
    assertThat(new Cel().wrong(one.cel(), Set.of("a"))).isEmpty();
  }

  @Test
  void severalMustAllHold() {
    Condition both =
        Condition.of(
            new Part("student.isStudent", Condition.Test.IS_YES, ""),
            new Part("check.valid", Condition.Test.IS_YES, ""));
    assertThat(both.cel()).isEqualTo("student.isStudent == true && check.valid == true");
    assertThat(Condition.read(both.cel())).contains(both);
    JsonObject known = JsonObject.parse("{\"student\":{\"isStudent\":true},\"check\":{\"valid\":true}}");
    assertThat(new Cel().holds(both.cel(), known)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a == 1 || b == 2", "size(a) > 1", "a.b == ''", "a.b >= c.d", "a.b == 'x"})
  void whatCannotBePutTogetherIsLeftToTheHand(String cel) {
    assertThat(Condition.read(cel)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"O'Brien", "' || true || '", "A && B", "back\\slash", "it's \\' so"})
  void whateverIsTypedIsComparedAsItIs(String typed) {
    Condition one =
        Condition.of(
            new Part("a.b", Condition.Test.IS, typed), new Part("a.c", Condition.Test.HAS, typed));
    assertThat(Condition.read(one.cel())).contains(one);
    JsonObject same = JsonObject.of("a", Map.of("b", typed, "c", List.of("x", typed)));
    assertThat(new Cel().holds(one.cel(), same)).isTrue();
    JsonObject other = JsonObject.of("a", Map.of("b", "O", "c", List.of("x")));
    assertThat(new Cel().holds(one.cel(), other)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ten", "18 years", "", "a", "1 || true"})
  void whatIsNoNumberStaysAndIsNoCondition(String typed) {
    Condition one = Condition.of(new Part("a.b", Condition.Test.AT_LEAST, typed));
    assertThat(Condition.read(one.cel())).contains(one);
    assertThat(one.unfit()).map(Part::value).contains(typed);
    assertThat(new Cel().wrong(one.cel(), Set.of("a"))).isPresent();
    assertThat(new Part("a.b", Condition.Test.AT_LEAST, " १८ ").value()).isEqualTo("18");
  }
}
