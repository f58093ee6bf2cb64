// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.fuzz;

import io.secureprint.agent.api.route.Wire;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// JSON that fits a schema, and JSON that nearly does.
final class RandomJson {
  private static final List<String> TEXTS =
      List.of(
          "intake", "counter", "Asha", "a", "*", "new", "PT1H", "2027-01-01T00:00:00Z",
          "2026-11-21", "in_progress", "0123456789abcdef", "दुकान", "=cmd|'/C calc'!A0",
          "'; drop table task; --", "${1+1}", "<script>", "\u202Eabc", "x".repeat(40), "😀",
          "{ __typename }", "money-transfer", "books");

  private final SchemaRules rules;
  private final Random random;
  /// What was seen in answers and may be known elsewhere: ids.
  private final List<String> seen = new ArrayList<>();

  RandomJson(SchemaRules rules, Random random) {
    this.rules = rules;
    this.random = random;
  }

  void remember(String id) {
    if (seen.size() < 200) {
      seen.add(id);
    } else {
      seen.set(random.nextInt(seen.size()), id);
    }
  }

  /// Something of the schema; fits but for patterns that no text at hand has.
  JsonNode of(JsonNode unresolved) {
    JsonNode schema = rules.resolved(unresolved);
    if (schema.has("anyOf")) {
      return of(pick(schema.path("anyOf")));
    }
    if (schema.has("enum")) {
      return pick(schema.path("enum"));
    }
    JsonNode type = schema.path("type");
    String name = type.isArray() ? pick(type).asString() : type.asString("any");
    return switch (name) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "string" -> JsonNodeFactory.instance.stringNode(text(schema));
      case "integer" -> JsonNodeFactory.instance.numberNode(whole(schema));
      case "number" -> JsonNodeFactory.instance.numberNode(random.nextGaussian() * 1e6);
      case "boolean" -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
      case "null" -> JsonNodeFactory.instance.nullNode();
      default -> anything(3);
    };
  }

  /// The same with one thing wrong, or very likely so.
  JsonNode damaged(JsonNode value) {
    if (value instanceof ObjectNode object && !object.isEmpty() && random.nextInt(4) != 0) {
      ObjectNode copy = object.deepCopy();
      String name = new ArrayList<>(copy.propertyNames()).get(random.nextInt(copy.size()));
      switch (random.nextInt(4)) {
        case 0 -> copy.remove(name);
        case 1 -> copy.set(odd(), anything(2));
        case 2 -> copy.set(name, anything(2));
        default -> copy.set(name, damaged(copy.path(name)));
      }
      return copy;
    }
    if (value instanceof ArrayNode array && !array.isEmpty() && random.nextBoolean()) {
      ArrayNode copy = array.deepCopy();
      copy.set(0, damaged(copy.get(0)));
      return copy;
    }
    return anything(4);
  }

  /// Text of any kind.
  String odd() {
    return switch (random.nextInt(6)) {
      case 0 -> "";
      case 1 -> "x".repeat(random.nextInt(70_000));
      case 2 -> "\u0000\u0007";
      case 3 -> "\uD83D";
      case 4 -> Long.toString(random.nextLong());
      default -> TEXTS.get(random.nextInt(TEXTS.size()));
    };
  }

  private JsonNode anything(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> JsonNodeFactory.instance.nullNode();
      case 1 -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
      case 2 -> JsonNodeFactory.instance.numberNode(random.nextLong());
      case 3 -> JsonNodeFactory.instance.numberNode(random.nextGaussian() * 1e300);
      case 4, 5 -> JsonNodeFactory.instance.stringNode(odd());
      case 6 -> JsonNodeFactory.instance.numberNode(-1);
      case 7 -> {
        ArrayNode array = Wire.json().createArrayNode();
        for (int i = random.nextInt(5); i > 0; i--) {
          array.add(anything(depth - 1));
        }
        yield array;
      }
      default -> {
        ObjectNode object = Wire.json().createObjectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.set("k" + i, anything(depth - 1));
        }
        yield object;
      }
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = Wire.json().createObjectNode();
    List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
    schema
        .path("properties")
        .forEachEntry((name, each) -> {
          if (required.contains(name) || random.nextBoolean()) {
            object.set(name, of(each));
          }
        });
    return object;
  }

  private ArrayNode array(JsonNode schema) {
    ArrayNode array = Wire.json().createArrayNode();
    int least = schema.path("minItems").asInt(0);
    int size = least + random.nextInt(3);
    for (int i = 0; i < Math.min(size, schema.path("maxItems").asInt(3)); i++) {
      array.add(of(schema.path("items")));
    }
    return array;
  }

  private long whole(JsonNode schema) {
    long least = schema.path("minimum").asLong(Long.MIN_VALUE);
    long most = schema.path("maximum").asLong(Long.MAX_VALUE);
    return switch (random.nextInt(3)) {
      case 0 -> least;
      case 1 -> most;
      default -> random.nextLong(least, most == Long.MAX_VALUE ? most : most + 1);
    };
  }

  /// The first of some tries that fits, or the last of them.
  private String text(JsonNode schema) {
    String text = "a";
    for (int i = 0; i < 30; i++) {
      text = tried(schema);
      if (rules.wrong(schema, JsonNodeFactory.instance.stringNode(text)).isEmpty()) {
        return text;
      }
    }
    return text;
  }

  private String tried(JsonNode schema) {
    return switch (random.nextInt(4)) {
      case 0 -> seen.isEmpty() ? "a" : seen.get(random.nextInt(seen.size()));
      case 1 -> schema.path("examples").path(0).asString("a");
      default -> TEXTS.get(random.nextInt(TEXTS.size()));
    };
  }

  private JsonNode pick(JsonNode array) {
    return array.get(random.nextInt(array.size()));
  }
}
