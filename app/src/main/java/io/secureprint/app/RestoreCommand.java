// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.Folders;
import io.secureprint.agent.Restoring;
import io.secureprint.agent.store.Backups;
import io.secureprint.agent.store.Database;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Puts a copy of the shop's books in the place of a file that cannot be read.
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Puts a copy of the books in their place; what was there is kept beside it.")
final class RestoreCommand implements Callable<Integer> {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

  @Parameters(
      paramLabel = "COPY",
      arity = "0..1",
      description = "Which copy; the newest where none is named.")
  private @Nullable Path copy;

  @Option(
      names = "--anyway",
      description = "Also where the books can be read; what came after the copy is lost.")
  private boolean anyway;

  @Option(names = "--data", paramLabel = "DIR", description = "Where the shop keeps its data.")
  private @Nullable Path data;

  @Override
  public Integer call() {
    Folders folders = new Folders(DataFolder.of(data));
    String now = LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
    Path aside = folders.data().resolve("db.until-" + now);
    try {
      Optional<Path> from =
          copy == null ? Backups.newest(folders.backups()) : Optional.of(copy);
      if (from.filter(Files::isRegularFile).isEmpty()) {
        return Told.say(2, "BACKUP_MISSING: there is no " + from.orElse(folders.backups()));
      }
      new Restoring(folders).restore(from.get(), anyway, aside);
      String kept = Files.exists(aside) ? "; the former are in " + aside : "";
      return Told.say(0, "the books are those of " + from.get().getFileName() + kept);
    } catch (Database.Unusable e) {
      return Told.say(2, e.code() + ": " + e.getMessage());
    } catch (IOException e) {
      return Told.say(1, "STORAGE_FAILED: " + e.getMessage());
    }
  }
}
