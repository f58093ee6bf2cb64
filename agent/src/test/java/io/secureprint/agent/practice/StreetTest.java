// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import static org.awaitility.Awaitility.await;

import io.secureprint.agent.Agent;
import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.Folders;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.journey.Stage;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.observe.History;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class StreetTest {
  private static final Duration LONG = Duration.ofSeconds(40);
  private static final Street.Pace BRISK =
      new Street.Pace(Duration.ofMillis(20), Duration.ofMillis(200));

  @TempDir private Path folder;

  @Test
  void customersComeAndPayAndWhoHasCashWaitsForTheCounter() throws Exception {
    try (Street street = Street.open(Clock.systemUTC(), Ids.secure(), BRISK);
        Agent shop = Agent.start(config(street), new Folders(folder.resolve("data")))) {
      street.come(shop);
      SessionTile waiting =
          await().atMost(LONG).until(() -> taken(shop.desk()), Optional::isPresent).orElseThrow();
      await().atMost(LONG).until(() -> completed(shop, waiting.executionId()));
      await().atMost(LONG).until(() -> somebodyElsePrinted(shop, waiting.executionId()));
    }
  }

  /// Whose cash was taken; one who has thought better of it meanwhile pays otherwise.
  private static Optional<SessionTile> taken(Desk desk) {
    return desk.sessions().get().stream()
        .filter(tile -> tile.stage() == Stage.PAYING && tile.money().method() == PayMethod.CASH)
        .filter(
            tile ->
                desk.confirmCash(tile.sessionId(), tile.price(), "test")
                    .equals(new Desk.Answer.Done()))
        .findFirst();
  }

  private static boolean completed(Agent shop, String execution) {
    return printed(shop).anyMatch(row -> row.executionId().equals(execution));
  }

  /// Paid by the practice bank, since nobody stands at the counter.
  private static boolean somebodyElsePrinted(Agent shop, String execution) {
    return printed(shop).anyMatch(row -> !row.executionId().equals(execution));
  }

  private static Stream<History.Row> printed(Agent shop) {
    return shop.history().search(new History.Query("", null, 100)).stream()
        .filter(row -> row.status().equals("COMPLETED"));
  }

  private AgentConfig config(Street street) throws ConfigFile.Unusable {
    Map<String, String> settings = new HashMap<>(street.settings());
    settings.putAll(
        Map.of(
            "shop.live", "false",
            "printer.test", "true",
            "printer.kind", "folder",
            "printer.folder", folder.resolve("printed").toString(),
            "network.bind", "127.0.0.1",
            "network.httpPort", "0",
            "network.wsPort", "0",
            "network.apiPort", "0"));
    return ConfigFile.read(folder.resolve("config.toml"), settings);
  }
}
