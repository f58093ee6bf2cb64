// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.openapi;

import io.secureprint.agent.api.route.Shape;
import io.secureprint.agent.api.route.Shapes;
import io.secureprint.agent.api.route.Wire;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Shapes as JSON Schema 2020-12, which OpenAPI 3.1 uses. A record becomes a schema of its own, once,
/// and is named wherever it is used.
final class JsonSchemas {
  private final ObjectNode schemas = Wire.json().createObjectNode();
  private final Map<String, Class<?>> named = new LinkedHashMap<>();

  /// All records that were named so far.
  ObjectNode all() {
    return schemas;
  }

  /// @throws IllegalStateException when another record has the same simple name
  ObjectNode reference(Class<?> record) {
    return reference(Shapes.of(record));
  }

  private ObjectNode reference(Shape.Form form) {
    Class<?> known = named.putIfAbsent(form.name(), form.type());
    if (known == null) {
      schemas.set(form.name(), object(form));
    } else if (known != form.type()) {
      throw new IllegalStateException("two records are called " + form.name());
    }
    return node().put("$ref", "#/components/schemas/" + form.name());
  }

  private ObjectNode object(Shape.Form form) {
    ObjectNode schema = node().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = Wire.json().createArrayNode();
    for (Shape.Field field : form.fields()) {
      properties.set(field.name(), of(field));
      if (field.required()) {
        required.add(field.name());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema.put("additionalProperties", false);
  }

  /// A component with what it means; where it is not required it may be null.
  ObjectNode of(Shape.Field field) {
    ObjectNode schema = field.required() ? of(field.shape()) : orNull(field.shape());
    if (!field.words().isEmpty()) {
      schema.put("description", field.words());
    }
    if (!field.example().isEmpty()) {
      example(field, schema.putArray("examples"));
    }
    return schema;
  }

  private static void example(Shape.Field field, ArrayNode examples) {
    switch (field.shape()) {
      case Shape.Whole _ -> examples.add(Long.parseLong(field.example()));
      case Shape.Flag _ -> examples.add(Boolean.parseBoolean(field.example()));
      case Shape.Decimal _ -> examples.add(Double.parseDouble(field.example()));
      case Shape.Text _, Shape.Choice _ -> examples.add(field.example());
      case Shape.Listed _, Shape.Named _, Shape.Any _, Shape.Form _ ->
          examples.add(Wire.json().readTree(field.example()));
    }
  }

  private ObjectNode orNull(Shape shape) {
    ObjectNode schema = of(shape);
    if (shape instanceof Shape.Choice || shape instanceof Shape.Form) {
      ObjectNode either = node();
      either.putArray("anyOf").add(schema).add(node().put("type", "null"));
      return either;
    }
    if (schema.has("type")) {
      String type = schema.path("type").asString();
      schema.putArray("type").add(type).add("null");
    }
    return schema;
  }

  ObjectNode of(Shape shape) {
    return switch (shape) {
      case Shape.Text text -> text(text);
      case Shape.Whole(long min, long max) -> whole(min, max);
      case Shape.Decimal() -> node().put("type", "number");
      case Shape.Flag() -> node().put("type", "boolean");
      case Shape.Choice(List<String> words) -> choice(words);
      case Shape.Listed(Shape item, long min, long max) -> {
        ObjectNode list = node().put("type", "array").put("minItems", min).put("maxItems", max);
        yield list.set("items", of(item));
      }
      case Shape.Named(Shape value) ->
          node().put("type", "object").set("additionalProperties", of(value));
      case Shape.Any() -> node();
      case Shape.Form form -> reference(form);
    };
  }

  private static ObjectNode whole(long min, long max) {
    ObjectNode schema =
        node().put("type", "integer").put("format", max > Integer.MAX_VALUE ? "int64" : "int32");
    return schema.put("minimum", min).put("maximum", max);
  }

  private static ObjectNode text(Shape.Text text) {
    ObjectNode schema = node().put("type", "string");
    if (text.min() > 0) {
      schema.put("minLength", text.min());
    }
    schema.put("maxLength", text.max());
    if (text.pattern() != Shape.Text.ANY) {
      schema.put("pattern", "^(?:" + text.pattern() + ")$");
    }
    if (!text.format().isEmpty()) {
      schema.put("format", text.format());
    }
    return schema;
  }

  private static ObjectNode choice(List<String> words) {
    ObjectNode schema = node().put("type", "string");
    words.forEach(schema.putArray("enum")::add);
    return schema;
  }

  private static ObjectNode node() {
    return Wire.json().createObjectNode();
  }
}
