// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.kernel.Ids;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

final class SecretStoreTest {
  @TempDir private Path folder;
  private Path keys;
  private SecretStore secrets;

  @BeforeEach
  void open() {
    keys = folder.resolve("keys");
    secrets = new SecretStore(keys, Ids.secure());
  }

  @Test
  void whatIsPutIsThereForEveryoneWhoMayReadTheFolderAndNowhereInClear() throws IOException {
    assertThat(secrets.get(Secret.GATEWAY_KEY)).isEmpty();
    secrets.put(Secret.GATEWAY_KEY, "s3cret-€-value");
    secrets.put(Secret.GATEWAY_WEBHOOK, "other");
    SecretStore another = new SecretStore(keys, Ids.secure());
    assertThat(another.get(Secret.GATEWAY_KEY)).contains("s3cret-€-value");
    another.put(Secret.GATEWAY_KEY, "newer");
    assertThat(secrets.get(Secret.GATEWAY_KEY)).contains("newer");
    secrets.remove(Secret.GATEWAY_KEY);
    assertThat(another.get(Secret.GATEWAY_KEY)).isEmpty();
    assertThat(another.get(Secret.GATEWAY_WEBHOOK)).contains("other");
    assertNobodyElseReads("s3cret", "newer", "other");
  }

  @Test
  void theShopsSigningKeyLivesBesideThem() throws IOException {
    String before = new KeyStoreFile(keys, Ids.secure()).shopKey().verifierKey();
    secrets.put(Secret.GATEWAY_KEY, "value");
    assertThat(new KeyStoreFile(keys, Ids.secure()).shopKey().verifierKey()).isEqualTo(before);
  }

  @Test
  void aKeyIsMadeOnceAndOneThatLayInAFileIsTakenOver() throws IOException {
    byte[] made = secrets.key(Secret.CREDIT_KEY, keys.resolve("none"));
    assertThat(made).hasSize(32).isEqualTo(secrets.key(Secret.CREDIT_KEY, keys.resolve("none")));
    Path former = keys.resolve("utr.key");
    byte[] old = Ids.secure().bytes(32);
    Files.write(former, old);
    assertThat(secrets.key(Secret.UTR_KEY, former)).isEqualTo(old);
    assertThat(former).doesNotExist();
    assertThat(new SecretStore(keys, Ids.secure()).key(Secret.UTR_KEY, former)).isEqualTo(old);
  }

  @Test
  void whatIsEmptyOrEndlessIsNoSecret() {
    for (String wrong : List.of("", "x".repeat(4_097))) {
      assertThatThrownBy(() -> secrets.put(Secret.GATEWAY_KEY, wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("gateway.keySecret");
    }
    assertThat(Secret.of("gateway.keySecret")).contains(Secret.GATEWAY_KEY);
    assertThat(Secret.of("upi.utrKey")).isEmpty();
  }

  @Test
  void writersAtTheSameTimeLoseNothing() throws Exception {
    List<Callable<Boolean>> writers =
        Secret.settable().stream()
            .<Callable<Boolean>>map(
                secret ->
                    () -> {
                      new SecretStore(keys, Ids.secure()).put(secret, secret.text());
                      return true;
                    })
            .toList();
    secrets.put(Secret.GATEWAY_KEY, "first");
    try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
      for (Future<Boolean> written : threads.invokeAll(writers)) {
        assertThat(written.get()).isTrue();
      }
    }
    for (Secret secret : Secret.settable()) {
      assertThat(secrets.get(secret)).contains(secret.text());
    }
  }

  private void assertNobodyElseReads(String... clear) throws IOException {
    try (Stream<Path> files = Files.list(keys)) {
      for (Path file : files.filter(each -> !each.endsWith("secrets.lock")).toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as("%s", file)
            .isEqualTo("rw-------");
        assertThat(Files.readString(file, ISO_8859_1)).as("%s", file).doesNotContain(clear);
      }
    }
  }
}
