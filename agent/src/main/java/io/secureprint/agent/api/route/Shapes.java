// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonNaming;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads the shapes of records off their components.
public final class Shapes {
  /// What is not limited by itself: characters, items.
  private static final int MOST = 200;
  private static final ClassValue<Shape.Form> FORMS =
      new ClassValue<>() {
        @Override
        protected Shape.Form computeValue(Class<?> type) {
          return read(type);
        }
      };

  private Shapes() {}

  /// The shape of a record.
  ///
  /// @throws IllegalArgumentException when a component has a type that is not for the wire
  public static Shape.Form of(Class<?> type) {
    return FORMS.get(type);
  }

  private static Shape.Form read(Class<?> type) {
    RecordComponent @Nullable [] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException("not a record: " + type);
    }
    boolean snake = type.isAnnotationPresent(JsonNaming.class);
    return new Shape.Form(
        type, Arrays.stream(components).map(component -> field(component, snake)).toList());
  }

  /// `snake` means the words of names with a line between; the records here have no other strategy.
  private static Shape.Field field(RecordComponent component, boolean snake) {
    @Nullable Described described = component.getAnnotation(Described.class);
    boolean required = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    String name = component.getName();
    return new Shape.Field(
        snake ? name.replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT) : name,
        shape(component.getGenericType(), described),
        required,
        described == null ? "" : described.value(),
        described == null ? "" : described.example());
  }

  private static Shape shape(Type type, @Nullable Described described) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic, described);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return of(plain);
    }
    if (plain.isEnum()) {
      return new Shape.Choice(
          Arrays.stream(plain.getEnumConstants()).map(Shapes::word).toList());
    }
    if (plain == JsonNode.class || plain == Object.class) {
      return new Shape.Any();
    }
    return scalar(plain, described);
  }

  private static Shape generic(ParameterizedType type, @Nullable Described described) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] of = type.getActualTypeArguments();
    if (Collection.class.isAssignableFrom(raw)) {
      return new Shape.Listed(shape(of[0], null), least(described), most(described, MOST));
    }
    if (raw == Map.class && of[0] == String.class) {
      return new Shape.Named(shape(of[1], null));
    }
    throw new IllegalArgumentException("not for the wire: " + type);
  }

  private static Shape scalar(Class<?> type, @Nullable Described described) {
    if (type == String.class) {
      return text(described, "");
    }
    if (type == int.class || type == Integer.class) {
      return new Shape.Whole(least(described), most(described, Integer.MAX_VALUE));
    }
    if (type == long.class || type == Long.class) {
      return new Shape.Whole(least(described), most(described, Long.MAX_VALUE));
    }
    if (type == double.class || type == Double.class) {
      return new Shape.Decimal();
    }
    if (type == boolean.class || type == Boolean.class) {
      return new Shape.Flag();
    }
    if (type == Instant.class) {
      return text(described, "date-time");
    }
    if (type == LocalDate.class) {
      return text(described, "date");
    }
    if (type == Duration.class) {
      return text(described, "duration");
    }
    throw new IllegalArgumentException("not for the wire: " + type);
  }

  private static Shape text(@Nullable Described described, String format) {
    Pattern pattern =
        described == null || described.pattern().isEmpty()
            ? Shape.Text.ANY
            : Pattern.compile(described.pattern());
    return new Shape.Text(least(described), most(described, MOST), pattern, format);
  }

  private static long least(@Nullable Described described) {
    return described == null ? 0 : described.min();
  }

  private static long most(@Nullable Described described, long otherwise) {
    return described == null || described.max() < 0 ? otherwise : described.max();
  }

  /// Constants are small letters on the wire.
  private static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }
}
