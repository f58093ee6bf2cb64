// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.secureprint.agent.automation.Expressions.Spot;
import io.secureprint.agent.automation.Expressions.Wrong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class ConditionTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Expressions TASK = expressions(new Trigger.OnEvent(List.of("SlaBreached")));
  private static final Expressions HOOK = expressions(new Trigger.OnWebhook("orders"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "payload.nope == 'x'           | 1:8 | undefined field 'nope'",
        "payload.task_type == 3        | 1:19 | no matching overload",
        "payload.task_type ==          | 1: | mismatched input",
        "plan.id == 'x'                | 1:1 | undeclared reference to 'plan'",
        "task.size == 1                | 1:5 | undefined field 'size'",
        "payload.task_type             | 1:1 | a condition is true or false",
        "payload.task_type.matches('(a') | 1:27 | not a pattern"
      })
  void whatIsWrongIsToldWithItsPlace(String text, String place, String words) {
    List<Spot> spots = spots(text);
    Spot spot = spots.getFirst();
    assertThat(spot.line() + ":" + spot.column()).startsWith(place);
    assertThat(spot.words()).contains(words);
  }

  @Test
  void placesCountLines() {
    Spot spot = spots("payload.task_type == 'a' &&\n  payload.nope").getFirst();
    assertThat(spot.line()).isEqualTo(2);
    assertThat(spot.column()).isEqualTo(10);
    assertThat(spots("payload.nope || task.nope")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "payload.task_type == 'intake' && task.state == 'done'"
            + " ; task.state == \"done\" (task.state = \"blocked\")",
        "payload.target_seconds > 7200 || task.priority == 'low'"
            + " ; payload.target_seconds > 7200 || task.priority == \"low\""
            + " (payload.target_seconds = 3600, task.priority = \"high\")",
        "now > event.at && now.getHours('Asia/Kolkata') < 9"
            + " ; now.getHours(\"Asia/Kolkata\") < 9 (now = 2026-11-21T10:00:00Z)",
        "!(task.priority in ['high', 'urgent'])"
            + " ; !(task.priority in [\"high\", \"urgent\"]) (task.priority = \"high\")",
        "false ; false"
      })
  void itSaysWhichPartWasFalseAndWhatItSaw(String text, String detail) throws Wrong {
    Why why = Condition.of(text, TASK, false).ask(values());
    assertThat(why.code()).isEqualTo(Why.Code.CONDITION_FALSE);
    assertThat(why.detail()).isEqualTo(detail);
    assertThat(why.sentence()).startsWith("This was not so: ");
  }

  @Test
  void whatIsTrueFiresAndWhatIsMissingFails() throws Wrong {
    assertThat(Condition.of("task.id == 't1'", TASK, false).ask(values())).isEqualTo(Why.FIRED);
    Map<String, Object> values = new HashMap<>(values());
    values.put("payload", Map.of());
    Why why = Condition.of("payload.area == 'x'", TASK, false).ask(values);
    assertThat(why.outcome()).isEqualTo(Why.Outcome.FAILED);
    assertThat(why.detail()).contains("area");
    assertThat(Condition.of("has(payload.area)", TASK, false).ask(values).outcome())
        .isEqualTo(Why.Outcome.SKIPPED);
  }

  @Test
  void whatAWebhookSentIsSeenAsItIs() throws Wrong {
    Map<String, Object> values =
        Map.of(
            "now", NOW,
            "payload",
            HookBody.read("{\"a\":{\"b\":[1,2.5,true,null]},\"n\":null,\"big\":1e30}".getBytes(UTF_8))
                .orElseThrow());
    assertThat(Condition.of("payload.a.b[0] == 1 && payload.a.b[1] > 2", HOOK, true).ask(values))
        .isEqualTo(Why.FIRED);
    assertThat(Condition.of("has(payload.n)", HOOK, true).ask(values).outcome())
        .isEqualTo(Why.Outcome.SKIPPED);
    assertThat(Condition.of("payload.a.nope == 1", HOOK, true).ask(values))
        .isEqualTo(new Why(Why.Code.CONDITION_FAILED, "ATTRIBUTE_NOT_FOUND"));
    assertThat(Condition.of("payload.big < 1.0", HOOK, true).ask(values).detail())
        .isEqualTo("payload.big < 1.0");
    assertThat(Condition.of("payload.a + 1 > 2", HOOK, true).ask(values).outcome())
        .isEqualTo(Why.Outcome.FAILED);
  }

  @Test
  void noConditionTakesLong() throws Wrong {
    String ten = "[1,2,3,4,5,6,7,8,9,10]";
    String steps = ten + ".all(a, " + ten + ".all(b, " + ten + ".all(c, " + ten + ".all(d, a + b + c + d > 0))))";
    assertThat(Condition.of(steps, TASK, false).ask(values()).outcome()).isEqualTo(Why.Outcome.FAILED);
    Map<String, Object> values =
        Map.of("now", NOW, "payload", Map.of("text", "a".repeat(30_000)));
    Condition slow = Condition.of("payload.text.matches('(a+)+b')", HOOK, true);
    Instant before = Instant.now();
    assertThat(slow.ask(values).outcome()).isEqualTo(Why.Outcome.SKIPPED);
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
    assertThat(spots("(".repeat(200) + "true" + ")".repeat(200))).isNotEmpty();
    assertThat(spots("true || ".repeat(400) + "true")).isNotEmpty();
  }

  private static List<Spot> spots(String text) {
    return catchThrowableOfType(Wrong.class, () -> Condition.of(text, TASK, false)).spots();
  }

  private static Expressions expressions(Trigger trigger) {
    return new Expressions(Scope.of(trigger, EventTypes.ofTheShop()));
  }

  private static Map<String, Object> values() {
    return Map.of(
        "now", NOW,
        "event", Map.of("at", NOW.minusSeconds(1)),
        "payload", Map.of("task_type", "intake", "target_seconds", 3_600L),
        "task", Map.of("id", "t1", "state", "blocked", "priority", "high"));
  }
}
