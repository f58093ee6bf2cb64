// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// On the configuration that this system's CUPS comes with, judged by CUPS itself.
final class CupsPrivacyCommandTest {
  private static final Path COMES_WITH = Path.of("/usr/share/cups/cupsd.conf.default");

  @TempDir private Path folder;
  private Path conf;
  private String original;

  @BeforeEach
  void copyTheConfiguration() throws IOException {
    original = Files.readString(COMES_WITH);
    conf = Files.writeString(folder.resolve("cupsd.conf"), original);
  }

  @Test
  void whatCupsComesWithKeepsDocuments() {
    Said said = run("--check");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out())
        .contains("PreserveJobHistory Yes\n")
        .contains("PreserveJobFiles 86400, should be No")
        .contains("DirtyCleanInterval 30, should be 0")
        .contains("cups-privacy --apply");
  }

  @Test
  void applyingItTwiceChangesItOnceAndCupsUnderstandsIt() throws Exception {
    Files.setPosixFilePermissions(conf, PosixFilePermissions.fromString("rw-r-----"));
    Said said = run("--apply");
    assertThat(said.status()).isZero();
    assertThat(said.out()).contains("PreserveJobFiles No, was 86400").contains("restart cups");
    String changed = Files.readString(conf);
    assertThat(changed)
        .startsWith(original.strip())
        .endsWith("\nPreserveJobHistory Yes\nPreserveJobFiles No\nDirtyCleanInterval 0\n");
    assertThat(Files.getPosixFilePermissions(conf)).hasSize(3);
    assertThat(cupsSays()).isEqualTo("\"" + conf + "\" is OK.");

    assertThat(run().status()).isZero();
    assertThat(run("--apply").out()).isEqualTo("Nothing to change.\n");
    assertThat(Files.readString(conf)).isEqualTo(changed);
  }

  @Test
  void undoingItBringsTheFileBackToTheByte() throws IOException {
    run("--apply");
    Said said = run("--undo");
    assertThat(said.status()).isZero();
    assertThat(said.out()).contains("PreserveJobFiles 86400, was No");
    assertThat(Files.readString(conf)).isEqualTo(original);
    assertThat(folder).isDirectoryContaining("glob:**cupsd.conf").isDirectoryNotContaining("glob:**.before-*");
    assertThat(run("--undo").out()).isEqualTo("Nothing to undo.\n");
  }

  @Test
  void whatAPersonChangedMeanwhileOutlivesTheUndoing() throws IOException {
    original = "preservejobfiles 3600 # an hour\n" + original;
    Files.writeString(conf, original);
    run("--apply");
    Files.writeString(conf, Files.readString(conf).replace("LogLevel warn", "LogLevel debug"));
    run("--undo");
    assertThat(Files.readString(conf))
        .isEqualTo(original.replace("LogLevel warn", "LogLevel debug"));
  }

  @Test
  void onlyTheLastLineOutsideOfSectionsCounts() throws IOException {
    Files.writeString(
        conf,
        """
        PreserveJobFiles Yes
        <Policy default>
          PreserveJobFiles No
        </Policy>
        #PreserveJobFiles No
        PRESERVEJOBFILES no
        DirtyCleanInterval 0""");
    assertThat(run("--check").status()).isZero();
    Files.writeString(conf, Files.readString(conf) + "\nPreserveJobFiles 10");
    assertThat(run("--check").out()).contains("PreserveJobFiles 10, should be No");
    run("--apply");
    assertThat(Files.readString(conf)).doesNotContain("Yes\n<").doesNotContain("JobFiles 10")
        .contains("</Policy>\n#PreserveJobFiles No\nDirtyCleanInterval 0\n");
    assertThat(run("--check").status()).isZero();
  }

  @Test
  void aPcWithoutCupsIsToldSo() {
    conf = folder.resolve("nowhere");
    assertThat(run("--apply").err()).startsWith("CUPS_MISSING: ");
    assertThat(run("--apply").status()).isEqualTo(2);
  }

  @Test
  @DisabledIfSystemProperty(named = "user.name", matches = "root")
  void whoMayNotChangeItIsToldHow() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    assertThat(run("--apply").err()).startsWith("ROOT_NEEDED: ").contains("sudo");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(Files.readString(conf)).isEqualTo(original);
  }

  private String cupsSays() throws IOException {
    Process check =
        new ProcessBuilder("/usr/sbin/cupsd", "-t", "-c", conf.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said.lines().filter(line -> line.contains(conf.toString())).findFirst().orElse(said);
  }

  private Said run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        new CommandLine(new CupsPrivacyCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--file", conf.toString()));
    int status = command.execute(all.toArray(String[]::new));
    return new Said(status, out.toString(), err.toString());
  }

  private record Said(int status, String out, String err) {}
}
