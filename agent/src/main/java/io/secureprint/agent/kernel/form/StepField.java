// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;

/// One field of a form (`docs/protocol.md` section 5.1). `min` and `max` bound a number; `minLength`,
/// `maxLength` and `pattern` a text, and `says` is what is said when the pattern does not fit. Bounds
/// that the type has no use for make no difference.
public record StepField(
    String key,
    FieldType type,
    StepText label,
    @Nullable StepText hint,
    boolean required,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Integer minLength,
    @Nullable Integer maxLength,
    @Nullable String pattern,
    @Nullable StepText says,
    List<StepOption> options,
    boolean sensitive) {
  public static final int MOST_OPTIONS = 100;
  /// Of one form.
  public static final int MOST_FIELDS = 20;
  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Bounds.MAX_WHOLE);
  private static final int LONGEST_PATTERN = 500;

  public StepField {
    options = List.copyOf(options);
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("no key: " + key);
    }
    bounds(key, min, max);
    lengths(key, minLength, maxLength);
    checkPattern(key, pattern);
    options(key, type, options);
  }

  /// A field without bounds, hint or options.
  public static StepField plain(String key, FieldType type, StepText label, boolean required) {
    return new StepField(
        key, type, label, null, required, null, null, null, null, null, null, List.of(), false);
  }

  /// The most UTF-16 units that a text may have.
  int longest() {
    return maxLength == null ? type.longest() : Math.min(maxLength, type.longest());
  }

  /// Most bytes that it takes as JSON.
  public int bytes() {
    int all = 300 + label.bytes() + StepText.bytesOf(hint) + StepText.bytesOf(says);
    all += pattern == null ? 0 : JsonBytes.of(pattern);
    return all + options.stream().mapToInt(StepOption::bytes).sum();
  }

  private static void bounds(String key, @Nullable BigDecimal min, @Nullable BigDecimal max) {
    boolean crossed = min != null && max != null && min.compareTo(max) > 0;
    if (crossed || tooLarge(min) || tooLarge(max)) {
      throw new IllegalArgumentException(key + " has no such bounds");
    }
  }

  private static boolean tooLarge(@Nullable BigDecimal bound) {
    return bound != null && bound.abs().compareTo(LARGEST) > 0;
  }

  private static void lengths(String key, @Nullable Integer least, @Nullable Integer most) {
    int longest = most == null ? StepText.LONGEST : most;
    Bounds.within(key + ".maxLength", longest, 1, StepText.LONGEST);
    Bounds.within(key + ".minLength", least == null ? 0 : least, 0, longest);
  }

  private static void checkPattern(String key, @Nullable String pattern) {
    if (pattern == null) {
      return;
    }
    Bounds.within(key + ".pattern", pattern.length(), 1, LONGEST_PATTERN);
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(key + " has a broken pattern", e);
    }
  }

  private static void options(String key, FieldType type, List<StepOption> options) {
    int least = type.hasOptions() ? 1 : 0;
    Bounds.within(key + ".options", options.size(), least, type.hasOptions() ? MOST_OPTIONS : 0);
    if (options.stream().map(StepOption::value).distinct().count() < options.size()) {
      throw new IllegalArgumentException(key + " has an option twice");
    }
  }
}
