// SPDX-License-Identifier: Apache-2.0
package io.secureprint.packaging;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A practice shop of the installed program, run by an ordinary user in a [FreshDebian]. One at a time.
final class InstalledShop implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(60);
  private final FreshDebian debian;
  private final long started = System.nanoTime();

  private InstalledShop(FreshDebian debian) {
    this.debian = debian;
  }

  static InstalledShop start(
      FreshDebian debian, Map<String, String> environment, String... arguments)
      throws IOException {
    String variables =
        environment.entrySet().stream()
            .map(variable -> "'" + variable.getKey() + "=" + variable.getValue() + "'")
            .collect(Collectors.joining(" "));
    debian.run("rm -f /tmp/shop.*");
    debian.run(
        """
        ( %s %s secureprint-session \
        --demo --bind 127.0.0.1 --http-port 0 --ws-port 0 --api-port 0 %s \
        > /tmp/shop.out 2> /tmp/shop.err & echo $! > /tmp/shop.pid; \
        wait $!; echo $? > /tmp/shop.status ) > /dev/null 2>&1 &"""
            .formatted(FreshDebian.AS_USER, variables, String.join(" ", arguments)));
    return new InstalledShop(debian);
  }

  /// The first line of its standard output that begins so, without that beginning.
  String line(String beginning) {
    return await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(50))
        .failFast(this::mustRun)
        .until(() -> said(beginning), Optional::isPresent)
        .orElseThrow();
  }

  long millisSinceStart() {
    return Duration.ofNanos(System.nanoTime() - started).toMillis();
  }

  String errors() throws IOException {
    return debian.run("cat /tmp/shop.err");
  }

  /// Asks it to end and answers the status it ended with.
  int stop() throws IOException {
    debian.run("kill $(cat /tmp/shop.pid)");
    await().atMost(LONG).until(this::ended);
    return Integer.parseInt(debian.run("cat /tmp/shop.status").strip());
  }

  @Override
  public void close() throws IOException {
    debian.attempt("test -e /tmp/shop.status || kill -9 $(cat /tmp/shop.pid)");
    await().atMost(LONG).until(this::ended);
  }

  private Optional<String> said(String beginning) throws IOException {
    return debian
        .run("cat /tmp/shop.out")
        .lines()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .findFirst();
  }

  private void mustRun() throws IOException {
    if (ended()) {
      throw new IOException("ended: " + errors());
    }
  }

  private boolean ended() throws IOException {
    return debian.attempt("test -s /tmp/shop.status").status() == 0;
  }
}
