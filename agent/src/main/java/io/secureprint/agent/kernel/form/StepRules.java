// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Whether answers are as their fields ask (`docs/protocol.md` section 5.1). The phone's page checks
/// by the same rules before it sends; this is for those that it is not to be trusted with.
public final class StepRules {
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{10,15}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");
  private static final Pattern DATE = Pattern.compile("(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}");

  private StepRules() {}

  /// What is wrong, by field in their order; empty where nothing is. An answer that no field asks for
  /// is wrong too: nothing may come into a workflow by the side door.
  public static List<StepError> check(List<StepField> fields, StepValues input) {
    List<StepError> errors = new ArrayList<>();
    Map<String, Object> left = new LinkedHashMap<>(input.all());
    for (StepField field : fields) {
      fault(field, left.remove(field.key()))
          .ifPresent(says -> errors.add(new StepError(field.key(), says)));
    }
    left.keySet().forEach(key -> errors.add(new StepError(key, StepFault.NOT_ASKED.says())));
    return List.copyOf(errors.subList(0, Math.min(errors.size(), StepField.MOST_FIELDS)));
  }

  private static Optional<StepText> fault(StepField field, @Nullable Object value) {
    if (value == null || value.equals("") || value.equals(false) || value.equals(List.of())) {
      return field.required() ? of(missing(field)) : empty(field, value);
    }
    return switch (field.type()) {
      case TEXT, MULTILINE, PHONE, EMAIL -> text(field, value);
      case NUMBER -> value instanceof Number number ? number(field, number) : of(StepFault.NUMBER);
      case DATE -> date(value) ? Optional.empty() : of(StepFault.DATE);
      case CHOICE -> listed(field, value) ? Optional.empty() : of(StepFault.NOT_LISTED);
      case SEVERAL ->
          value instanceof List<?> chosen
                  && chosen.stream().allMatch(each -> listed(field, each))
                  && chosen.stream().distinct().count() == chosen.size()
              ? Optional.empty()
              : of(StepFault.NOT_LISTED);
      case YESNO -> value instanceof Boolean ? Optional.empty() : of(StepFault.FORM);
    };
  }

  private static StepFault missing(StepField field) {
    return switch (field.type()) {
      case TEXT, MULTILINE, NUMBER, PHONE, EMAIL -> StepFault.FILL_IN;
      case DATE -> StepFault.DATE;
      case CHOICE -> StepFault.CHOOSE_ONE;
      case SEVERAL -> StepFault.CHOOSE_SOME;
      case YESNO -> StepFault.NEEDS_YES;
    };
  }

  /// An empty answer must still be of the field's type, as a later template counts on it.
  private static Optional<StepText> empty(StepField field, @Nullable Object value) {
    boolean fits =
        switch (field.type()) {
          case TEXT, MULTILINE, PHONE, EMAIL, DATE, CHOICE -> value instanceof String;
          case NUMBER -> false;
          case SEVERAL -> value instanceof List;
          case YESNO -> value instanceof Boolean;
        };
    return value == null || fits ? Optional.empty() : of(StepFault.FORM);
  }

  private static Optional<StepText> number(StepField field, Number value) {
    BigDecimal number = new BigDecimal(value.toString());
    if (field.min() != null && number.compareTo(field.min()) < 0) {
      return Optional.of(StepFault.AT_LEAST.says(plain(field.min())));
    }
    return field.max() != null && number.compareTo(field.max()) > 0
        ? Optional.of(StepFault.AT_MOST.says(plain(field.max())))
        : Optional.empty();
  }

  private static String plain(BigDecimal bound) {
    return bound.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }

  private static Optional<StepText> text(StepField field, Object value) {
    if (!(value instanceof String text)) {
      return of(StepFault.FORM);
    }
    int length = text.length();
    if (length > field.longest()) {
      return Optional.of(StepFault.TOO_LONG.says(Integer.toString(field.longest())));
    }
    if (field.type() == FieldType.PHONE && !PHONE.matcher(text).matches()) {
      return of(StepFault.PHONE);
    }
    if (field.type() == FieldType.EMAIL && !EMAIL.matcher(text).matches()) {
      return of(StepFault.EMAIL);
    }
    if (field.minLength() != null && length < field.minLength()) {
      return Optional.of(StepFault.TOO_SHORT.says(field.minLength().toString()));
    }
    if (field.pattern() == null || Steadfast.matches(field.pattern(), text)) {
      return Optional.empty();
    }
    return Optional.of(Objects.requireNonNullElse(field.says(), StepFault.FORM.says()));
  }

  private static boolean date(Object value) {
    if (!(value instanceof String text) || !DATE.matcher(text).matches()) {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException _) {
      return false; // no such day
    }
  }

  private static boolean listed(StepField field, Object value) {
    return field.options().stream().anyMatch(option -> option.value().equals(value));
  }

  private static Optional<StepText> of(StepFault fault) {
    return Optional.of(fault.says());
  }
}
