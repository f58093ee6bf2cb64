// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.audit.SignedNote.Verdict;
import io.secureprint.agent.kernel.Ids;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;

final class ShopKeyTest {
  @TempDir private Path folder;
  private ShopKey key;

  @BeforeEach
  void makeAKey() throws IOException {
    key = new KeyStoreFile(folder.resolve("keys"), Ids.secure()).shopKey();
  }

  @Test
  void aSignedNoteIsValidUnderTheShopsVerifierKey() {
    String note = key.note("line one\nline two\n");
    assertThat(SignedNote.verify(note, key.verifierKey()))
        .isEqualTo(new Verdict.Valid("line one\nline two\n"));
  }

  @Test
  void theKeyIsTheSameAfterARestart() throws IOException {
    ShopKey again = new KeyStoreFile(folder.resolve("keys"), Ids.secure()).shopKey();
    assertThat(again.verifierKey()).isEqualTo(key.verifierKey());
  }

  @Test
  void anyChangedCharacterOfTheTextIsFoundOut() {
    String note = key.note("{\"files\":3}\n");
    for (int at = 0; at < note.indexOf("\n\n"); at++) {
      String changed = note.substring(0, at) + '~' + note.substring(at + 1);
      assertThat(SignedNote.verify(changed, key.verifierKey())).as("at %d", at)
          .isEqualTo(new Verdict.Forged());
    }
  }

  @Test
  void anotherShopsReceiptIsToldApart() throws IOException {
    ShopKey other = new KeyStoreFile(folder.resolve("other"), Ids.secure()).shopKey();
    assertThat(SignedNote.verify(other.note("x\n"), key.verifierKey()))
        .isEqualTo(new Verdict.OtherKey());
  }

  @Test
  void aMangledNoteNeverVouchesForAnotherText() {
    Random random = new Random(7);
    String note = key.note("text\n");
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      String mangled = new String(bytes, StandardCharsets.UTF_8);
      if (SignedNote.verify(mangled, key.verifierKey()) instanceof Verdict.Valid(String text)) {
        assertThat(text).isEqualTo("text\n");
      }
    }
    assertThat(SignedNote.verify("", "")).isEqualTo(new Verdict.Malformed());
  }

  @Test
  void onlyTheOwnerMayReadTheKeyFiles() throws IOException {
    for (String file : new String[] {"shop.p12", "store.password"}) {
      assertThat(Files.getPosixFilePermissions(folder.resolve("keys").resolve(file)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }
}
