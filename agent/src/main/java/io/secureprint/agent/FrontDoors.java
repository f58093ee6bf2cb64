// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.api.ApiServer;
import io.secureprint.agent.api.PageServer;
import io.secureprint.agent.api.PageSettings;
import io.secureprint.agent.destruction.Receipts;
import io.secureprint.agent.intake.GuardedWsServer;
import io.secureprint.agent.intake.IntakeSettings;
import io.secureprint.agent.journey.Visits;
import io.secureprint.agent.kernel.Ids;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Where the shop can be reached: the phone page, the phones' WebSocket, and the API on this PC. The
/// page's port is bound before anybody is told of it, and serves when everything else is ready.
final class FrontDoors {
  private final OpenRooms open;
  private final AgentConfig.Network network;
  private final InetAddress bind;
  private final PageServer page;
  private final Ids ids;
  private final Clock clock;
  private volatile BooleanSupplier knock = () -> false;

  FrontDoors(OpenRooms open, AgentConfig config, Ids ids, Clock clock) throws IOException {
    this.open = open;
    this.network = config.network();
    this.ids = ids;
    this.clock = clock;
    this.bind = LanAddress.find(network.bind());
    PageSettings settings =
        new PageSettings(
            bind, network.httpPort(), Set.of(bind.getHostAddress()), config.shop().name());
    this.page = open.add("page", new PageServer(settings));
  }

  /// The address in the shop's network.
  InetAddress bind() {
    return bind;
  }

  /// The phone page's address.
  String page() {
    return "http://" + bind.getHostAddress() + ":" + page.port() + "/";
  }

  /// No network was found where one was looked for.
  boolean alone() {
    return network.bind().equals("auto") && bind.isLoopbackAddress();
  }

  /// `raise` brings the shop's window to the front, and says whether there is one.
  void whenKnockedAt(BooleanSupplier raise) {
    knock = raise;
  }

  /// Somebody knocks: whether a window came to the front.
  boolean knocked() {
    return knock.getAsBoolean();
  }

  /// Lets phones in.
  GuardedWsServer openToPhones(Visits visits, Receipts receipts) throws IOException {
    IntakeSettings settings = IntakeSettings.defaults(bind, network.wsPort());
    GuardedWsServer phones =
        open.add("phones", new GuardedWsServer(settings, visits, ids, clock));
    open.add("visits", () -> farewell(visits));
    phones.start(page.port());
    page.start(phones.port(), receipts::find, visits::calledByForeignName);
    return phones;
  }

  /// Opens the API on this PC, and leaves the note by which a second start finds it.
  String openToPrograms(ProgramRoom room, Folders folders) throws IOException {
    String token = ids.hex128() + ids.hex128();
    ApiServer api = open.add("api", new ApiServer(network.apiPort()));
    api.start(room.dispatcher(token));
    new RunningShop(page(), api.address(), token).write(folders.running());
    open.add("note of running", () -> Files.deleteIfExists(folders.running()));
    return api.address();
  }

  /// How all of them are, once they are open.
  NetworkHealth health(GuardedWsServer phones, String api) {
    String ws = "ws://" + bind.getHostAddress() + ":" + phones.port();
    Agent.Addresses addresses = new Agent.Addresses(page(), ws, api);
    return new NetworkHealth(bind, alone(), addresses, phones::answers);
  }

  /// Gives the finalisers a moment; what they leave is done at the next start.
  private static void farewell(Visits visits) throws InterruptedException {
    visits.shutDown();
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
    while (!visits.isQuiet() && System.nanoTime() < until) {
      Thread.sleep(20);
    }
    visits.hangUp();
  }
}
