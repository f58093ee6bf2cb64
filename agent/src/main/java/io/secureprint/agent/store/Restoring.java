// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.PrivateFile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Puts a copy of the records in the place of a file that cannot be read. What was there is kept beside
/// it.
public final class Restoring {
  private static final String FILE = "sps.mv.db";

  private Restoring() {}

  /// Puts `copy` in the place of the folder `database` while the shop is closed.
  ///
  /// @param aside where to the former folder goes
  /// @throws Database.Unusable `DATA_FOLDER_BUSY` while the shop is open, `BACKUP_UNREADABLE` where the
  ///     copy itself is no good; then everything is as before
  public static void restore(Path database, Path copy, Path aside)
      throws IOException, Database.Unusable {
    checkNobodyIsIn(database);
    Path fresh = PrivateFile.closedFolder(database.resolveSibling("db.restoring"));
    unpack(copy, fresh.resolve(FILE));
    try {
      Database.open(fresh).close();
    } catch (Database.Unusable e) {
      throw unreadable(copy, e);
    }
    if (Files.exists(database)) {
      Files.move(database, aside, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(fresh, database, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void checkNobodyIsIn(Path database) throws Database.Unusable {
    if (!Files.exists(database.resolve(FILE))) {
      return;
    }
    Optional<Database.Unusable> why = Optional.empty();
    try {
      Database.open(database).close();
    } catch (Database.Unusable e) {
      why = Optional.of(e);
    }
    if (why.filter(Database.Unusable::isBusy).isPresent()) {
      throw why.get();
    }
  }

  private static void unpack(Path copy, Path file) throws IOException, Database.Unusable {
    try (InputStream in = Files.newInputStream(copy);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        if (each.getName().equals(FILE)) {
          Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
          return;
        }
      }
    }
    throw unreadable(copy, new IOException("no " + FILE + " in it"));
  }

  private static Database.Unusable unreadable(Path copy, Exception why) {
    return new Database.Unusable("BACKUP_UNREADABLE", copy + " cannot be used", why);
  }
}
