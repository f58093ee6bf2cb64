// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import io.secureprint.agent.kernel.form.FieldType;
import io.secureprint.agent.kernel.form.StepError;
import io.secureprint.agent.kernel.form.StepField;
import io.secureprint.agent.kernel.form.StepOption;
import io.secureprint.agent.kernel.form.StepRules;
import io.secureprint.agent.kernel.form.StepText;
import io.secureprint.agent.kernel.form.StepValues;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Makes `step-rules-vectors.json`: fields, answers, and what is said of them on both sides.
final class StepVectors {
  static final String NAME = "step-rules-vectors.json";
  private static final StepText LABEL = new StepText("Field", null);
  private static final List<StepOption> DAYS =
      Stream.of("mon", "tue", "wed").map(day -> new StepOption(day, LABEL)).toList();

  private StepVectors() {}

  /// Writes the file into the folder that is named, after a change of the rules.
  public static void main(String[] folder) throws IOException {
    Files.writeString(Path.of(folder[0], NAME), text());
  }

  static String text() {
    JsonMapper json = JsonMapper.shared();
    StringBuilder lines = new StringBuilder("[\n");
    for (Case each : cases()) {
      ObjectNode vector = json.createObjectNode();
      vector.set("field", onTheWire(each.field));
      if (each.value != null) {
        vector.set("value", json.valueToTree(each.value));
      }
      List<StepError> errors = StepRules.check(List.of(each.field), each.input());
      vector.set("says", errors.isEmpty() ? null : json.valueToTree(errors.getFirst().message()));
      lines.append(lines.length() > 2 ? ",\n" : "").append(json.writeValueAsString(vector));
    }
    return lines.append("\n]\n").toString();
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (FieldType type : FieldType.values()) {
      Object empty = type == FieldType.YESNO ? false : null;
      cases.add(new Case(field(type).required().build(), empty));
      cases.add(new Case(field(type).build(), empty));
    }
    texts(cases);
    numbersAndDates(cases);
    cases.add(new Case(field(FieldType.CHOICE).build(), "tue"));
    cases.add(new Case(field(FieldType.SEVERAL).required().build(), List.of("mon", "wed")));
    cases.add(new Case(field(FieldType.YESNO).required().build(), true));
    return cases;
  }

  private static void texts(List<Case> cases) {
    Made name = field(FieldType.TEXT).lengths(3, 5);
    for (String text : List.of("ab", "abc", "abcde", "abcdef", "कखग", "😀😀", "😀😀😀😀😀")) {
      cases.add(new Case(name.build(), text));
    }
    Made roll = field(FieldType.TEXT).pattern("[A-Z]{2}|[0-9]{4}", new StepText("As on the card.", "कार्ड जैसा।"));
    for (String text : List.of("AB", "1234", "AB1234", "ab")) {
      cases.add(new Case(roll.build(), text));
    }
    cases.add(new Case(field(FieldType.TEXT).pattern("\\p{L}+", null).build(), "आम"));
    cases.add(new Case(field(FieldType.TEXT).pattern("\\d+", null).build(), "x"));
    cases.add(new Case(field(FieldType.TEXT).build(), "x".repeat(2_001)));
    cases.add(new Case(field(FieldType.MULTILINE).build(), "two\nlines"));
    for (String phone : List.of("9876543210", "+919876543210", "987654321", "98765x3210", "+", "1234567890123456")) {
      cases.add(new Case(field(FieldType.PHONE).build(), phone));
    }
    for (String mail : List.of("a@b.in", "a.b+c@mail.example.com", "a@b", "a@@b.in", "a@b.", "a b@c.in", "@b.in")) {
      cases.add(new Case(field(FieldType.EMAIL).build(), mail));
    }
  }

  private static void numbersAndDates(List<Case> cases) {
    Made share = field(FieldType.NUMBER).bounds("0.5", "100");
    for (Object number : List.<Object>of(0.5, 100, 0, 0.49, 100.5, -3)) {
      cases.add(new Case(share.build(), number));
    }
    cases.add(new Case(field(FieldType.NUMBER).bounds("1000000", null).build(), 7));
    cases.add(new Case(field(FieldType.NUMBER).bounds("0.12345678", null).build(), 0));
    cases.add(new Case(field(FieldType.TEXT).bounds("9", null).build(), "ab"));
    cases.add(new Case(field(FieldType.NUMBER).build(), "12x"));
    for (String date : List.of("2026-11-21", "2024-02-29", "2026-02-29", "2026-13-01", "1899-12-31", "2200-01-01", "21.11.2026")) {
      cases.add(new Case(field(FieldType.DATE).build(), date));
    }
  }

  private static JsonNode onTheWire(StepField field) {
    AgentMessage.Step step =
        new AgentMessage.Step(
            "s", StepKind.FORM, LABEL, null, null, null, List.of(field), null, 0, 0, null);
    byte[] message = ControlCodec.AGENT.encode(step);
    return JsonMapper.shared().readTree(message, 1, message.length - 1).path("fields").path(0);
  }

  static Made field(FieldType type) {
    return new Made(
        new StepField(
            "f", type, LABEL, null, false, null, null, null, null, null, null,
            type.hasOptions() ? DAYS : List.of(), false));
  }

  record Case(StepField field, @Nullable Object value) {
    StepValues input() {
      return value == null ? StepValues.NONE : new StepValues(Map.of("f", value));
    }
  }

  /// A field that is being made.
  record Made(StepField build) {
    Made required() {
      return new Made(
          new StepField(
              "f", build.type(), LABEL, null, true, null, null, null, null, null, null,
              build.options(), false));
    }

    Made lengths(int least, int most) {
      return new Made(
          new StepField(
              "f", build.type(), LABEL, null, false, null, null, least, most, null, null,
              List.of(), false));
    }

    Made pattern(String pattern, @Nullable StepText says) {
      return new Made(
          new StepField(
              "f", build.type(), LABEL, null, false, null, null, null, null, pattern, says,
              List.of(), false));
    }

    Made bounds(String min, @Nullable String max) {
      return new Made(
          new StepField(
              "f", build.type(), LABEL, null, false, new BigDecimal(min),
              max == null ? null : new BigDecimal(max), null, null, null, null, List.of(), false));
    }
  }
}
