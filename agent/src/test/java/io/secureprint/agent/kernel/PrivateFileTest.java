// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

final class PrivateFileTest {
  @TempDir private Path scratch;

  @Test
  void foldersAndFilesAreForTheirUserAlone() throws IOException {
    Path file = scratch.resolve("shop").resolve("keys").resolve("secret");
    PrivateFile.write(file, "one".getBytes(US_ASCII));
    PrivateFile.write(file, "two".getBytes(US_ASCII));
    assertThat(file).hasContent("two");
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(scratch.resolve("shop"))).isEqualTo("rwx------");
    assertThat(permissions(scratch.resolve("shop").resolve("keys"))).isEqualTo("rwx------");
  }

  @Test
  void aFolderThatWasOpenToOthersIsClosedWhereThatIsAskedFor() throws IOException {
    Path shared = Files.createDirectory(scratch.resolve("shared"));
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
    PrivateFile.folder(shared);
    assertThat(permissions(shared)).isEqualTo("rwxr-xr-x");
    PrivateFile.closedFolder(shared);
    assertThat(permissions(shared)).isEqualTo("rwx------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
