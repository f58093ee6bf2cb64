// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One table of everything that can go wrong, and it is whole.
final class ErrorsTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "errors.md");
  private static final Path FRESH = Path.of("target", "errors.md");
  /// A reason that printers give, by a name of their own standard.
  private static final Pattern PRINTERS_OWN = Pattern.compile("[a-z]+(-[a-z]+)*");

  @Test
  void everyCodeOfTheProgramHasItsLineInTheTable() throws IOException {
    Set<String> missing = MainCode.codes();
    missing.removeAll(table());
    missing.removeAll(Set.copyOf(lines("/errors/not-codes.txt")));

    assertThat(missing).as("add a line for each to problems.txt").isEmpty();
  }

  @Test
  void everyLineOfTheTableIsSaidBySomebody() throws IOException {
    String source = MainCode.source();
    Set<String> unsaid = table();
    unsaid.removeIf(code -> PRINTERS_OWN.matcher(code).matches() || MainCode.says(code, source));
    unsaid.removeAll(MainCode.endings());

    assertThat(unsaid)
        .as("because words that nobody ever reads hide which ones are missing: say it, or drop it")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"codes", "codes_hi"})
  void everyLineOfTheTableHasItsWordsAndNoOthersAreKept(String bundle) throws IOException {
    List<String> wanted = new ArrayList<>();
    table().forEach(code -> wanted.addAll(List.of(code + ".what", code + ".next")));
    List<String> told =
        keys(bundle).stream().filter(key -> !key.endsWith(".kiosk")).toList();

    assertThat(told).as("%s.properties", bundle).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"codes", "codes_hi", "words", "words_hi"})
  void nothingIsSaidTwice(String bundle) throws IOException {
    assertThat(keys(bundle)).as("%s.properties", bundle).doesNotHaveDuplicates();
  }

  @Test
  void theDocumentIsUpToDate() throws IOException {
    String fresh = ErrorsDocument.text();
    Files.writeString(FRESH, fresh);

    assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
        .as("cp app/target/errors.md docs/errors.md")
        .isEqualTo(fresh);
  }

  @Test
  void aPrintersReasonIsFoundWithItsSeverityAndAForeignCodeIsAPersonsToLookAt() {
    assertThat(Problems.of("media-empty-error")).isEqualTo(Problems.of("media-empty"));
    assertThat(Problems.find("media-empty-error")).isPresent();
    assertThat(Problems.find("FROM_A_NEWER_AGENT")).isEmpty();
    assertThat(Problems.of("FROM_A_NEWER_AGENT").recovery()).isEqualTo(Problem.Recovery.ASK);
  }

  private static Set<String> table() {
    return Problems.all().stream()
        .map(Problem::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// As they stand in the file, the same one twice as two.
  private static List<String> keys(String bundle) throws IOException {
    return lines("/io/secureprint/app/" + bundle + ".properties").stream()
        .map(line -> line.substring(0, line.indexOf('=')).strip())
        .toList();
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = ErrorsTest.class.getResourceAsStream(resource)) {
      String text =
          new String(
              Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
