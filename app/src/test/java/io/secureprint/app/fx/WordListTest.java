// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One word for one thing, on every screen, on the phone and on paper.
final class WordListTest {
  private static final Path WORDS = Path.of("src/main/resources/io/secureprint/app");
  private static final Path PHONE = Path.of("../agent/src/main/web/src/words");
  private static final Pattern HINDI = Pattern.compile("\\p{InDevanagari}");
  private static final Pattern SAID = Pattern.compile("“([^”]+)”");
  private static final Pattern PUBLISH = Pattern.compile("(?i)\\bpublish");
  private static final Pattern SWITCH_ON = Pattern.compile("(?i)\\b(switch|turn)(ed)? (it )?on\\b");

  /// The word that is used, and those that mean the same and are not.
  @ParameterizedTest
  @CsvSource({
    "वर्कफ़्लो, कार्यप्रवाह",
    "वर्शन, संस्करण",
    "सेव, सहेज",
    "ड्राफ़्ट, मसौद|कच्ची योजना",
    "सेशन, सत्र",
    "इंतज़ार, प्रतीक्षा|इंतजार",
    "जारी, प्रकाशित",
    "असफल, विफल",
    "कितना ज़रूरी, प्राथमिकता",
    "दुकान का हिस्सा, विभाग",
    "लाइन, पंक्ति",
    "टेक्स्ट, पाठ",
    "पेज, पन्न|पृष्ठ",
    "जाँच शीट, टेस्ट शीट",
    "कोशिश, प्रयास",
    "गुप्त कुंजी, गुप्त कोड",
    "पीसी, PC",
    "Wi-Fi, वाई-फ़ाई|वाई‑फ़ाई|वाईफ़ाई",
    "सेटिंग, सेटिंग्स",
    "क़तार, कतार",
    "बाक़ी, बाकी",
    "ख़ाली, खाली",
    "ज़्यादा, ज्यादा",
  })
  void aThingHasOneHindiWord(String used, String others) throws IOException {
    Pattern loser = Pattern.compile(others);
    assertThat(hindi().filter(line -> loser.matcher(line).find()))
        .as("it is called %s", used)
        .isEmpty();
  }

  /// What is published is out; what is switched on runs. In Hindi one word could mean both.
  @ParameterizedTest
  @ValueSource(strings = {"words", "workflows", "codes", "demo"})
  void toPublishIsNotToSwitchOn(String bundle) throws IOException {
    Map<String, String> hindi = said(WORDS.resolve(bundle + "_hi.properties"));
    said(WORDS.resolve(bundle + ".properties")).forEach((key, english) -> {
      if (PUBLISH.matcher(english).find()) {
        assertThat(hindi.get(key)).as(key).contains("जारी").doesNotContain("चालू");
      } else if (SWITCH_ON.matcher(english).find()) {
        assertThat(hindi.get(key)).as(key).contains("चालू").doesNotContain("जारी");
      }
    });
  }

  /// Whoever reads what to do next finds it under that name.
  @ParameterizedTest
  @CsvSource({"'', en", "_hi, hi"})
  void whatACodeNamesIsCalledSoOnAScreenOrOnThePhone(String ending, String phone)
      throws IOException {
    String screens =
        String.join("\n", said(WORDS.resolve("words" + ending + ".properties")).values())
            + String.join("\n", said(WORDS.resolve("workflows" + ending + ".properties")).values())
            + Files.readString(PHONE.resolve(phone + ".ts"));
    assertThat(
            said(WORDS.resolve("codes" + ending + ".properties")).values().stream()
                .flatMap(text -> SAID.matcher(text).results().map(found -> found.group(1)))
                .filter(name -> !name.startsWith("sps ")))
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(screens.toLowerCase(Locale.ROOT))
                    .contains(name.toLowerCase(Locale.ROOT)));
  }

  @Test
  void thePhraseFilesAreRead() throws IOException {
    assertThat(hindi()).hasSizeGreaterThan(2_000).anyMatch(line -> line.contains("nav.workflows"));
  }

  /// Every line of the product that has Hindi in it.
  private static Stream<String> hindi() throws IOException {
    List<Path> sources =
        List.of(
            Path.of("src/main"),
            Path.of("../agent/src/main"),
            Path.of("../printer-driver/src/main"));
    Stream.Builder<String> lines = Stream.builder();
    for (Path source : sources) {
      try (Stream<Path> files = Files.walk(source)) {
        for (Path file : files.filter(WordListTest::isText).toList()) {
          Files.readAllLines(file).stream()
              .filter(line -> HINDI.matcher(line).find())
              .forEach(lines::add);
        }
      }
    }
    return lines.build();
  }

  private static boolean isText(Path file) {
    return !file.toString().contains("node_modules")
        && file.toString().matches(".*\\.(java|properties|json|tsx?|html)");
  }

  private static Map<String, String> said(Path file) throws IOException {
    Properties read = new Properties();
    try (Reader text = Files.newBufferedReader(file)) {
      read.load(text);
    }
    Map<String, String> said = new TreeMap<>();
    read.stringPropertyNames().forEach(key -> said.put(key, read.getProperty(key)));
    return said;
  }
}
