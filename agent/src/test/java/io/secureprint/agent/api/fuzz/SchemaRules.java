// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.fuzz;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/// Compares JSON with a schema as it is published, by the rules of JSON Schema 2020-12 that the API
/// uses; knows nothing of the program that published it.
final class SchemaRules {
  private final JsonNode document;

  /// `document` is where references point into.
  SchemaRules(JsonNode document) {
    this.document = document;
  }

  JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : document.at(reference.substring(1));
  }

  /// What does not fit, each with its place; nothing where all does.
  List<String> wrong(JsonNode schema, JsonNode value) {
    List<String> wrong = new ArrayList<>();
    look(resolved(schema), value, "$", wrong);
    return wrong;
  }

  private void look(JsonNode schema, JsonNode value, String at, List<String> wrong) {
    if (schema.has("anyOf")) {
      boolean some =
          schema.path("anyOf").valueStream().anyMatch(each -> wrong(each, value).isEmpty());
      if (!some) {
        wrong.add(at + " fits none of " + schema.path("anyOf"));
      }
      return;
    }
    if (schema.has("type") && !hasType(schema.path("type"), value)) {
      wrong.add(at + " is no " + schema.path("type") + " but " + value);
      return;
    }
    if (schema.has("enum")
        && schema.path("enum").valueStream().noneMatch(word -> word.equals(value))) {
      wrong.add(at + " is none of " + schema.path("enum"));
    }
    if (value.isString()) {
      text(schema, value.asString(), at, wrong);
    } else if (value.isNumber()) {
      between(schema, "minimum", "maximum", value.asDouble(), at, wrong);
    } else if (value.isArray()) {
      between(schema, "minItems", "maxItems", value.size(), at, wrong);
      for (int i = 0; i < value.size(); i++) {
        look(resolved(schema.path("items")), value.get(i), at + "[" + i + "]", wrong);
      }
    } else if (value.isObject()) {
      object(schema, value, at, wrong);
    }
  }

  private void object(JsonNode schema, JsonNode value, String at, List<String> wrong) {
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asString())) {
        wrong.add(at + " is without " + name);
      }
    }
    value.forEachEntry((name, each) -> {
      JsonNode known = schema.path("properties").path(name);
      JsonNode others = schema.path("additionalProperties");
      if (!known.isMissingNode()) {
        look(resolved(known), each, at + "." + name, wrong);
      } else if (others.isObject()) {
        look(resolved(others), each, at + "." + name, wrong);
      } else if (others.isBoolean() && !others.asBoolean()) {
        wrong.add(at + " has more: " + name);
      }
    });
  }

  private static void text(JsonNode schema, String value, String at, List<String> wrong) {
    double length = value.codePointCount(0, value.length());
    between(schema, "minLength", "maxLength", length, at, wrong);
    if (schema.has("pattern") && !value.matches(schema.path("pattern").asString())) {
      wrong.add(at + " is not like " + schema.path("pattern"));
    }
    if (schema.path("format").asString("").equals("date-time")) {
      try {
        var _ = Instant.parse(value);
      } catch (DateTimeParseException _) {
        wrong.add(at + " is no time: " + value);
      }
    }
  }

  private static void between(
      JsonNode schema, String least, String most, double value, String at, List<String> wrong) {
    boolean tooLittle = schema.has(least) && value < schema.path(least).asDouble();
    boolean tooMuch = schema.has(most) && value > schema.path(most).asDouble();
    if (tooLittle || tooMuch) {
      wrong.add(at + " is out of range: " + value);
    }
  }

  private static boolean hasType(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      return type.valueStream().anyMatch(each -> hasType(each, value));
    }
    return switch (type.asString()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> throw new AssertionError("a type that nobody knows: " + type);
    };
  }
}
