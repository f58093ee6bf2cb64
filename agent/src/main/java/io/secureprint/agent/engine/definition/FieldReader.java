// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.engine.definition.Finding.Kind;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.form.FieldType;
import io.secureprint.agent.kernel.form.StepField;
import io.secureprint.agent.kernel.form.StepOption;
import io.secureprint.agent.kernel.form.StepText;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;

/// Reads the fields of a form.
final class FieldReader {
  private static final StepText NOTHING = new StepText("", null);

  private FieldReader() {}

  static List<FormField> fields(Place config) {
    List<FormField> fields = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Place place : config.items("fields", StepField.MOST_FIELDS)) {
      FormField field = field(place);
      if (!field.key().isEmpty() && !keys.add(field.key())) {
        place.note("key", Kind.TWICE, field.key());
      }
      fields.add(field);
    }
    return List.copyOf(fields);
  }

  private static FormField field(Place place) {
    FieldType type = place.one("type", FieldType.class, FieldType.TEXT);
    Words label = place.neededWords("label");
    Optional<Words> hint = place.words("hint");
    if (!place.has("key")) {
      place.note("key", Kind.MISSING);
    }
    List<StepOption> options = options(place);
    if (type.hasOptions() && options.isEmpty()) {
      place.note("options", Kind.MISSING);
    }
    StepField asked = asked(place, type, options);
    place.done();
    return new FormField(asked, label, hint);
  }

  private static StepField asked(Place place, FieldType type, List<StepOption> options) {
    String key = place.key("key");
    boolean complete = !type.hasOptions() || !options.isEmpty();
    StepField plain = StepField.plain("x", FieldType.TEXT, NOTHING, false);
    try {
      return new StepField(
          key.isEmpty() ? plain.key() : key,
          complete ? type : FieldType.TEXT,
          NOTHING,
          null,
          place.yes("required", false),
          place.number("min"),
          place.number("max"),
          length(place, "minLength"),
          length(place, "maxLength"),
          pattern(place),
          place.words("says").map(words -> words.in(JsonObject.EMPTY)).orElse(null),
          type.hasOptions() ? options : List.of(),
          place.yes("sensitive", false));
    } catch (IllegalArgumentException e) {
      place.note("", Kind.BAD_FIELD, String.valueOf(e.getMessage()));
      return plain;
    }
  }

  private static @Nullable Integer length(Place place, String name) {
    return place.has(name) ? (int) place.whole(name, 0, 0, StepText.LONGEST) : null;
  }

  private static List<StepOption> options(Place place) {
    List<StepOption> options = new ArrayList<>();
    Set<String> values = new HashSet<>();
    for (Place option : place.items("options", StepField.MOST_OPTIONS)) {
      String value = option.needed("value", 100);
      StepText label =
          option.words("label").map(words -> words.in(JsonObject.EMPTY)).orElse(new StepText(value, null));
      if (!value.isEmpty() && !values.add(value)) {
        option.note("value", Kind.TWICE, value);
      } else if (!value.isEmpty()) {
        options.add(new StepOption(value, label));
      }
      option.done();
    }
    return List.copyOf(options);
  }

  private static @Nullable String pattern(Place place) {
    String text = place.text("pattern", "", 200);
    try {
      Pattern.compile(text);
      return text.isEmpty() ? null : text;
    } catch (PatternSyntaxException e) {
      place.note("pattern", Kind.BAD_PATTERN, text);
      return null;
    }
  }
}
