// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.host;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Whether the shop opens by itself when its person logs in to the desktop: by an entry in the
/// desktop's autostart folder, for that person alone.
@Command(
    name = "kiosk-autostart",
    mixinStandardHelpOptions = true,
    description = "Tells whether the shop opens when you log in, or switches that on or off.")
public final class KioskAutostartCommand implements Callable<Integer> {
  private static final int FAILED = 2;

  private final Person person;

  @Parameters(arity = "0..1", paramLabel = "on|off", description = "Without it: how it stands.")
  private @Nullable Wish wish;

  @Spec private @Nullable CommandSpec command;

  /// Whose desktop it is. `installed` tells whether a package has put the program on this PC: only
  /// then there is something to start.
  ///
  /// @param config where the person's programs keep their settings
  public record Person(String name, Path config, boolean installed) {}

  /// Lower case, as people type it.
  private enum Wish {
    on, off
  }

  public KioskAutostartCommand(Person person) {
    this.person = person;
  }

  @Override
  public Integer call() {
    Path entry = person.config().resolve("autostart").resolve("secureprint-session.desktop");
    try {
      return switch (wish) {
        case null -> tell(entry);
        case on -> switchOn(entry);
        case off -> switchOff(entry);
      };
    } catch (IOException e) {
      return refuse("STORAGE_FAILED: " + e.getMessage());
    }
  }

  private int switchOn(Path entry) throws IOException {
    if (!person.installed()) {
      return refuse("NOT_INSTALLED: it starts the installed program: install the package first");
    }
    if (person.name().equals("root")) {
      return refuse("NOT_AS_ROOT: say it as the person who logs in to the desktop, without sudo");
    }
    Files.createDirectories(entry.getParent());
    try (InputStream text = getClass().getResourceAsStream("kiosk-autostart.desktop")) {
      Files.write(entry, Objects.requireNonNull(text, "kiosk-autostart.desktop").readAllBytes());
    }
    return tell(entry);
  }

  private int switchOff(Path entry) throws IOException {
    Files.deleteIfExists(entry);
    return tell(entry);
  }

  private int tell(Path entry) {
    streams()
        .getOut()
        .println(
            Files.exists(entry)
                ? "on: the shop opens when you log in (" + entry + ")"
                : "off: the shop opens when you start it");
    return 0;
  }

  private int refuse(String why) {
    streams().getErr().println(why);
    return FAILED;
  }

  private CommandLine streams() {
    return Objects.requireNonNull(command, "picocli gives it").commandLine();
  }
}
