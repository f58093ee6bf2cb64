// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.audit;

import io.secureprint.agent.kernel.Ids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;

/// The shop's signing key in `keys/shop.p12`, made at the first start.
public final class KeyStoreFile {
  private static final String FILE = "shop.p12";
  private static final String SHOP_KEY = "shop-ed25519";

  private final KeyFolder keys;

  public KeyStoreFile(Path folder, Ids ids) {
    this.keys = new KeyFolder(folder, ids);
  }

  /// The shop's key. Its public half lies beside it as `shop.vkey`.
  public ShopKey shopKey() throws IOException {
    keys.create();
    try {
      byte[] both = Files.exists(keys.file(FILE)) ? load() : create();
      ShopKey key = new ShopKey(Arrays.copyOf(both, 32), Arrays.copyOfRange(both, 32, 64));
      Files.writeString(keys.file("shop.vkey"), key.verifierKey() + "\n");
      return key;
    } catch (GeneralSecurityException e) {
      throw new IOException("the key in " + keys.file(FILE) + " cannot be used", e);
    }
  }

  private byte[] load() throws IOException, GeneralSecurityException {
    return keys.get(FILE, SHOP_KEY)
        .filter(bytes -> bytes.length == 64)
        .orElseThrow(() -> new GeneralSecurityException("no " + SHOP_KEY));
  }

  private byte[] create() throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] both = Arrays.copyOf(seed, 64);
    System.arraycopy(encoded, encoded.length - 32, both, 32, 32);
    keys.put(FILE, SHOP_KEY, both);
    return both;
  }
}
