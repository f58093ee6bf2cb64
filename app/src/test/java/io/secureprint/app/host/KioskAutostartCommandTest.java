// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.app.host.KioskAutostartCommand.Person;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

final class KioskAutostartCommandTest {
  @TempDir private Path config;
  private final StringWriter said = new StringWriter();

  @Test
  void switchedOnTheDesktopFindsAnEntryAndSwitchedOffNone() {
    Person asha = new Person("asha", config, true);
    Path entry = config.resolve("autostart/secureprint-session.desktop");
    assertThat(run(asha)).isZero();
    assertThat(run(asha, "on")).isZero();
    assertThat(entry).isRegularFile();
    assertThat(run(asha)).isZero();
    assertThat(run(asha, "off")).isZero();
    assertThat(run(asha, "off")).isZero();
    assertThat(entry).doesNotExist();
    assertThat(said.toString().lines().map(line -> line.replaceAll(":.*", "")))
        .containsExactly("off", "on", "on", "off", "off");
  }

  @Test
  void aProgramThatIsNotInstalledCannotStartByItself() {
    assertThat(run(new Person("asha", config, false), "on")).isEqualTo(2);
    assertThat(said.toString()).startsWith("NOT_INSTALLED: ");
    assertThat(config).isEmptyDirectory();
  }

  @Test
  void theAdministratorDoesNotOpenTheShop() {
    assertThat(run(new Person("root", config, true), "on")).isEqualTo(2);
    assertThat(said.toString()).startsWith("NOT_AS_ROOT: ");
    assertThat(config).isEmptyDirectory();
  }

  private int run(Person person, String... arguments) {
    PrintWriter streams = new PrintWriter(said, true);
    return new CommandLine(new KioskAutostartCommand(person))
        .setOut(streams)
        .setErr(streams)
        .execute(arguments);
  }
}
