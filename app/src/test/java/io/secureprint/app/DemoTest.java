// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.audit.SignedNote;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// `./sps demo`, in processes of its own, with real printers.
final class DemoTest {
  private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `([a-zA-Z0-9.\\[\\]]+)` \\|");

  @TempDir private Path folder;
  private Path temporary;

  @BeforeEach
  void makeRoom() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
  }

  @Test
  void allScenesEndAsTheyMustAndTheReportIsAsPublished() throws Exception {
    try (Program demo = demo(Map.of(), "--json")) {
      JsonNode report = report(demo);
      assertThat(demo.exit(20)).as(demo.errors()).isZero();
      assertThat(report.at("/ok").asBoolean()).isTrue();
      assertThat(report.at("/printer").asString()).isEqualTo("ipp");
      assertThat(report.at("/printed").asInt()).isEqualTo(7);
      assertThat(report.at("/figures/customers").asInt()).isEqualTo(8);
      assertThat(codes(report)).contains("PAYMENT_FAILED", "SESSION_GONE", "media-empty");
      assertThat(paths(report)).isEqualTo(documented());
      receiptsAreGenuine(report);
      JsonNode large = customer(report, "suresh").get("job");
      assertThat(large.toString())
          .isEqualTo(
              "{\"files\":2,\"bytes\":3500000,\"pages\":190,\"colourPages\":190,\"sheets\":95,"
                  + "\"sides\":190,\"duplex\":true,\"paise\":85500}");
      assertThat(demo.errors()).contains("6. 190 colour pages", "₹855.00", "Everything ended");
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aPrinterThatNeverGetsPaperMakesItFail() throws Exception {
    Map<String, String> broken = Map.of("PATH", brokenPrinter() + ":" + System.getenv("PATH"));
    try (Program demo =
        demo(broken, "--json", "--only", "paper-out", "--set", "session.printHold=PT2S")) {
      JsonNode report = report(demo);
      assertThat(demo.exit(20)).as(demo.errors()).isEqualTo(1);
      assertThat(report.at("/ok").asBoolean()).isFalse();
      assertThat(report.at("/printer").asString()).isEqualTo("ipp");
      assertThat(customer(report, "meena").get("ok").asBoolean()).isFalse();
      assertThat(customer(report, "meena").get("ended").asString()).isNotEqualTo("printed");
      assertThat(demo.errors()).contains("the shop owes the money", "NOT EVERYTHING ENDED");
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void withoutAnIppPrinterItShowsTheRestSaysSoAndFails() throws Exception {
    try (Program demo =
        demo(Map.of("PATH", temporary.toString()), "--json", "--only", "upi,paper-out")) {
      JsonNode report = report(demo);
      assertThat(demo.exit(20)).as(demo.errors()).isEqualTo(1);
      assertThat(report.at("/printer").asString()).isEqualTo("folder");
      assertThat(report.at("/printerWhy").asString()).isNotBlank();
      assertThat(report.at("/ok").asBoolean()).isFalse();
      assertThat(customer(report, "asha").get("ok").asBoolean()).isTrue();
      assertThat(customer(report, "meena").get("ended").asString()).isEqualTo("skipped");
      assertThat(demo.errors()).contains("THERE IS NO IPP PRINTER", "apt-get install cups-ipp-utils");
    }
  }

  @Test
  void theFolderIsGoodEnoughForWhoAsksForItAndIsKeptIfAsked() throws Exception {
    try (Program demo =
        demo(Map.of(), "--json", "--folder", "--keep", "--lang", "hi", "--only", "upi")) {
      JsonNode report = report(demo);
      assertThat(demo.exit(20)).as(demo.errors()).isZero();
      assertThat(report.at("/printer").asString()).isEqualTo("folder");
      Path kept = Path.of(report.at("/kept").asString());
      assertThat(kept).hasParent(temporary);
      assertThat(kept.resolve("printed")).isDirectoryContaining("glob:**.pdf");
      assertThat(demo.errors()).contains("आशा", kept.toString());
    }
  }

  @Test
  void whoDoesNotWantToSeeTheEndLeavesNothingBehind() throws Exception {
    try (Program demo = demo(Map.of(), "--folder")) {
      demo.line("1. ");
      demo.stop();
      assertThat(demo.exit(20)).isEqualTo(143);
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aWrongOptionIsToldByItsOwnExitCode() throws Exception {
    for (String[] wrong :
        List.of(
            new String[] {"--only", "lunch"},
            new String[] {"--lang", "de"},
            new String[] {"--set", "shop.nmae=x"})) {
      try (Program demo = demo(Map.of(), wrong)) {
        assertThat(demo.output()).isEmpty();
        assertThat(demo.exit(20)).isEqualTo(2);
        assertThat(demo.errors()).contains(wrong[1].split("=", 2)[0]);
      }
    }
  }

  private Program demo(Map<String, String> environment, String... options) throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    List<String> arguments = new ArrayList<>(List.of("demo"));
    arguments.addAll(List.of(options));
    return Program.start(folder.resolve("err.log"), all, arguments.toArray(String[]::new));
  }

  /// Standard output is one JSON document and nothing else.
  private static JsonNode report(Program demo) throws IOException {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build()
        .readTree(demo.output());
  }

  private static JsonNode customer(JsonNode report, String who) {
    for (JsonNode customer : report.get("customers")) {
      if (customer.get("customer").asString().equals(who)) {
        return customer;
      }
    }
    throw new AssertionError("no " + who + " in " + report);
  }

  private static List<String> codes(JsonNode report) {
    List<String> codes = new ArrayList<>();
    report.at("/figures/errors").forEach(error -> codes.add(error.get("code").asString()));
    return codes;
  }

  private static void receiptsAreGenuine(JsonNode report) {
    String key = report.at("/shopKey").asString();
    for (JsonNode customer : report.get("customers")) {
      String receipt = customer.at("/receipt/text").asString();
      assertThat(SignedNote.verify(receipt, key)).isInstanceOf(SignedNote.Verdict.Valid.class);
      assertThat(receipt).contains(customer.get("session").asString(), "\"complete\":1");
    }
  }

  /// The fields as `docs/demo.md` lists them.
  private static Set<String> documented() throws IOException {
    Set<String> fields = new TreeSet<>();
    String json = Files.readString(Path.of("..", "docs", "demo.md")).split("## The JSON", 2)[1];
    DOCUMENTED.matcher(json).results().forEach(found -> fields.add(found.group(1)));
    return fields;
  }

  private static Set<String> paths(JsonNode report) {
    Set<String> paths = new TreeSet<>();
    collect(report, "", paths);
    return paths;
  }

  private static void collect(JsonNode node, String path, Set<String> paths) {
    if (node.isObject()) {
      node.forEachEntry(
          (name, value) -> collect(value, path.isEmpty() ? name : path + "." + name, paths));
    } else if (node.isArray()) {
      node.forEach(item -> collect(item, path + "[]", paths));
    } else {
      paths.add(path);
    }
  }

  private Path brokenPrinter() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (String script : List.of("ippeveprinter", "never.sh")) {
      try (InputStream in = DemoTest.class.getResourceAsStream("/demo/" + script)) {
        Path file = bin.resolve(script);
        Files.write(file, Objects.requireNonNull(in, script).readAllBytes());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
    return bin;
  }
}
