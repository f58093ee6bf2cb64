// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.Folders;
import io.secureprint.agent.audit.Secret;
import io.secureprint.agent.audit.SecretStore;
import io.secureprint.agent.kernel.Ids;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Puts a secret into the shop's store, from standard input.
@Command(
    name = "set-secret",
    mixinStandardHelpOptions = true,
    description = "Keeps a secret that it reads from standard input, such as gateway.keySecret.")
final class SetSecretCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Which secret.")
  private @Nullable String name;

  @Option(names = "--remove", description = "Takes it away instead.")
  private boolean remove;

  @Option(names = "--data", paramLabel = "DIR", description = "Where the shop keeps its data.")
  private @Nullable Path data;

  @Override
  public Integer call() {
    Optional<Secret> secret = Secret.of(Objects.requireNonNull(name, "picocli demands it"));
    if (secret.isEmpty()) {
      String known = Secret.settable().stream().map(Secret::text).collect(Collectors.joining(", "));
      return Told.say(2, "SECRET_UNKNOWN: there are " + known);
    }
    Path keys = new Folders(DataFolder.of(data)).keys();
    try {
      return store(new SecretStore(keys, Ids.secure()), secret.get());
    } catch (IOException e) {
      return Told.say(1, "STORAGE_FAILED: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      return Told.say(2, "SECRET_UNUSABLE: " + e.getMessage());
    }
  }

  private int store(SecretStore secrets, Secret secret) throws IOException {
    if (remove) {
      secrets.remove(secret);
      return Told.say(0, secret.text() + " is removed; it counts when the shop is opened the next time");
    }
    secrets.put(secret, TypedLine.read("secret"));
    return Told.say(0, secret.text() + " is kept; it counts when the shop is opened the next time");
  }
}
