// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.practice.Moment;
import io.secureprint.agent.practice.Person;
import io.secureprint.agent.practice.Phase;
import io.secureprint.agent.practice.Scene;
import io.secureprint.app.fx.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;

final class DemoWordsTest {
  @Test
  void bothLanguagesHaveTheSameKeysAndSaySomething() throws IOException {
    Properties english = properties("demo.properties");
    Properties hindi = properties("demo_hi.properties");
    assertThat(hindi.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
    assertThat(hindi.values())
        .noneMatch(text -> text.toString().isBlank())
        .noneMatch(english::containsValue);
  }

  @ParameterizedTest
  @EnumSource
  void everyMomentIsToldInBothLanguagesWithWhatIsToldOfIt(Moment moment) {
    Object[] with = new Object[moment.arguments()];
    Arrays.setAll(with, i -> 17);
    for (Language language : Language.values()) {
      if (moment != Moment.SCENE) {
        assertThat(new DemoWords(language).of(moment, with)).isNotBlank().doesNotContain("{");
      }
    }
  }

  @Test
  void everySceneEveryPersonAndEveryPhaseHasAName() {
    for (Language language : Language.values()) {
      DemoWords words = new DemoWords(language);
      assertThat(Scene.values()).extracting(words::title).doesNotHaveDuplicates();
      assertThat(Person.values()).extracting(words::name).doesNotHaveDuplicates();
      assertThat(Phase.values())
          .extracting(phase -> words.text("stage." + phase.code()))
          .doesNotHaveDuplicates();
    }
  }

  private static Properties properties(String file) throws IOException {
    Properties read = new Properties();
    try (Reader text =
        new InputStreamReader(
            DemoWordsTest.class.getResourceAsStream("/io/secureprint/app/" + file),
            StandardCharsets.UTF_8)) {
      read.load(text);
    }
    return read;
  }
}
