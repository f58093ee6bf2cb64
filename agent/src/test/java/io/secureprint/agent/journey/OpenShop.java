// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.Agent;
import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.Folders;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.FileStatus;
import io.secureprint.agent.intake.AgentMessage.PayStage;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.observe.History;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.agent.store.Database;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.testprinter.PrintHost;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A practice shop with its own data folder, printing to a print host, and what its people do.
public final class OpenShop implements AutoCloseable {
  static final Duration LONG = Duration.ofSeconds(30);

  private final Path data;
  private final PrintHost host;
  private final Agent agent;

  private OpenShop(Path data, PrintHost host, Agent agent) {
    this.data = data;
    this.host = host;
    this.agent = agent;
  }

  /// `settings` go over those of a practice shop.
  public static OpenShop open(Path data, PrintHost host, Map<String, String> settings)
      throws IOException, ConfigFile.Unusable, Database.Unusable {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "network.bind", "127.0.0.1",
                "network.httpPort", "0",
                "network.wsPort", "0",
                "network.apiPort", "0",
                "printer.server", host.cups().toString(),
                "printer.test", "true",
                "shop.live", "false"));
    all.putAll(settings);
    AgentConfig config = ConfigFile.read(data.resolve("config.toml"), all);
    return new OpenShop(data, host, Agent.start(config, new Folders(data)));
  }

  public Desk desk() {
    return agent.desk();
  }

  Agent agent() {
    return agent;
  }

  Folders folders() {
    return new Folders(data);
  }

  /// A phone at `from` scans the kiosk's QR.
  public PracticePhone scan(String from) throws IOException {
    await().atMost(LONG).until(() -> desk().ticket().get().address().length() > 40);
    return PracticePhone.scan(
        desk().ticket().get().address(), InetAddress.getByName(from), Ids.secure());
  }

  /// Uploads a document and asks for one copy of all of it.
  public static AgentMessage.Quote quoted(PracticePhone phone, String name, byte[] document) {
    int fid = phone.upload(name, document);
    phone.await(
        AgentMessage.FileState.class, f -> f.fid() == fid && f.status() == FileStatus.READY);
    phone.send(
        new PhoneMessage.Options(
            List.of(new PhoneMessage.Pages(fid, "")), 1, Sides.ONE, Paper.A4));
    return phone.await(AgentMessage.Quote.class);
  }

  /// Goes to the counter to pay.
  public static void wantToPay(PracticePhone phone, AgentMessage.Quote quote) {
    phone.send(new PhoneMessage.Pay(quote.id(), PayMethod.CASH));
    phone.await(AgentMessage.PayState.class, s -> s.state() == PayStage.AWAITING);
  }

  public void takeCash(String session, Paise amount) {
    assertThat(desk().confirmCash(session, amount, "test")).isEqualTo(new Desk.Answer.Done());
  }

  /// The newest line of the history with this status, once there is one.
  History.Row ended(String status) {
    return await().atMost(LONG).until(() -> newest(status), Optional::isPresent).orElseThrow();
  }

  private Optional<History.Row> newest(String status) {
    return agent.history().search(new History.Query("", null, 20)).stream()
        .filter(row -> row.status().equals(status))
        .findFirst();
  }

  /// Closes the shop and looks at every byte that is left.
  void assertNothingRemainsOf(String canary) throws IOException {
    close();
    List<String> found = new ArrayList<>();
    for (Path folder : List.of(data, host.spool())) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
          if (bytes.contains(canary) || bytes.contains("%PDF")) {
            found.add(file.toString());
          }
        }
      }
    }
    assertThat(found).isEmpty();
    assertThat(data.resolve("vault")).isEmptyDirectory();
  }

  @Override
  public void close() {
    agent.close();
  }
}
