// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.Agent;
import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.Folders;
import io.secureprint.agent.RunningShop;
import io.secureprint.agent.kernel.PrivateFile;
import io.secureprint.agent.store.Database;
import io.secureprint.app.demo.Visitors;
import io.secureprint.app.fx.FxThread;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;

/// Opens the shop.
@Command(
    name = "sps",
    mixinStandardHelpOptions = true,
    versionProvider = Installation.class,
    description = "Opens the print shop: kiosk and console, or headless without a display.")
final class ShopCommand implements Callable<Integer> {
  private static final int CANNOT_START = 1;

  @Option(names = "--data", paramLabel = "DIR", description = "Where the shop keeps its data.")
  private @Nullable Path data;

  @Option(names = "--config", paramLabel = "FILE", description = "Settings; default DIR/config.toml.")
  private @Nullable Path config;

  @Option(names = "--headless", description = "No windows; the QR is drawn in the terminal.")
  private boolean headless;

  @ArgGroup(exclusive = false)
  private Rehearsal rehearsal = new Rehearsal();

  @Option(names = "--bind", paramLabel = "ADDRESS", description = "This PC's address for phones.")
  private @Nullable String bind;

  @Option(names = "--http-port", paramLabel = "PORT", description = "The phone page; 0 takes any.")
  private @Nullable Integer httpPort;

  @Option(names = "--ws-port", paramLabel = "PORT", description = "The phones' socket; 0 takes any.")
  private @Nullable Integer wsPort;

  @Option(names = "--api-port", paramLabel = "PORT", description = "Programs on this PC; 0 takes any.")
  private @Nullable Integer apiPort;

  @Option(names = "--set", paramLabel = "key=value", description = "Any setting, by its full name.")
  private Map<String, String> more = new HashMap<>();

  @Override
  public Integer call() {
    Path folder = DataFolder.of(data);
    try {
      PrivateFile.folder(folder);
      return windowed() ? withWindows(opening(folder)) : headless(opening(folder));
    } catch (Database.Unusable e) {
      return e.isBusy() ? startedAgain(folder, e) : refuse(Trouble.of(e));
    } catch (ConfigFile.Unusable | IOException e) {
      return refuse(Trouble.of(e));
    } catch (CompletionException e) {
      return refuse(new Trouble("DISPLAY_UNUSABLE", Trouble.causes(e) + ": see --headless"));
    } catch (RuntimeException e) {
      return refuse(Trouble.of(e));
    }
  }

  private Opening opening(Path folder) {
    Folders folders = new Folders(folder);
    return new Opening(
        folders,
        config == null ? folders.config() : config,
        overrides(folder),
        rehearsal.demo ? Opening.Kind.PRACTICE : Opening.Kind.SHOP);
  }

  private int headless(Opening asked)
      throws IOException, ConfigFile.Unusable, Database.Unusable {
    try (Visitors visitors = Visitors.inTheStreet(rehearsal.customers)) {
      Opening opening = asked.with(visitors.settings());
      try (Agent agent = Agent.start(opening.config(), opening.folders())) {
        visitors.enter(agent);
        return ServingShop.headless(agent).run();
      }
    }
  }

  /// By a person the toolkit is ended too. A process that is asked to end leaves it alone, which would
  /// go on drawing with half of itself gone.
  private int withWindows(Opening asked)
      throws IOException, ConfigFile.Unusable, Database.Unusable {
    boolean closed = new WindowedProgram(asked, rehearsal.customers, FxThread.start()).run();
    if (closed) {
      FxThread.stop();
    }
    return 0;
  }

  /// Somebody has the folder: most likely the shop itself, which then comes to the front.
  private static int startedAgain(Path folder, Database.Unusable why) {
    Optional<RunningShop.Knock> knock = knock(new Folders(folder).running());
    if (knock.isEmpty()) {
      return refuse(Trouble.of(why));
    }
    String where = knock.get().raised() ? "; its window is in front now" : "";
    System.err.println("sps: the shop is open already at " + knock.get().page() + where);
    return 0;
  }

  private static Optional<RunningShop.Knock> knock(Path note) {
    try {
      return RunningShop.knock(note);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private boolean windowed() {
    if (headless) {
      return false;
    }
    boolean display = Display.present();
    if (!display) {
      System.err.println("sps: there is no display, running headless");
    }
    return display;
  }

  private Map<String, String> overrides(Path folder) {
    Map<String, String> all =
        new HashMap<>(rehearsal.demo ? Opening.practice(folder) : Map.of());
    putIfGiven(all, "network.bind", bind);
    putIfGiven(all, "network.httpPort", httpPort);
    putIfGiven(all, "network.wsPort", wsPort);
    putIfGiven(all, "network.apiPort", apiPort);
    all.putAll(more);
    return all;
  }

  private static void putIfGiven(Map<String, String> all, String key, @Nullable Object value) {
    if (value != null) {
      all.put(key, value.toString());
    }
  }

  private static int refuse(Trouble trouble) {
    System.err.println(trouble.code() + ": " + trouble.detail());
    return CANNOT_START;
  }

  /// Opening without anybody's money.
  private static final class Rehearsal {
    @Option(
        names = "--demo",
        required = true,
        description = "A practice shop that prints into DIR-printed.")
    private boolean demo;

    @Option(names = "--customers", description = "With --demo: customers come by themselves.")
    private boolean customers;
  }
}
