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
  private static final String QUOTED = "'((?:[^'\\\\\n]|\\\\['\\\\])+)'";
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(?:\\.[0-9]{1,6})?");
  /// What is not filled in rightly stands between signs that no condition has, so that it is kept and
  /// never holds.
  private static final String UNFIT = "«([^»]*)»";
  /// Up to the next `&&` that is not part of a text.
  private static final Pattern EACH =
      Pattern.compile("((?:'(?:[^'\\\\]|\\\\.)*'|«[^»]*»|[^'«&]|&(?!&))*+)(?:&&|$)");

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
    Matcher each = EACH.matcher(cel);
    int at = 0;
    while (at <= cel.length() && each.find(at) && each.start() == at) {
      Optional<Part> part = Part.read(each.group(1).strip());
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
      at = each.end() == cel.length() && !cel.endsWith("&&") ? cel.length() + 1 : each.end();
    }
    return at > cel.length() ? Optional.of(new Condition(parts)) : Optional.empty();
  }

  /// The first part whose value its test cannot have.
  public Optional<Part> unfit() {
    return parts.stream().filter(part -> !part.fits()).findFirst();
  }

  public String cel() {
    return parts.stream().map(Part::cel).collect(Collectors.joining(AND));
  }

  /// How a value is tested: `%1$s` is the path, and `%2$s` what it is tested against.
  public enum Test {
    IS_YES("%1$s == true"),
    IS_NO("%1$s == false"),
    FILLED("%1$s != ''"),
    IS("%1$s == %2$s"),
    IS_NOT("%1$s != %2$s"),
    BEGINS("%1$s.startsWith(%2$s)"),
    HAS("%2$s in %1$s"),
    HAS_NOT("!(%2$s in %1$s)"),
    AT_LEAST("%1$s >= %2$s"),
    AT_MOST("%1$s <= %2$s");

    private final String form;
    private final Pattern pattern;

    Test(String form) {
      this.form = form;
      String value = "(?<value>" + (isNumeric() ? NUMBER.pattern() : QUOTED) + "|" + UNFIT + ")";
      this.pattern =
          Pattern.compile(
              Pattern.quote(form)
                  .replace("%1$s", "\\E(?<path>" + PATH + ")\\Q")
                  .replace("%2$s", "\\E" + value + "\\Q"));
    }

    /// Whether it is tested against something.
    public boolean takesValue() {
      return form.contains("%2$s");
    }

    /// Whether what it is tested against is a number.
    public boolean isNumeric() {
      return name().startsWith("AT_");
    }

    private boolean takes(String value) {
      return !takesValue() || (isNumeric() ? NUMBER.matcher(value).matches() : !value.isEmpty());
    }
  }

  /// One test of one value. A `value` that the test cannot have is kept, and the condition is none then.
  public record Part(String path, Test test, String value) {
    public Part {
      DataPath.of(path);
      String typed = value.replaceAll("[«»\n]", "");
      value = !test.takesValue() ? "" : test.isNumeric() ? plain(typed) : typed;
    }

    /// Whether the test can have this value.
    public boolean fits() {
      return test.takes(value);
    }

    /// A number may be typed in the digits of any script.
    private static String plain(String typed) {
      StringBuilder plain = new StringBuilder();
      typed.codePoints().forEach(sign -> {
        int digit = Character.digit(sign, 10);
        plain.appendCodePoint(digit < 0 ? sign : '0' + digit);
      });
      return plain.toString().strip();
    }

    String cel() {
      String against =
          !fits() ? "«" + value + "»"
              : test.isNumeric() ? value
              : "'" + value.replaceAll("['\\\\]", "\\\\$0") + "'";
      return test.form.formatted(path, against);
    }

    private static Optional<Part> read(String cel) {
      if (BARE.matcher(cel).matches()) {
        return Optional.of(new Part(cel, Test.IS_YES, ""));
      }
      for (Test test : Test.values()) {
        Matcher matcher = test.pattern.matcher(cel);
        if (matcher.matches()) {
          return Optional.of(
              new Part(matcher.group("path"), test, test.takesValue() ? value(matcher) : ""));
        }
      }
      return Optional.empty();
    }

    private static String value(Matcher matcher) {
      String written = matcher.group("value");
      boolean enclosed = written.startsWith("'") || written.startsWith("«");
      return enclosed
          ? written.substring(1, written.length() - 1).replaceAll("\\\\(['\\\\])", "$1")
          : written;
    }
  }
}
