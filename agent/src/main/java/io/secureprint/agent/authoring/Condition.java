// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import io.secureprint.agent.kernel.DataPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A condition that can be put together from choices: one or more tests that must all hold. Everything
/// else that CEL can say is written by hand.
public record Condition(List<Part> parts) {
  private static final String AND = " && ";
  private static final String PATH = "([A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*)";
  private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*\\.[A-Za-z0-9_.]*[A-Za-z0-9_]");
  private static final String TEXT = "'([^'\\\\]*)'";
  private static final String NUMBER = "(-?[0-9]{1,12}(?:\\.[0-9]{1,6})?)";

  public Condition {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a condition without parts");
    }
  }

  public static Condition of(Part... parts) {
    return new Condition(List.of(parts));
  }

  /// Empty where it says something that cannot be put together.
  public static Optional<Condition> read(String cel) {
    List<Part> parts = new ArrayList<>();
    for (String each : cel.split(Pattern.quote(AND.strip()), -1)) {
      Optional<Part> part = Part.read(each.strip());
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return Optional.of(new Condition(parts));
  }

  public String cel() {
    return parts.stream().map(Part::cel).collect(Collectors.joining(AND));
  }

  /// How a value is tested; `%s` is the path, and a second one what it is tested against.
  public enum Test {
    IS_YES("%s == true", ""),
    IS_NO("%s == false", ""),
    FILLED("%s != ''", ""),
    IS("%s == '%s'", TEXT),
    IS_NOT("%s != '%s'", TEXT),
    BEGINS("%s.startsWith('%s')", TEXT),
    AT_LEAST("%s >= %s", NUMBER),
    AT_MOST("%s <= %s", NUMBER);

    private final String form;
    private final Pattern pattern;
    private final boolean numeric;
    private final boolean takesValue;

    Test(String form, String value) {
      this.form = form;
      this.numeric = value.equals(NUMBER);
      this.takesValue = !value.isEmpty();
      String quoted = Pattern.quote(form.replace("'%s'", "\u0001")).replace("%s", "\\E" + PATH + "\\Q");
      this.pattern =
          Pattern.compile(
              numeric
                  ? PATH + " " + (name().equals("AT_LEAST") ? ">=" : "<=") + " " + NUMBER
                  : quoted.replace("\u0001", "\\E" + TEXT + "\\Q"));
    }

    /// Whether it is tested against something.
    public boolean takesValue() {
      return takesValue;
    }

    /// Whether what it is tested against is a number.
    public boolean isNumeric() {
      return numeric;
    }
  }

  /// One test of one value. A `value` that the test cannot have counts as none.
  public record Part(String path, Test test, String value) {
    public Part {
      DataPath.of(path);
      boolean fits = !test.numeric || value.matches(NUMBER);
      value = test.takesValue && fits ? value.replaceAll("['\\\\\n]", "") : test.numeric ? "0" : "";
    }

    String cel() {
      return test.takesValue ? test.form.formatted(path, value) : test.form.formatted(path);
    }

    private static Optional<Part> read(String cel) {
      if (BARE.matcher(cel).matches()) {
        return Optional.of(new Part(cel, Test.IS_YES, ""));
      }
      for (Test test : Test.values()) {
        Matcher matcher = test.pattern.matcher(cel);
        if (matcher.matches()) {
          return Optional.of(
              new Part(matcher.group(1), test, test.takesValue ? matcher.group(2) : ""));
        }
      }
      return Optional.empty();
    }
  }
}
