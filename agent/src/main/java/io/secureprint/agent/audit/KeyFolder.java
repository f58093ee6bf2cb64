// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.audit;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.PrivateFile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/// The folder `keys/`, for the shop's user alone: PKCS#12 files (0600) under a random password that
/// lies beside them, 0600, where the system keeps no secrets for unattended programs (decision 27).
final class KeyFolder {
  /// The stores take secret keys of known algorithms only; what is in them is bytes.
  private static final String ALGORITHM = "AES";

  private final Path folder;
  private final Ids ids;

  KeyFolder(Path folder, Ids ids) {
    this.folder = folder;
    this.ids = ids;
  }

  /// Makes the folder where there is none.
  void create() throws IOException {
    PrivateFile.folder(folder);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /// What lies under `alias` in the store `name`; empty where there is none.
  Optional<byte[]> get(String name, String alias) throws IOException {
    try {
      return load(name).getKey(alias, password()) instanceof SecretKeySpec key
          ? Optional.of(key.getEncoded())
          : Optional.empty();
    } catch (GeneralSecurityException e) {
      throw unusable(name, e);
    }
  }

  /// Puts `value` under `alias`; no bytes take away what was there.
  void put(String name, String alias, byte[] value) throws IOException {
    try {
      KeyStore store = load(name);
      if (value.length == 0) {
        store.deleteEntry(alias);
      } else {
        store.setEntry(
            alias,
            new KeyStore.SecretKeyEntry(new SecretKeySpec(value, ALGORITHM)),
            new KeyStore.PasswordProtection(password()));
      }
      char[] password = password();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      storeTo(store, bytes, password);
      PrivateFile.write(file(name), bytes.toByteArray());
    } catch (GeneralSecurityException e) {
      throw unusable(name, e);
    }
  }

  private KeyStore load(String name) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    Path file = file(name);
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, password());
      }
    } else {
      store.load(null, password());
    }
    return store;
  }

  private char[] password() throws IOException {
    Path file = folder.resolve("store.password");
    if (!Files.exists(file)) {
      byte[] fresh = ids.hex128().getBytes(StandardCharsets.US_ASCII);
      PrivateFile.write(file, fresh);
    }
    return Files.readString(file).toCharArray();
  }

  private static void storeTo(KeyStore store, OutputStream out, char[] password)
      throws IOException {
    try {
      store.store(out, password);
    } catch (GeneralSecurityException e) {
      throw new IOException("the key store cannot be written", e);
    }
  }

  private IOException unusable(String name, GeneralSecurityException cause) {
    return new IOException("the key store " + file(name) + " cannot be opened", cause);
  }
}
