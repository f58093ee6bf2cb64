// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads Prometheus' text format 0.0.4 and takes nothing that the format does not have: each family
/// once, with its help and its type before its lines, and each series once.
public final class Exposition {
  private static final Pattern HELP =
      Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) ((?:[^\\\\\\n]|\\\\\\\\|\\\\n)*)");
  private static final Pattern TYPE =
      Pattern.compile(
          "# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)");
  private static final String LABEL =
      "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\\\\\"\\n]|\\\\\\\\|\\\\\"|\\\\n)*\"";
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)((?:\\{" + LABEL + "(?:," + LABEL + ")*})?)"
              + " (NaN|[+-]?Inf|[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)");

  private Exposition() {}

  /// Each series with its value.
  public static Map<String, Double> read(String text) {
    assertThat(text).as("the last line ends").endsWith("\n").doesNotContain("\r");
    Map<String, Double> series = new LinkedHashMap<>();
    Set<String> families = new HashSet<>();
    String family = "";
    String type = "";
    for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
      Matcher help = HELP.matcher(line);
      Matcher typed = TYPE.matcher(line);
      if (help.matches()) {
        family = help.group(1);
        type = "";
        assertThat(families.add(family)).as("%s once", family).isTrue();
      } else if (typed.matches()) {
        assertThat(typed.group(1)).isEqualTo(family);
        type = typed.group(2);
      } else {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as("a line of the format: %s", line).isTrue();
        assertThat(sample.group(1)).isIn(names(family, type));
        String name = sample.group(1) + sample.group(2);
        assertThat(series.put(name, Double.valueOf(sample.group(3)))).as(name).isNull();
      }
    }
    return series;
  }

  private static Set<String> names(String family, String type) {
    return switch (type) {
      case "counter", "gauge", "untyped" -> Set.of(family);
      case "summary" -> Set.of(family, family + "_sum", family + "_count");
      case "histogram" -> Set.of(family + "_sum", family + "_count", family + "_bucket");
      default -> throw new AssertionError(family + " has no type before its lines");
    };
  }
}
