// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

final class DefinitionReaderTest {
  private static final String GOOD =
      """
      {
        "id": "paper-low",
        "name": "Paper",
        "trigger": {"type": "schedule", "cron": "0  9 * * 1-5", "zone": "Asia/Kolkata", "catch_up": "once"},
        "actions": [
          {"type": "create_task", "task_type": "refill_paper", "title": "Look after the paper"},
          {"type": "webhook", "url": "https://example.org/hook", "text": "paper"}
        ],
        "mode": "single"
      }
      """;

  private static final String ONE_ACTION = "{\"type\":\"emit_alert\",\"severity\":\"info\",\"title\":\"t\"}";

  @Test
  void aDefinitionIsReadAsItIsWritten() {
    DefinitionReader reader = new DefinitionReader(EventTypes.ofTheShop());
    Definition read = reader.read(GOOD).orElseThrow();
    assertThat(reader.faults()).isEmpty();
    assertThat(read.id()).isEqualTo("paper-low");
    assertThat(read.trigger())
        .isEqualTo(
            new Trigger.OnSchedule(
                Cron.parse("0 9 * * 1-5"), ZoneId.of("Asia/Kolkata"), Trigger.CatchUp.ONCE));
    assertThat(read.condition()).isEmpty();
    assertThat(read.actions().getLast())
        .isEqualTo(
            new Action(
                Action.Kind.WEBHOOK, Map.of("url", "https://example.org/hook", "text", "paper")));
    assertThat(read.pace()).isEqualTo(new Definition.Pace(Definition.Mode.SINGLE, 1));
  }

  @Test
  void theBuiltInOnesHaveNoFaults() {
    for (String json : BuiltIn.definitions()) {
      DefinitionReader reader = new DefinitionReader(EventTypes.ofTheShop());
      assertThat(reader.read(json)).as(reader.faults().toString()).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"id\": \"paper-low\"` | `\"id\": \"Paper low\"` | id",
        "`\"name\": \"Paper\",` | `` | name",
        "Asia/Kolkata | Asia/Nowhere | trigger.zone",
        "0  9 | 61 9 | trigger.cron",
        "`once` | `twice` | trigger.catch_up",
        "`\"single\"` | `\"parallel\"` | mode",
        "`\"mode\": \"single\"` | `\"max_runs\": 101` | max_runs",
        "`\"mode\": \"single\"` | `\"modus\": 1` | modus",
        "create_task | make_tea | actions[0].type",
        "`\"title\": \"Look after the paper\"` | `\"priority\": \"huge\", \"title\": \"x\"` | actions[0].priority",
        "`, \"title\": \"Look after the paper\"` | `` | actions[0].title",
        "`\"text\": \"paper\"` | `\"texts\": \"paper\"` | actions[1].texts",
        "`\"text\": \"paper\"` | `\"text\": 3` | actions[1].text",
        "https://example.org/hook | ftp://example.org/ | actions[1].url",
        "https://example.org/hook | https://a:b@example.org/ | actions[1].url",
        "https://example.org/hook | https://${now}/ | actions[1].url",
        "schedule | weather | trigger.type"
      })
  void eachFaultIsToldWithItsField(String what, String instead, String field) {
    DefinitionReader reader = new DefinitionReader(EventTypes.ofTheShop());
    assertThat(GOOD).contains(what);
    assertThat(reader.read(GOOD.replace(what, instead == null ? "" : instead))).isEmpty();
    assertThat(reader.faults()).extracting(Fault::field).contains(field);
  }

  @Test
  void eventsAndHooksHaveNamesThatThereAre() {
    assertThat(faults("{\"type\":\"event\",\"events\":[\"TaskEaten\"]}")).containsExactly("trigger.events");
    assertThat(faults("{\"type\":\"event\",\"events\":[]}")).containsExactly("trigger.events");
    assertThat(faults("{\"type\":\"event\",\"events\":\"TaskCreated\"}")).containsExactly("trigger.events");
    assertThat(faults("{\"type\":\"webhook\",\"name\":\"../x\"}")).containsExactly("trigger.name");
    assertThat(faults("{\"type\":\"manual\",\"events\":[]}")).containsExactly("trigger.events");
    assertThat(faults("{\"type\":\"webhook\",\"name\":\"orders\"}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{", "3", "{}", "{\"id\":{}}", "{\"actions\":[1]}"})
  void whatIsNoDefinitionIsNoException(String json) {
    DefinitionReader reader = new DefinitionReader(EventTypes.ofTheShop());
    assertThat(reader.read(json)).isEmpty();
    assertThat(reader.faults()).isNotEmpty();
  }

  @Test
  void nobodySendsMoreThanADefinition() {
    DefinitionReader reader = new DefinitionReader(EventTypes.ofTheShop());
    assertThat(reader.read(GOOD + " ".repeat(16_000))).isEmpty();
    assertThat(reader.faults()).extracting(Fault::code).containsExactly("AUTOMATION_TOO_LONG");
    assertThat(faults("{\"type\":\"manual\"}", String.join(",", List.of(
        ONE_ACTION, ONE_ACTION, ONE_ACTION, ONE_ACTION, ONE_ACTION, ONE_ACTION,
        ONE_ACTION, ONE_ACTION, ONE_ACTION, ONE_ACTION, ONE_ACTION)))).containsExactly("actions");
  }

  private static List<String> faults(String trigger) {
    return faults(trigger, ONE_ACTION);
  }

  private static List<String> faults(String trigger, String actions) {
    DefinitionReader reader = new DefinitionReader(EventTypes.ofTheShop());
    var _ =
        reader.read(
            "{\"id\":\"one\",\"name\":\"n\",\"trigger\":" + trigger + ",\"actions\":[" + actions + "]}");
    return reader.faults().stream().map(Fault::field).toList();
  }
}
