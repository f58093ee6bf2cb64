// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.fuzz;

import io.secureprint.agent.api.route.Wire;

import tools.jackson.databind.JsonNode;

import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/// GraphQL documents that fit a schema as it tells itself, and some that do not.
final class RandomDocument {
  private final Map<String, ObjectTypeDefinition> objects;
  private final Map<String, EnumTypeDefinition> enums;
  private final RandomJson json;
  private final Random random;

  /// `introspection` is the `data` of the usual question.
  @SuppressWarnings("unchecked") // an object of JSON
  RandomDocument(JsonNode introspection, RandomJson json, Random random) {
    Document document =
        new IntrospectionResultToSchema()
            .createSchemaDefinition(Wire.json().treeToValue(introspection, Map.class));
    this.objects =
        document.getDefinitionsOfType(ObjectTypeDefinition.class).stream()
            .filter(type -> !type.getName().startsWith("__"))
            .collect(Collectors.toMap(ObjectTypeDefinition::getName, type -> type));
    this.enums =
        document.getDefinitionsOfType(EnumTypeDefinition.class).stream()
            .filter(type -> !type.getName().startsWith("__"))
            .collect(Collectors.toMap(EnumTypeDefinition::getName, type -> type));
    this.json = json;
    this.random = random;
  }

  String next() {
    boolean query = random.nextBoolean();
    StringBuilder text = new StringBuilder(query ? "query {" : "mutation {");
    List<FieldDefinition> roots =
        Objects.requireNonNull(objects.get(query ? "Query" : "Mutation")).getFieldDefinitions();
    for (int i = random.nextInt(3); i >= 0; i--) {
      text.append(" f").append(i).append(": ");
      field(roots.get(random.nextInt(roots.size())), text, 4);
    }
    text.append(" }");
    return random.nextInt(12) == 0
        ? text.deleteCharAt(random.nextInt(text.length())).toString()
        : text.toString();
  }

  private void field(FieldDefinition field, StringBuilder text, int depth) {
    text.append(field.getName());
    String comma = "(";
    for (InputValueDefinition argument : field.getInputValueDefinitions()) {
      boolean demanded = argument.getType() instanceof NonNullType;
      if (demanded ? random.nextInt(20) != 0 : random.nextBoolean()) {
        text.append(comma).append(argument.getName()).append(": ")
            .append(value(argument.getType()));
        comma = ", ";
      }
    }
    text.append(comma.equals("(") ? "" : ")");
    ObjectTypeDefinition type = objects.get(name(field.getType()));
    if (type != null) {
      text.append(" { __typename");
      for (FieldDefinition each : type.getFieldDefinitions()) {
        if (depth > 0 && random.nextInt(3) != 0) {
          text.append(' ');
          field(each, text, depth - 1);
        }
      }
      text.append(" }");
    }
  }

  private String value(Type<?> type) {
    if (random.nextInt(15) == 0) {
      return List.of("null", "nothing", "[]", "1e400", "{a: {b: [1, $x]}}", "\"\\u0000\"")
          .get(random.nextInt(6));
    }
    EnumTypeDefinition words = enums.get(name(type));
    if (words != null) {
      List<EnumValueDefinition> values = words.getEnumValueDefinitions();
      return values.get(random.nextInt(values.size())).getName();
    }
    return switch (name(type)) {
      case "Int" -> Integer.toString(random.nextInt(-2, 110));
      case "JSON" -> "{amount: " + random.nextInt(9) + ", a: [" + quoted() + ", {b: null}]}";
      default -> quoted();
    };
  }

  private String quoted() {
    String text = switch (random.nextInt(4)) {
      case 0 -> "e-" + (1 + random.nextInt(20));
      case 1 -> "money-transfer";
      case 2 -> "alpha";
      default -> json.odd();
    };
    String escaped = Wire.json().writeValueAsString(text);
    return escaped.length() > 5_000 ? "\"long\"" : escaped;
  }

  private static String name(Type<?> type) {
    return switch (type) {
      case NonNullType inner -> name(inner.getType());
      case ListType inner -> name(inner.getType());
      case TypeName plain -> plain.getName();
      default -> throw new AssertionError("a type that nobody knows: " + type);
    };
  }
}
