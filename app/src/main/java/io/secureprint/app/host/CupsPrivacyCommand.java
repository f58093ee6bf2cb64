// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.host;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Whether this PC's CUPS forgets documents once they are printed. Exit code 0 when it does, or when
/// what was asked is done.
@Command(
    name = "cups-privacy",
    mixinStandardHelpOptions = true,
    description = "Tells whether CUPS forgets documents once they are printed, and makes it so.")
public final class CupsPrivacyCommand implements Callable<Integer> {
  private static final int KEEPS = 1;
  private static final int FAILED = 2;

  @ArgGroup private @Nullable Wish wish;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "CUPS' configuration.",
      defaultValue = "/etc/cups/cupsd.conf",
      showDefaultValue = Visibility.ALWAYS)
  private @Nullable Path file;

  @Spec private @Nullable CommandSpec command;

  private enum Act {
    CHECK, APPLY, UNDO
  }

  static final class Wish {
    private Act act = Act.CHECK;

    @Option(names = "--check", description = "Tells how it stands and changes nothing (default).")
    void check(boolean given) {
      choose(given, Act.CHECK);
    }

    @Option(names = "--apply", description = "Sets what is missing. As root.")
    void apply(boolean given) {
      choose(given, Act.APPLY);
    }

    @Option(names = "--undo", description = "Sets it back to what it was before. As root.")
    void undo(boolean given) {
      choose(given, Act.UNDO);
    }

    private void choose(boolean given, Act chosen) {
      act = given ? chosen : act;
    }
  }

  @Override
  public Integer call() {
    Path named = Objects.requireNonNull(file, "picocli knows the default");
    try {
      KeptFile conf = new KeptFile(named);
      return switch (wish == null ? Act.CHECK : wish.act) {
        case CHECK -> check(conf);
        case APPLY -> apply(conf);
        case UNDO -> undo(conf);
      };
    } catch (NoSuchFileException _) {
      return refuse("CUPS_MISSING: there is no " + named + ": is CUPS installed?");
    } catch (AccessDeniedException e) {
      return refuse("ROOT_NEEDED: " + e.getMessage() + " cannot be used: try again with sudo");
    } catch (IOException e) {
      return refuse("STORAGE_FAILED: " + e.getMessage());
    }
  }

  private int check(KeptFile file) throws IOException {
    CupsdConf conf = CupsdConf.parse(file.text());
    boolean all = true;
    for (CupsSetting setting : CupsSetting.values()) {
      boolean stands = setting.standsIn(conf);
      String instead = stands ? "" : ", should be " + setting.wanted();
      say("%s %s%s".formatted(setting.directive(), setting.valueIn(conf), instead));
      all &= stands;
    }
    say(
        all
            ? "CUPS forgets documents once they are printed."
            : "CUPS keeps documents after they are printed. Next: sudo " + command().qualifiedName() + " --apply");
    return all ? 0 : KEEPS;
  }

  private int apply(KeptFile file) throws IOException {
    CupsdConf before = CupsdConf.parse(file.text());
    CupsdConf after = before;
    for (CupsSetting setting : CupsSetting.values()) {
      after = setting.in(after);
    }
    if (after.equals(before)) {
      say("Nothing to change.");
      return 0;
    }
    file.change(after.text());
    tell(before, after);
    say("The file as it was is kept as " + file.before());
    return 0;
  }

  private int undo(KeptFile file) throws IOException {
    if (!file.isChanged()) {
      say("Nothing to undo.");
      return 0;
    }
    CupsdConf now = CupsdConf.parse(file.text());
    CupsdConf original = CupsdConf.parse(file.textBefore());
    CupsdConf after = now;
    for (CupsSetting setting : CupsSetting.values()) {
      after = setting.undoneIn(after, original);
    }
    file.changeBack(after.text());
    tell(now, after);
    return 0;
  }

  private void tell(CupsdConf before, CupsdConf after) {
    for (CupsSetting setting : CupsSetting.values()) {
      String was = setting.valueIn(before);
      String is = setting.valueIn(after);
      say(setting.directive() + " " + is + (is.equals(was) ? "" : ", was " + was));
    }
    say("CUPS heeds it from its next start. Next: systemctl restart cups");
  }

  private CommandSpec command() {
    return Objects.requireNonNull(command, "picocli gives it");
  }

  private void say(String line) {
    command().commandLine().getOut().println(line);
  }

  private int refuse(String why) {
    command().commandLine().getErr().println(why);
    return FAILED;
  }
}
