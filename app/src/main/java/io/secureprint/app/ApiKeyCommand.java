// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.Folders;
import io.secureprint.agent.KeyDesk;
import io.secureprint.agent.access.ApiRole;
import io.secureprint.agent.api.KeyRoutes;
import io.secureprint.agent.api.route.Refusal;
import io.secureprint.agent.store.Database;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Makes, lists and revokes the keys by which programs on this PC use the shop's API, also beside the
/// running shop.
@Command(
    name = "api-key",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the shop's own API key and shows it once; the one before it ends.",
      "Keys for single programs are made, listed and revoked by the commands below."
    })
final class ApiKeyCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Where the shop keeps its data.")
  private @Nullable Path data;

  @Override
  public Integer call() {
    return done(desk -> System.out.println(desk.renewShopKey()));
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes a key for one program and shows it once, on standard output.")
  int create(
      @Parameters(paramLabel = "NAME", description = "What you call the program.") String name,
      @Option(
              names = "--role",
              defaultValue = "integrator",
              split = ",",
              description = "auditor looks; integrator also acts. Default: ${DEFAULT-VALUE}.")
          List<ApiRole> roles,
      @Option(
              names = "--for",
              paramLabel = "SUBJECT",
              description = "Whose workflows it runs and sees; default: the name in small letters.")
          @Nullable String subject,
      @Option(names = "--validity", description = "How long it counts, such as P90D.")
          @Nullable Duration validity) {
    return done(desk -> {
      KeyRoutes.MadeKey made = desk.make(name, subject == null ? plain(name) : subject, roles, validity);
      System.out.println(made.secret());
      var _ = Told.say(0, "key " + made.key().id() + " for " + made.key().subject());
    });
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all keys.")
  int list() {
    return done(desk -> desk.list().keys().forEach(key -> System.out.println(line(key))));
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Ends a key at once; it cannot be taken up again.")
  int revoke(
      @Parameters(paramLabel = "ID", description = "As the list has it.") String id) {
    return done(desk -> {
      desk.revoke(id);
      var _ = Told.say(0, "key " + id + " opens nothing any more");
    });
  }

  private int done(Work work) {
    try {
      work.at(new KeyDesk(new Folders(DataFolder.of(data)), Clock.systemUTC()));
      return 0;
    } catch (Refusal e) {
      return Told.say(2, e.problem().code() + ": " + e.problem().detail());
    } catch (IOException e) {
      return Told.say(1, "STORAGE_FAILED: " + e.getMessage());
    } catch (Database.Unusable e) {
      Trouble trouble = Trouble.of(e);
      return Told.say(1, trouble.code() + ": " + trouble.detail());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).strip().replaceAll("[^a-z0-9]+", "-");
  }

  private static String line(KeyRoutes.Key key) {
    String roles = key.roles().stream().map(ApiRole::word).collect(Collectors.joining(","));
    return String.join(
        "\t", key.id(), key.name(), key.subject(), roles, "made " + key.createdAt(),
        "used " + since(key.lastUsedAt()), ending(key));
  }

  private static String ending(KeyRoutes.Key key) {
    if (key.revokedAt() != null) {
      return "revoked " + key.revokedAt();
    }
    return key.expiresAt() == null ? "open" : "until " + key.expiresAt();
  }

  private static String since(@Nullable Instant at) {
    return at == null ? "never" : at.toString();
  }

  @FunctionalInterface
  private interface Work {
    void at(KeyDesk desk) throws Refusal, IOException, InterruptedException, Database.Unusable;
  }
}
