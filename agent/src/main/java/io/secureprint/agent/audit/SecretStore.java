// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Secrets;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// The shop's secrets in `keys/secrets.p12` (decision 27): read anew each time, so that what another
/// process puts counts at once. What is taken away or replaced may stay on the disk until that
/// overwrites it. Thread-safe, and safe against other processes.
public final class SecretStore implements Secrets {
  private static final String FILE = "secrets.p12";
  private static final int LONGEST = 4_096;
  private static final int KEY_BYTES = 32;
  private static final int MOST_TRIES = 500;
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final KeyFolder keys;
  private final Ids ids;

  public SecretStore(Path folder, Ids ids) {
    this.keys = new KeyFolder(folder, ids);
    this.ids = ids;
  }

  @Override
  public Optional<String> get(String name) throws IOException {
    return get(named(name));
  }

  @Override
  public void put(String name, String value) throws IOException {
    Secret secret = named(name);
    if (value.isEmpty()) {
      remove(secret);
    } else {
      put(secret, value);
    }
  }

  public synchronized Optional<String> get(Secret secret) throws IOException {
    return bytes(secret).map(bytes -> new String(bytes, UTF_8));
  }

  /// `value` has 1 to 4,096 bytes and replaces the one before it.
  public void put(Secret secret, String value) throws IOException {
    byte[] bytes = value.getBytes(UTF_8);
    if (bytes.length < 1 || bytes.length > LONGEST) {
      throw new IllegalArgumentException(secret.text() + " has 1 to " + LONGEST + " bytes");
    }
    write(secret, bytes);
  }

  public void remove(Secret secret) throws IOException {
    write(secret, new byte[0]);
  }

  /// The key of 32 bytes under this name, made at the first need. `former` is the file in which it
  /// lay before there was this store; it is taken over and deleted.
  public synchronized byte[] key(Secret secret, Path former) throws IOException {
    Optional<byte[]> known = bytes(secret);
    if (known.isPresent()) {
      return known.get();
    }
    byte[] key = Files.exists(former) ? Files.readAllBytes(former) : ids.bytes(KEY_BYTES);
    write(secret, key);
    Files.deleteIfExists(former);
    return key;
  }

  /// Secrets that belong to things which people name: what is asked for as `x` lies under `kind.x`.
  public Secrets of(String kind) {
    return new Secrets() {
      @Override
      public Optional<String> get(String name) throws IOException {
        return bytes(alias(name)).map(bytes -> new String(bytes, UTF_8));
      }

      @Override
      public void put(String name, String value) throws IOException {
        write(alias(name), value.getBytes(UTF_8));
      }

      private String alias(String name) {
        if (!name.matches("[a-z0-9-]{1,40}")) {
          throw new IllegalArgumentException("not a name: " + name);
        }
        return kind + "." + name;
      }
    };
  }

  private static Secret named(String name) {
    return Secret.of(name)
        .orElseThrow(() -> new IllegalArgumentException("nobody sets a secret called " + name));
  }

  private Optional<byte[]> bytes(Secret secret) throws IOException {
    return bytes(secret.alias());
  }

  private Optional<byte[]> bytes(String alias) throws IOException {
    return Files.exists(keys.file(FILE)) ? keys.get(FILE, alias) : Optional.empty();
  }

  private void write(Secret secret, byte[] value) throws IOException {
    write(secret.alias(), value);
  }

  private synchronized void write(String alias, byte[] value) throws IOException {
    keys.create();
    try (FileChannel channel =
            FileChannel.open(
                keys.file("secrets.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = locked(channel)) {
      keys.put(FILE, alias, value);
    }
  }

  /// Waits for other processes, and for whoever has the lock in this one.
  private static FileLock locked(FileChannel channel) throws IOException {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException _) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    throw new IOException("somebody else is writing the secrets");
  }
}
