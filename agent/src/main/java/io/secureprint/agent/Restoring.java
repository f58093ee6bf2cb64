// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.kernel.PrivateFile;
import io.secureprint.agent.store.Database;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// Puts a copy of the records in the place of a file that cannot be read, while the shop is closed. What
/// was there is kept beside it.
public final class Restoring {
  private static final String FILE = "sps.mv.db";

  private final Folders folders;

  public Restoring(Folders folders) {
    this.folders = folders;
  }

  /// Puts `copy` in the place of the records.
  ///
  /// @param anyway also of records that can be read, of which then all is lost that came after the copy
  /// @param aside where what was there goes
  /// @throws Database.Unusable `DATA_FOLDER_BUSY` while the shop is open, `BACKUP_NOT_NEEDED` where the
  ///     records can be read, `BACKUP_UNREADABLE` or `DATABASE_NEWER` where the copy is no good; then
  ///     everything is as before
  public void restore(Path copy, boolean anyway, Path aside)
      throws IOException, Database.Unusable {
    try (FolderLock _ = FolderLock.of(folders.lock())) {
      Path fresh = beside("db.restoring");
      // A power cut leaves what would be in the way, once what it left is not the only books there are.
      finish(folders);
      delete(restored());
      delete(fresh);
      check(anyway);
      try {
        PrivateFile.closedFolder(fresh);
        unpack(copy, fresh.resolve(FILE));
        tryOut(copy, fresh);
        Files.move(fresh, restored(), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(fresh);
      }
      if (Files.exists(folders.database())) {
        Files.move(folders.database(), aside, StandardCopyOption.ATOMIC_MOVE);
      }
      finish(folders);
    }
  }

  /// Ends what a power cut has broken off between its last two steps.
  static void finish(Folders folders) throws IOException {
    Path restored = new Restoring(folders).restored();
    if (Files.exists(restored) && !Files.exists(folders.database())) {
      Files.move(restored, folders.database(), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private Path restored() {
    return beside("db.restored");
  }

  private Path beside(String name) {
    return folders.database().resolveSibling(name);
  }

  private void check(boolean anyway) throws Database.Unusable {
    if (!Files.exists(folders.database().resolve(FILE))) {
      return;
    }
    Optional<Database.Unusable> why = trouble(folders.database());
    boolean damaged = why.filter(each -> each.code().equals("DATABASE_DAMAGED")).isPresent();
    if (why.isPresent() && (why.get().isBusy() || (!damaged && !anyway))) {
      throw why.get();
    }
    if (why.isEmpty() && !anyway) {
      throw new Database.Unusable("BACKUP_NOT_NEEDED", "the books can be read");
    }
  }

  private static void tryOut(Path copy, Path fresh) throws Database.Unusable {
    Optional<Database.Unusable> why = trouble(fresh);
    if (why.isPresent()) {
      throw why.get().code().equals("DATABASE_NEWER") ? why.get() : unreadable(copy, why.get());
    }
  }

  private static Optional<Database.Unusable> trouble(Path database) {
    try {
      Database.open(database).close();
      return Optional.empty();
    } catch (Database.Unusable e) {
      return Optional.of(e);
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
    } catch (ZipException | EOFException e) {
      throw unreadable(copy, e);
    }
    throw unreadable(copy, new IOException("no " + FILE + " in it"));
  }

  private static Database.Unusable unreadable(Path copy, Exception why) {
    return new Database.Unusable("BACKUP_UNREADABLE", copy + " cannot be used", why);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
