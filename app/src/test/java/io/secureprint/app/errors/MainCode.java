// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.errors;

import io.secureprint.agent.intake.TurnedAway;
import io.secureprint.agent.payment.Flag;
import io.secureprint.agent.session.EndReason;
import io.secureprint.driver.api.DocumentRefusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The codes that the program's own source uses.
final class MainCode {
  private static final Path ROOT = Path.of("..");
  private static final List<String> MODULES = List.of("printer-driver", "agent", "app");
  /// Text in the form of a code: what is none is listed in `errors/not-codes.txt`.
  private static final Pattern IN_JAVA = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");
  /// The phone's words for errors: an entry for each.
  private static final Pattern IN_WORDS = Pattern.compile("(?m)^ {4}([A-Z][A-Z0-9_]+): \\[");
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");
  private static final Path WORDS = ROOT.resolve("agent/src/main/web/src/words/en.ts");

  private MainCode() {}

  static Set<String> codes() throws IOException {
    Set<String> found = new TreeSet<>(phone());
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          found.addAll(all(IN_JAVA, file));
        }
      }
    }
    found.addAll(names(DocumentRefusal.values()));
    found.addAll(names(Flag.values()));
    found.addAll(names(TurnedAway.values()));
    found.addAll(endings());
    return found;
  }

  /// The codes of sessions that ended. One that was printed has none.
  static Set<String> endings() {
    return Arrays.stream(EndReason.values())
        .filter(reason -> reason != EndReason.PRINTED)
        .map(reason -> "SESSION_" + reason)
        .collect(Collectors.toSet());
  }

  /// Whether the shop, or the phone's page, ever says this code: as text, or as a constant that is used
  /// beside being declared. Words for a code are not yet somebody who says it.
  static boolean says(String code, String source) {
    return source.contains('"' + code + '"')
        || source.contains("'" + code + "'")
        || Pattern.compile("\\b" + code + "\\b").matcher(source).results().count() > 1;
  }

  /// All that runs, without comments and words.
  static String source() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
        for (Path file : files.filter(MainCode::runs).toList()) {
          all.append(COMMENT.matcher(Files.readString(file)).replaceAll(""));
        }
      }
    }
    return all.toString();
  }

  private static boolean runs(Path file) {
    String name = file.toString();
    return name.matches(".*\\.(java|tsx?)")
        && !name.contains("node_modules")
        && !name.contains("/web/test/")
        && !name.contains("/src/words/");
  }

  static Set<String> phone() throws IOException {
    return all(IN_WORDS, WORDS);
  }

  private static Set<String> all(Pattern code, Path file) throws IOException {
    return code.matcher(Files.readString(file))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> names(Enum<?>... values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
  }
}
