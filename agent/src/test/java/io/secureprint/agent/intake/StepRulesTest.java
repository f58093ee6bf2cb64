// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.secureprint.agent.kernel.form.FieldType;
import io.secureprint.agent.kernel.form.StepError;
import io.secureprint.agent.kernel.form.StepFault;
import io.secureprint.agent.kernel.form.StepField;
import io.secureprint.agent.kernel.form.StepOption;
import io.secureprint.agent.kernel.form.StepRules;
import io.secureprint.agent.kernel.form.StepText;
import io.secureprint.agent.kernel.form.StepValues;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the shop's PC takes for an answer, and what it takes for a step at all.
class StepRulesTest {
  private static final StepText TEXT = new StepText("Text", null);

  @Test
  void thePageIsHeldToTheSameRulesAndWords() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/vectors/" + StepVectors.NAME)) {
      assertThat(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8))
          .isEqualTo(StepVectors.text());
    }
  }

  @Test
  void anAnswerToNoFieldIsRefused() {
    assertThat(says(FieldType.TEXT, "x")).isEmpty();
    assertThat(StepRules.check(List.of(), new StepValues(Map.of("price", 0))))
        .containsExactly(new StepError("price", StepFault.NOT_ASKED.says()));
  }

  @ParameterizedTest
  @EnumSource(FieldType.class)
  void anAnswerOfAnotherTypeIsRefused(FieldType type) {
    List<Object> answers = List.of("", "x", 1, 0.5, true, false, List.of(), List.of("mon"));
    long taken = answers.stream().filter(answer -> says(type, answer).isEmpty()).count();
    long fitting =
        switch (type) {
          case TEXT, MULTILINE, NUMBER, YESNO, SEVERAL -> 2;
          case PHONE, EMAIL, DATE, CHOICE -> 1;
        };
    assertThat(taken).isEqualTo(fitting);
  }

  @Test
  void whatIsNotListedIsRefused() {
    assertThat(says(FieldType.CHOICE, "sun")).isEqualTo(StepFault.NOT_LISTED.says().en());
    assertThat(says(FieldType.SEVERAL, List.of("mon", "sun"))).isNotEmpty();
    assertThat(says(FieldType.SEVERAL, List.of("mon", "mon"))).isNotEmpty();
  }

  @Test
  void aPatternOfLoopsInLoopsDoesNotHoldUpTheShop() {
    StepField slow = StepVectors.field(FieldType.TEXT).pattern("(a+)+b|(x*x*)*y", null).build();
    for (String evil : List.of("a".repeat(60), "x".repeat(200))) {
      long before = System.nanoTime();
      assertThat(StepRules.check(List.of(slow), new StepValues(Map.of("f", evil)))).hasSize(1);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void aFullFormOfMoreThanTheWireTakesIsRefused() {
    List<StepOption> villages =
        IntStream.range(0, 100)
            .mapToObj(i -> new StepOption("v" + i, new StepText("Village " + i, "गाँव " + i)))
            .toList();
    assertThat(ControlCodec.AGENT.encode(form(villages, 10)).length)
        .isLessThan(ControlRecords.MOST_FROM_AGENT * (ControlRecords.RECORD_BYTES - 1));
    List<StepOption> endless =
        IntStream.range(0, 100)
            .mapToObj(i -> new StepOption("v" + i, new StepText("\"".repeat(190) + i, null)))
            .toList();
    assertThatIllegalArgumentException().isThrownBy(() -> form(endless, 4));
    assertThat(ControlCodec.AGENT.encode(form(endless, 2))).hasSizeGreaterThan(70_000);
  }

  @Test
  void whatATemplateMadeOfAnythingIsCleanedAndCut() {
    assertThat(StepText.cleaned("a\u0000b\ud800c\n", " ")).isEqualTo(new StepText("abc\n", null));
    String overlong = "x".repeat(1_998) + "😀".repeat(4);
    assertThat(StepText.cleaned(overlong, "आम").en()).isEqualTo("x".repeat(1_998) + "…");
    assertThat(StepText.cleaned("", "")).isEqualTo(new StepText("", null));
  }

  @Test
  void boundsThatATypeHasNoUseForMakeNoDifference() {
    StepField yes = StepVectors.field(FieldType.YESNO).lengths(3, 2_000).build();
    assertThat(StepRules.check(List.of(yes), new StepValues(Map.of("f", true)))).isEmpty();
    StepField phone = StepVectors.field(FieldType.PHONE).lengths(0, 2_000).build();
    assertThat(StepRules.check(List.of(phone), new StepValues(Map.of("f", "9".repeat(17)))))
        .containsExactly(new StepError("f", StepFault.TOO_LONG.says("16")));
  }

  @Test
  void whatIsNoFieldIsRefusedWhenItIsMade() {
    List<Runnable> none = new ArrayList<>();
    for (String key : List.of("", "__proto__", "a b", "9", "x".repeat(65))) {
      none.add(() -> StepField.plain(key, FieldType.TEXT, TEXT, true));
    }
    none.add(() -> StepVectors.field(FieldType.NUMBER).bounds("2", "1"));
    none.add(() -> StepVectors.field(FieldType.NUMBER).bounds("1e300", null));
    none.add(() -> StepVectors.field(FieldType.TEXT).lengths(5, 3));
    none.add(() -> StepVectors.field(FieldType.TEXT).lengths(1, 2_001));
    none.add(() -> StepVectors.field(FieldType.TEXT).pattern("(", null));
    none.add(() -> StepField.plain("c", FieldType.CHOICE, TEXT, true));
    none.add(() -> form(List.of(new StepOption("a", TEXT), new StepOption("a", TEXT)), 1));
    none.add(() -> new StepText("x".repeat(2_001), null));
    none.add(() -> new StepText("\u0000", null));
    none.add(() -> new AgentMessage.Step("s", StepKind.NONE, TEXT, null, null, null, List.of(), null, 0, 0, null));
    none.add(() -> new AgentMessage.Step("s", StepKind.FORM, TEXT, null, null, null, List.of(), null, 0, 0, null));
    none.forEach(each -> assertThatIllegalArgumentException().isThrownBy(each::run));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e300})
  void numbersBeyondCountingAreNoAnswers(double number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StepValues(Map.of("f", number)));
  }

  @Test
  void answersOfManyKindsAndLengthsAreBounded() {
    for (Object value :
        List.of(
            "\ud800", "\u0000", "x".repeat(8_200), "\"".repeat(4_100), Map.of(), List.of(1),
            Collections.nCopies(101, "x"), BigDecimal.ONE, Long.MAX_VALUE)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new StepValues(Map.of("f", value)));
    }
    assertThat(new StepValues(Map.of("f", "x".repeat(8_100)))).hasToString("StepValues[1]");
  }

  private static AgentMessage.Step form(List<StepOption> options, int fields) {
    List<StepField> all =
        IntStream.range(0, fields)
            .mapToObj(
                i ->
                    new StepField(
                        "f" + i, FieldType.CHOICE, TEXT, null, true, null, null, null, null, null,
                        null, options, false))
            .toList();
    return new AgentMessage.Step("s", StepKind.FORM, TEXT, null, null, null, all, null, 1, 1, null);
  }

  private static String says(FieldType type, Object answer) {
    List<StepError> errors =
        StepRules.check(
            List.of(StepVectors.field(type).build()), new StepValues(Map.of("f", answer)));
    return errors.isEmpty() ? "" : errors.getFirst().message().en();
  }
}
