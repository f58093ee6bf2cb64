// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.audit;

import io.secureprint.agent.kernel.Ids;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

/// The shop's long-term secrets: `keys/shop.p12` (PKCS#12, 0600) under a random password that lies
/// beside it, 0600, where the system keeps no secrets for unattended programs (decision 27).
public final class KeyStoreFile {
  private static final String SHOP_KEY = "shop-ed25519";

  private final Path folder;
  private final Ids ids;

  public KeyStoreFile(Path folder, Ids ids) {
    this.folder = folder;
    this.ids = ids;
  }

  /// The shop's key, made at the first start. Its public half lies beside it as `shop.vkey`.
  public ShopKey shopKey() throws IOException {
    Files.createDirectories(
        folder,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try {
      char[] password = password();
      Path file = folder.resolve("shop.p12");
      byte[] both = Files.exists(file) ? load(file, password) : create(file, password);
      ShopKey key = new ShopKey(Arrays.copyOf(both, 32), Arrays.copyOfRange(both, 32, 64));
      Files.writeString(folder.resolve("shop.vkey"), key.verifierKey() + "\n");
      return key;
    } catch (GeneralSecurityException e) {
      throw new IOException("the key store " + folder + " cannot be opened", e);
    }
  }

  /// The key under which UPI references are sealed, made at the first need: 32 bytes.
  public byte[] utrKey() throws IOException {
    Path file = folder.resolve("utr.key");
    if (!Files.exists(file)) {
      byte[] fresh = ids.bytes(32);
      writePrivately(file, out -> out.write(fresh));
    }
    return Files.readAllBytes(file);
  }

  private char[] password() throws IOException {
    Path file = folder.resolve("store.password");
    if (!Files.exists(file)) {
      byte[] fresh = ids.hex128().getBytes(StandardCharsets.US_ASCII);
      writePrivately(file, out -> out.write(fresh));
    }
    return Files.readString(file).toCharArray();
  }

  private static byte[] load(Path file, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    if (store.getKey(SHOP_KEY, password) instanceof SecretKeySpec key) {
      byte[] both = key.getEncoded();
      if (both.length == 64) {
        return both;
      }
    }
    throw new GeneralSecurityException("no " + SHOP_KEY + " in " + file);
  }

  private byte[] create(Path file, char[] password) throws IOException, GeneralSecurityException {
    byte[] both = newKeyPair();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, password);
    store.setEntry(
        SHOP_KEY,
        // The store takes secret keys of known algorithms only; the bytes are seed and public key.
        new KeyStore.SecretKeyEntry(new SecretKeySpec(both, "AES")),
        new KeyStore.PasswordProtection(password));
    writePrivately(file, out -> storeTo(store, out, password));
    return both;
  }

  private static byte[] newKeyPair() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] both = Arrays.copyOf(seed, 64);
    System.arraycopy(encoded, encoded.length - 32, both, 32, 32);
    return both;
  }

  private static void storeTo(KeyStore store, OutputStream out, char[] password)
      throws IOException {
    try {
      store.store(out, password);
    } catch (GeneralSecurityException e) {
      throw new IOException("the key store cannot be written", e);
    }
  }

  private static void writePrivately(Path file, Writing writing) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(fresh)) {
      writing.to(out);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }
}
