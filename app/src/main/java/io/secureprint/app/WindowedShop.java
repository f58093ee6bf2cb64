// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.Agent;
import io.secureprint.app.fx.FxThread;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// The shop with its two windows. It ends when the console is closed, or when the process is asked to
/// end.
final class WindowedShop {
  private final Agent agent;
  private final String name;
  private final CompletableFuture<Void> toolkit;
  private final ServingShop serving;
  private final CompletableFuture<ShopWindows> windows = new CompletableFuture<>();

  WindowedShop(Agent agent, String name, CompletableFuture<Void> toolkit) {
    this.agent = agent;
    this.name = name;
    this.toolkit = toolkit;
    this.serving = new ServingShop(agent, _ -> {});
  }

  int run() {
    toolkit.join();
    FxThread.run(this::open);
    agent.whenStartedAgain(this::raise);
    return serving.run();
  }

  /// By a person. A process that is asked to end leaves the toolkit alone, which would go on drawing
  /// with half of itself gone.
  private void closed() {
    FxThread.stop();
    serving.end();
  }

  private boolean raise() {
    var _ = windows.thenAccept(ShopWindows::raise);
    return true;
  }

  private void open() {
    ShopWindows.Shop shop =
        new ShopWindows.Shop(name, Locale.getDefault(), ZoneId.systemDefault());
    ShopWindows opened =
        new ShopWindows(
            new ShopWindows.Rooms(
                agent.desk(),
                agent.printers(),
                agent.history(),
                agent.takings(),
                agent.prices(),
                agent.health()),
            shop,
            Clock.systemUTC(),
            this::closed);
    var _ = opened.shown().thenRun(() -> ServingShop.print("SHOWN"));
    windows.complete(opened);
  }
}
