// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.kernel.Problem.Category;
import io.secureprint.agent.kernel.Problem.Recovery;
import io.secureprint.agent.kernel.Problem.Severity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// The one table of everything that can go wrong, read from `problems.txt` beside this class: a line
/// for each code. Tests hold that each code of the program has its line, and each line its words.
public final class Problems {
  /// IPP adds how bad it is to a printer's reason (RFC 8011 5.4.12).
  private static final Pattern SEVERITY = Pattern.compile("-(report|warning|error)$");
  private static final Map<String, Problem> TABLE = read();

  private Problems() {}

  /// In the order of the table.
  public static Collection<Problem> all() {
    return TABLE.values();
  }

  /// The problem with this code, a printer's reason with or without its severity; one that the table
  /// does not have is a person's to look at.
  public static Problem of(String code) {
    return find(code)
        .orElseGet(
            () -> new Problem("UNKNOWN", Category.INTERNAL, Severity.MEDIUM, Recovery.ASK));
  }

  public static Optional<Problem> find(String code) {
    return Optional.ofNullable(TABLE.get(plain(code)));
  }

  /// A printer's reason without its severity; any other code as it is.
  public static String plain(String code) {
    return SEVERITY.matcher(code).replaceFirst("");
  }

  private static Map<String, Problem> read() {
    try (InputStream in = Problems.class.getResourceAsStream("problems.txt")) {
      String text = new String(Objects.requireNonNull(in, "problems.txt").readAllBytes(), UTF_8);
      Map<String, Problem> table = new LinkedHashMap<>();
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Problems::problem)
          .forEach(problem -> add(table, problem));
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException("problems.txt", e);
    }
  }

  private static void add(Map<String, Problem> table, Problem problem) {
    if (table.put(problem.code(), problem) != null) {
      throw new IllegalStateException("two lines for " + problem.code());
    }
  }

  private static Problem problem(String line) {
    String[] words = line.strip().split(" ", -1);
    if (words.length != 4) {
      throw new IllegalStateException("not a problem: " + line);
    }
    return new Problem(
        words[0],
        Category.valueOf(words[1].toUpperCase(Locale.ROOT)),
        Severity.valueOf(words[2].toUpperCase(Locale.ROOT)),
        Recovery.valueOf(words[3].toUpperCase(Locale.ROOT)));
  }
}
