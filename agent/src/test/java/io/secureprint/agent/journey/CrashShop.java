// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.Agent;
import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.Folders;
import io.secureprint.agent.observe.History;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A shop in a process of its own that a test may kill. It takes cash as soon as it is due and says
/// what it has promised, one line each: TICKET address, STAGE where its customer is, TAKEN execution,
/// ROW execution status code.
final class CrashShop {
  private CrashShop() {}

  /// Arguments: the data folder, and settings as `key=value`.
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    AgentConfig config = config(data, List.of(arguments).subList(1, arguments.length));
    try (Agent agent = Agent.start(config, new Folders(data))) {
      agent.desk().ticket().observe(ticket -> say("TICKET " + ticket.address()));
      agent.desk().sessions().observe(
          tiles -> tiles.forEach(tile -> say("STAGE " + tile.stage())));
      agent.desk().sessions().observe(tiles ->
          tiles.stream()
              .filter(tile -> tile.stage() == Stage.PAYING)
              .forEach(tile -> Thread.ofVirtual().start(() -> take(agent.desk(), tile))));
      while (System.in.read() >= 0) {
        for (History.Row row : agent.history().search(new History.Query("", null, 1_000))) {
          say("ROW " + row.executionId() + " " + row.status() + " " + row.code());
        }
        say("END");
      }
    }
  }

  private static void take(Desk desk, SessionTile tile) {
    if (desk.confirmCash(tile.sessionId(), tile.price(), "test") instanceof Desk.Answer.Done) {
      say("TAKEN " + tile.executionId());
    }
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static AgentConfig config(Path data, List<String> more) throws ConfigFile.Unusable {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "network.bind", "127.0.0.1",
                "network.httpPort", "0",
                "network.wsPort", "0",
                "printer.test", "true",
                "shop.live", "false"));
    for (String setting : more) {
      String[] both = setting.split("=", 2);
      settings.put(both[0], both[1]);
    }
    return ConfigFile.read(data.resolve("config.toml"), settings);
  }
}
