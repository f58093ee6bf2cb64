// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.Agent;
import io.secureprint.app.fx.FxThread;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/// The shop with its two windows. It ends when the console is closed, or when the process is asked to
/// end.
final class WindowedShop {
  private final Agent agent;
  private final String name;
  private final ServingShop serving;
  private final AtomicReference<AutoCloseable> windows = new AtomicReference<>();

  WindowedShop(Agent agent, String name) {
    this.agent = agent;
    this.name = name;
    this.serving = new ServingShop(agent, _ -> {});
  }

  int run() {
    FxThread.start(this::open);
    int status = serving.run();
    FxThread.stop();
    return status;
  }

  private void open() {
    ShopWindows.Shop shop =
        new ShopWindows.Shop(name, Locale.getDefault(), ZoneId.systemDefault());
    windows.set(
        new ShopWindows(
            agent.desk(), agent.history(), shop, Clock.systemUTC(), serving::end));
  }
}
