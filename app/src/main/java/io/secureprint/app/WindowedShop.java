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
  private final ServingShop serving;
  private final CompletableFuture<ShopWindows> windows = new CompletableFuture<>();

  WindowedShop(Agent agent, String name) {
    this.agent = agent;
    this.name = name;
    this.serving = new ServingShop(agent, _ -> {});
  }

  int run() {
    FxThread.start(this::open);
    agent.whenStartedAgain(this::raise);
    int status = serving.run();
    FxThread.stop();
    return status;
  }

  private boolean raise() {
    var _ = windows.thenAccept(ShopWindows::raise);
    return true;
  }

  private void open() {
    ShopWindows.Shop shop =
        new ShopWindows.Shop(name, Locale.getDefault(), ZoneId.systemDefault());
    windows.complete(
        new ShopWindows(
            agent.desk(), agent.history(), shop, Clock.systemUTC(), serving::end));
  }
}
