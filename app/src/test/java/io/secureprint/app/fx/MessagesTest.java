// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.SettingRefused;
import io.secureprint.agent.pricing.PriceFault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

final class MessagesTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

  @ParameterizedTest
  @ValueSource(strings = {"words", "codes"})
  void bothLanguagesHaveTheSameKeysAndSaySomething(String bundle) throws IOException {
    Properties english = properties(bundle + ".properties");
    Properties hindi = properties(bundle + "_hi.properties");

    assertThat(hindi.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
    assertThat(hindi.values()).noneMatch(text -> text.toString().isBlank());
  }

  @ParameterizedTest
  @EnumSource
  void everyPhraseUsesExactlyTheArgumentsItTakes(Phrase phrase) throws IOException {
    for (String bundle : List.of("words.properties", "words_hi.properties")) {
      String pattern = properties(bundle).getProperty(phrase.key());
      Set<String> used = new TreeSet<>();
      ARGUMENT.matcher(pattern).results().map(found -> found.group(1)).forEach(used::add);

      assertThat(used).as("%s in %s", phrase, bundle).hasSize(phrase.arguments());
      assertThat(new MessageFormat(pattern).getFormatsByArgumentIndex())
          .hasSize(phrase.arguments());
    }
  }

  @Test
  void noKeyIsLeftWithoutItsPhrase() throws IOException {
    Set<String> keys = properties("words.properties").stringPropertyNames();
    assertThat(keys.stream().filter(key -> !key.matches("(step|paper|event)\\..*")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Phrase.values()).map(Phrase::key).toList());
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedSettingIsToldInTheWordsOfTheLoader(SettingRefused.Why why) {
    assertThat(Messages.in(Language.ENGLISH).code(why.name()).what()).isEqualTo(why.words());
  }

  @ParameterizedTest
  @EnumSource
  void everyFaultOfAPriceListIsToldInWords(PriceFault fault) throws IOException {
    assertThat(properties("codes.properties")).containsKey(fault + ".what");
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownCodeGetsGeneralWordsAndStaysReadable(Language language) {
    Messages.CodeWords told = Messages.in(language).code("FROM_A_NEWER_AGENT");

    assertThat(told.code()).isEqualTo("FROM_A_NEWER_AGENT");
    assertThat(told.what()).isEqualTo(Messages.in(language).code("UNKNOWN").what());
  }

  @Test
  void aPrintersReasonIsToldWithoutItsSeverity() {
    Messages english = Messages.in(Language.ENGLISH);

    assertThat(english.code("media-empty-error").what())
        .isEqualTo(english.code("media-empty").what());
    assertThat(english.customerWords("media-empty-warning")).isPresent();
  }

  @Test
  void customersAreNotToldOfTheShopsOwnAffairs() {
    assertThat(Messages.in(Language.ENGLISH).customerWords("SANDBOX_MISSING")).isEmpty();
    assertThat(Messages.in(Language.ENGLISH).customerWords("toner-low-report")).isEmpty();
  }

  @Test
  void aWrongNumberOfArgumentsIsRefused() {
    assertThatThrownBy(() -> Messages.in(Language.ENGLISH).text(Phrase.KIOSK_PAGE, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("KIOSK_PAGE takes 2 arguments");
  }

  @Test
  void oneCustomerIsNotSeveral() {
    Messages english = Messages.in(Language.ENGLISH);

    assertThat(english.text(Phrase.CLOSE_SHOP_WORDS, 1)).startsWith("One customer is being");
    assertThat(english.text(Phrase.CLOSE_SHOP_WORDS, 3)).startsWith("3 customers are being");
  }

  private static Properties properties(String file) throws IOException {
    Properties read = new Properties();
    try (Reader text =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream("/io/secureprint/app/" + file),
            StandardCharsets.UTF_8)) {
      read.load(text);
    }
    return read;
  }
}
