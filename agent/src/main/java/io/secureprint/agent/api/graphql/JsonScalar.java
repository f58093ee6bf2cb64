// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import org.jspecify.annotations.Nullable;

/// Any JSON as a scalar, in a variable or written out in the document.
final class JsonScalar implements Coercing<Object, Object> {
  private static final int DEEPEST = 32;
  /// As long as a request may be. A variable that stands in it several times counts each time.
  private static final int LONGEST = 64 << 10;

  private JsonScalar() {}

  static GraphQLScalarType type() {
    return GraphQLScalarType.newScalar().name("JSON").coercing(new JsonScalar()).build();
  }

  @Override
  public Object serialize(Object value, GraphQLContext context, Locale locale) {
    if (!context.<Reading>get(Reading.class).takes(value)) {
      throw new CoercingSerializeException(Reading.tooLong());
    }
    return value;
  }

  @Override
  public Object parseValue(Object value, GraphQLContext context, Locale locale) {
    return value;
  }

  @Override
  public @Nullable Object parseLiteral(
      Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
    return new Literal(variables).read(value, 0);
  }

  /// One that is being read.
  private static final class Literal {
    private final CoercedVariables variables;
    private long left = LONGEST;

    Literal(CoercedVariables variables) {
      this.variables = variables;
    }

    private @Nullable Object read(Value<?> value, int depth) {
      if (depth > DEEPEST) {
        throw new CoercingParseLiteralException("JSON deeper than " + DEEPEST + " levels");
      }
      return switch (value) {
        case NullValue _ -> null;
        case StringValue text -> text.getValue();
        case BooleanValue flag -> flag.isValue();
        case IntValue whole -> whole.getValue();
        case FloatValue decimal -> decimal.getValue();
        case VariableReference variable -> counted(variables.get(variable.getName()));
        case ArrayValue array -> list(array, depth);
        case ObjectValue object -> map(object, depth);
        case EnumValue word ->
            throw new CoercingParseLiteralException("a text needs quotes: " + word.getName());
        default -> throw new CoercingParseLiteralException("not JSON");
      };
    }

    /// The rest of it is no longer than the document.
    private @Nullable Object counted(@Nullable Object given) {
      left -= JsonSigns.of(given, left);
      if (left < 0) {
        throw new CoercingParseLiteralException("JSON of more than " + LONGEST + " signs");
      }
      return given;
    }

    private List<@Nullable Object> list(ArrayValue array, int depth) {
      List<@Nullable Object> list = new ArrayList<>();
      for (Value<?> each : array.getValues()) {
        list.add(read(each, depth + 1));
      }
      return list;
    }

    private Map<String, @Nullable Object> map(ObjectValue object, int depth) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      for (ObjectField field : object.getObjectFields()) {
        map.put(field.getName(), read(field.getValue(), depth + 1));
      }
      return map;
    }
  }
}
