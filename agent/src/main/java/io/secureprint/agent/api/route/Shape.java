// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import java.util.List;
import java.util.regex.Pattern;

/// What a value on the wire may be: the one description by which values are checked and documents are
/// written.
public sealed interface Shape {
  /// `format` is a format of JSON Schema or empty, `pattern` holds for the whole text.
  record Text(long min, long max, Pattern pattern, String format) implements Shape {
    public static final Pattern ANY = Pattern.compile("(?s).*");
  }

  record Whole(long min, long max) implements Shape {}

  record Decimal() implements Shape {}

  record Flag() implements Shape {}

  /// One of these words.
  record Choice(List<String> words) implements Shape {
    public Choice {
      words = List.copyOf(words);
    }
  }

  record Listed(Shape item, long min, long max) implements Shape {}

  /// Values by names that nobody knows before.
  record Named(Shape value) implements Shape {}

  /// Any JSON.
  record Any() implements Shape {}

  /// A record; `type` is its name in documents.
  record Form(Class<?> type, List<Field> fields) implements Shape {
    public Form {
      fields = List.copyOf(fields);
    }

    public String name() {
      return type.getSimpleName();
    }
  }

  /// A component of a record. Where it is not `required` it may be null or missing.
  record Field(String name, Shape shape, boolean required, String words, String example) {}
}
