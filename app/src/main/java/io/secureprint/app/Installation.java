// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.app.host.KioskAutostartCommand;

import picocli.CommandLine.IVersionProvider;

import java.nio.file.Path;
import java.util.Objects;

/// Which program this is, and whether it is the one that a package has put on the PC.
final class Installation implements IVersionProvider {
  /// The installed program's launcher says so.
  private static final String LAUNCHER = "jpackage.app-path";

  /// Whoever has started it.
  static KioskAutostartCommand.Person person() {
    String named = System.getenv("XDG_CONFIG_HOME");
    return new KioskAutostartCommand.Person(
        System.getProperty("user.name"),
        named == null || named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".config")
            : Path.of(named),
        System.getProperty(LAUNCHER) != null);
  }

  /// What people type to start this program.
  static String command() {
    return Path.of(System.getProperty(LAUNCHER, "./sps")).getFileName().toString();
  }

  @Override
  public String[] getVersion() {
    String version = Installation.class.getPackage().getImplementationVersion();
    return new String[] {
      "SecurePrint Session " + Objects.requireNonNullElse(version, "development")
    };
  }
}
