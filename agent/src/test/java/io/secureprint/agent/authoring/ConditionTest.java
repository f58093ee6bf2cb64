// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.authoring.Condition.Part;
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.JsonObject;

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
  @ValueSource(strings = {"", "a", "a == 1 || b == 2", "size(a) > 1", "a == 'it\\'s'"})
  void whatCannotBePutTogetherIsLeftToTheHand(String cel) {
    assertThat(Condition.read(cel)).isEmpty();
  }

  @Test
  void nothingTypedGetsOutOfItsQuotes() {
    Part part = new Part("a.b", Condition.Test.IS, "' || true || '");
    assertThat(Condition.of(part).cel()).isEqualTo("a.b == ' || true || '");
    assertThat(new Part("a.b", Condition.Test.AT_LEAST, "ten").value()).isEqualTo("0");
  }
}
