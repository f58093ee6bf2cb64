// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.Agent;
import io.secureprint.agent.AgentConfig;
import io.secureprint.app.fx.FxThread;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/// The shop with its two windows. It ends when a person wants that, or when the process is asked to
/// end; its windows stay until they are closed, so that something is seen while it opens again.
final class WindowedShop {
  private final Agent agent;
  private final Opening opening;
  private final AgentConfig config;
  private final Runnable seen;
  private final ServingShop serving;
  private final AtomicReference<Ending> ending = new AtomicReference<>(Ending.STOPPED);
  private final CompletableFuture<ShopWindows> windows = new CompletableFuture<>();

  /// @param seen called on the FX thread once customers can see the kiosk
  WindowedShop(Agent agent, Opening opening, AgentConfig config, Runnable seen) {
    this.agent = agent;
    this.opening = opening;
    this.config = config;
    this.seen = seen;
    this.serving = new ServingShop(agent, _ -> {});
  }

  /// The toolkit runs already.
  Ending run() {
    FxThread.run(this::open);
    agent.whenStartedAgain(this::raise);
    serving.run();
    return Objects.requireNonNull(ending.get());
  }

  void closeWindows() {
    var _ = windows.thenAccept(ShopWindows::close);
  }

  private void end(Ending how) {
    ending.set(how);
    var _ = windows.thenAccept(ShopWindows::pause);
    serving.end();
  }

  private boolean raise() {
    var _ = windows.thenAccept(ShopWindows::raise);
    return true;
  }

  private void open() {
    ShopWindows opened =
        new ShopWindows(rooms(), shop(), Clock.systemUTC(), ways());
    var _ = opened.shown().thenRun(() -> {
      ServingShop.print("SHOWN");
      seen.run();
    });
    windows.complete(opened);
  }

  private ShopWindows.Rooms rooms() {
    Path folder = Path.of(System.getProperty("user.home"), "SecurePrint");
    return new ShopWindows.Rooms(
        agent.desk(),
        agent.printers(),
        agent.board(),
        agent.history(),
        agent.accounts(),
        agent.prices(),
        agent.workshop(),
        agent.automationDesk(),
        agent.health(),
        agent.shift(),
        agent.ownerDesk(opening.settings()),
        agent.apiKeys(),
        agent.connectionDesk(),
        agent.printerChoices(folder));
  }

  private ShopWindows.Shop shop() {
    return new ShopWindows.Shop(
        config.shop().name(), config.screens(), config.kiosk(), Locale.getDefault(), ZoneId.systemDefault());
  }

  private ShopWindows.Ways ways() {
    return new ShopWindows.Ways(
        () -> end(Ending.CLOSED),
        () -> end(Ending.REOPEN),
        opening.kind() == Opening.Kind.FIRST_PRACTICE ? () -> end(Ending.SET_UP) : null);
  }
}
