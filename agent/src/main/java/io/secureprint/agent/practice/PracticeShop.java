// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import io.secureprint.agent.Agent;
import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.Folders;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.observe.History;
import io.secureprint.agent.store.Database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The shop of a demonstration: a real agent with real sockets on free ports of the loopback address,
/// the practice bank, and a printer without paper.
final class PracticeShop implements AutoCloseable {
  private static final int MOST_ROWS = 1_000;
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final Folders folders;
  private final PracticePrinter printer;
  private final PracticeGateway bank;
  private final Agent agent;

  private PracticeShop(
      Folders folders, PracticePrinter printer, PracticeGateway bank, Agent agent) {
    this.folders = folders;
    this.printer = printer;
    this.bank = bank;
    this.agent = agent;
  }

  /// Opens with its data in `data`. `settings` go over those of the demonstration.
  static PracticeShop open(
      Path data, PracticePrinter printer, Map<String, String> settings, Ids ids)
      throws IOException, ConfigFile.Unusable {
    PracticeGateway bank = PracticeGateway.open(ids, Clock.systemUTC());
    try {
      Map<String, String> all = settings();
      all.putAll(printer.settings());
      all.putAll(bank.settings());
      all.putAll(settings);
      AgentConfig config = ConfigFile.read(data.resolve("config.toml"), all);
      Folders folders = new Folders(data);
      return new PracticeShop(folders, printer, bank, Agent.start(config, folders));
    } catch (IOException | ConfigFile.Unusable | RuntimeException e) {
      bank.close();
      throw e;
    } catch (Database.Unusable e) {
      bank.close();
      throw new IOException("the database does not open", e);
    }
  }

  /// Times are short, so that nobody waits long for what they do; prices make the large job cost what
  /// it must.
  private static Map<String, String> settings() {
    Map<String, String> all = new HashMap<>();
    all.put("shop.name", "Practice shop");
    all.put("shop.live", "false");
    all.put("printer.test", "true");
    all.put("network.bind", "127.0.0.1");
    all.put("network.httpPort", "0");
    all.put("network.wsPort", "0");
    all.put("network.apiPort", "0");
    all.put("session.disconnect", "PT2S");
    all.put("session.printHold", "PT60S");
    all.put("prices.colourTwo", Long.toString(Errand.COLOUR_TWO.value()));
    return all;
  }

  Agent agent() {
    return agent;
  }

  PracticePrinter printer() {
    return printer;
  }

  UpiApp upi() {
    return new UpiApp(bank, agent.addresses().api());
  }

  /// The key by which anybody may verify this shop's receipts.
  String key() throws IOException {
    return Files.readString(folders.keys().resolve("shop.vkey")).strip();
  }

  /// Everything that the shop has done, once nothing is under way any more.
  List<History.Row> history() {
    long until = System.nanoTime() + LAST_WORDS.toNanos();
    List<History.Row> rows = rows();
    while (rows.stream().anyMatch(row -> row.endedAt() == null) && System.nanoTime() < until) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      rows = rows();
    }
    return rows;
  }

  private List<History.Row> rows() {
    return agent.history().search(new History.Query("", null, MOST_ROWS));
  }

  /// How much of customers' data is left.
  int left() throws IOException {
    if (!Files.exists(folders.vault())) {
      return 0;
    }
    try (Stream<Path> rest = Files.list(folders.vault())) {
      return (int) rest.count();
    }
  }

  /// A second call does nothing.
  @Override
  public void close() throws IOException {
    agent.close();
    bank.close();
    printer.close();
  }
}
