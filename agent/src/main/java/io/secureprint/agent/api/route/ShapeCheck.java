// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import io.secureprint.agent.kernel.JsonObject;

import tools.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Compares a value with its shape and tells everything that does not fit, each with its place.
public final class ShapeCheck {
  /// More would not help the program's author.
  private static final int MOST = 20;

  private final List<ApiProblem.Fault> faults = new ArrayList<>();

  private ShapeCheck() {}

  /// Nothing where it fits.
  public static List<ApiProblem.Fault> faults(Shape shape, JsonNode value) {
    ShapeCheck check = new ShapeCheck();
    check.look(shape, value, "");
    return List.copyOf(check.faults);
  }

  private void look(Shape shape, JsonNode value, String at) {
    switch (shape) {
      case Shape.Text text -> text(text, value, at);
      case Shape.Whole(long min, long max) -> whole(min, max, value, at);
      case Shape.Decimal() -> unless(isFinite(value), at, "is not a number");
      case Shape.Flag() -> unless(value.isBoolean(), at, "is neither true nor false");
      case Shape.Choice(List<String> words) ->
          unless(
              value.isString() && words.contains(value.asString()),
              at,
              "is not one of " + String.join(", ", words));
      case Shape.Listed listed -> list(listed, value, at);
      case Shape.Named(Shape each) -> named(each, value, at);
      case Shape.Any() -> anything(value, at, 1);
      case Shape.Form form -> form(form, value, at);
    }
  }

  private void form(Shape.Form form, JsonNode value, String at) {
    if (!value.isObject()) {
      add(at, "is not an object");
      return;
    }
    Set<String> left = new HashSet<>(value.propertyNames());
    for (Shape.Field field : form.fields()) {
      left.remove(field.name());
      JsonNode given = value.path(field.name());
      if (given.isMissingNode() || given.isNull()) {
        unless(!field.required(), under(at, field.name()), "is missing");
      } else {
        look(field.shape(), given, under(at, field.name()));
      }
    }
    String known =
        form.fields().stream().map(Shape.Field::name).collect(Collectors.joining(", "));
    left.stream()
        .sorted()
        .forEach(name -> add(under(at, shown(name)), "is unknown; there are " + known));
  }

  private void list(Shape.Listed listed, JsonNode value, String at) {
    if (!value.isArray()) {
      add(at, "is not a list");
      return;
    }
    if (value.size() < listed.min() || value.size() > listed.max()) {
      add(at, "has not " + listed.min() + " to " + listed.max() + " items");
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      look(listed.item(), value.get(i), at + "[" + i + "]");
    }
  }

  private void named(Shape each, JsonNode value, String at) {
    if (!value.isObject()) {
      add(at, "is not an object");
      return;
    }
    value.forEachEntry((name, one) -> {
      unless(isClean(name), at, "has a name with control characters");
      look(each, one, under(at, shown(name)));
    });
  }

  private void anything(JsonNode value, String at, int level) {
    if (value.isString()) {
      unless(isClean(value.asString()), at, "has control characters");
    } else if (value.isNumber()) {
      boolean tooLong = value.isIntegralNumber() && !value.canConvertToLong();
      unless(isFinite(value) && !tooLong && !isFine(value), at, "is not a number that can be kept");
    } else if (value.isContainer() && level > JsonObject.DEEPEST_OUTSIDE) {
      add(at, "is more than " + JsonObject.DEEPEST_OUTSIDE + " levels deep");
    } else if (value.isObject()) {
      value.forEachEntry((name, one) -> {
        unless(isClean(name), at, "has a name with control characters");
        anything(one, under(at, shown(name)), level + 1);
      });
    } else {
      value.forEach(each -> anything(each, at, level + 1));
    }
  }

  private void whole(long min, long max, JsonNode value, String at) {
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      add(at, "is not a whole number");
    } else if (value.asLong() < min || value.asLong() > max) {
      add(at, "is not between " + min + " and " + max);
    }
  }

  private void text(Shape.Text shape, JsonNode value, String at) {
    if (!value.isString()) {
      add(at, "is not text");
      return;
    }
    String text = value.asString();
    if (text.length() < shape.min() || text.length() > shape.max()) {
      add(at, "has not " + shape.min() + " to " + shape.max() + " characters");
    } else if (!isClean(text)) {
      add(at, "has control characters");
    } else if (!shape.pattern().matcher(text).matches()) {
      add(at, "does not look like " + shape.pattern());
    } else {
      format(shape.format(), text, at);
    }
  }

  private void format(String format, String text, String at) {
    switch (format) {
      case "date-time" -> parsed(Moments::instant, text, at, "is not a time such as 2026-11-21T05:10:00Z");
      case "date" -> parsed(Moments::day, text, at, "is not a day such as 2026-11-21");
      case "duration" -> parsed(Duration::parse, text, at, "is not a span of time such as PT1H");
      default -> { }
    }
  }

  private void parsed(Function<String, ?> parser, String text, String at, String words) {
    try {
      var _ = parser.apply(text);
    } catch (DateTimeException _) {
      add(at, words);
    }
  }

  /// Whether it has more digits than JSON is read with.
  private static boolean isFine(JsonNode value) {
    return value.isBigDecimal() && value.decimalValue().precision() > Wire.LONGEST_NUMBER;
  }

  private static boolean isFinite(JsonNode value) {
    return value.isNumber() && Double.isFinite(value.asDouble(Double.NaN));
  }

  /// No controls but line breaks and tabs, and no half characters: databases and screens take
  /// neither.
  private static boolean isClean(String text) {
    return text.codePoints()
        .noneMatch(
            c ->
                (Character.isISOControl(c) && c != '\n' && c != '\t')
                    || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  private static String under(String at, String name) {
    return at.isEmpty() ? name : at + "." + name;
  }

  /// A name that came from outside, short and in one line.
  static String shown(String name) {
    String clean = name.replaceAll("\\p{Cntrl}|\\p{Cs}", "?");
    return clean.length() > 60 ? clean.substring(0, 60) + "…" : clean;
  }

  private void unless(boolean fits, String at, String words) {
    if (!fits) {
      add(at, words);
    }
  }

  private void add(String at, String words) {
    if (faults.size() < MOST) {
      faults.add(new ApiProblem.Fault(at, words));
    }
  }
}
