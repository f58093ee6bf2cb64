// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.Agent;
import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.RunningShop;
import io.secureprint.agent.store.Database;
import io.secureprint.app.demo.Visitors;
import io.secureprint.app.fx.FxThread;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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
    try (Visitors visitors = Visitors.inTheStreet(rehearsal.customers)) {
      Files.createDirectories(folder);
      AgentConfig.Folders folders = new AgentConfig.Folders(folder);
      Path file = config == null ? folders.config() : config;
      AgentConfig settings = ConfigFile.read(file, overrides(folder, visitors.settings()));
      CompletableFuture<Void> toolkit = windowed() ? FxThread.start() : null;
      try (Agent agent = Agent.start(settings, folders)) {
        visitors.enter(agent);
        return toolkit == null
            ? ServingShop.headless(agent).run()
            : new WindowedShop(agent, settings.shop().name(), toolkit).run();
      }
    } catch (ConfigFile.Unusable e) {
      return refuse("CONFIG_INVALID", e.getMessage());
    } catch (Database.Unusable e) {
      return e.isBusy() ? startedAgain(folder, e) : refuse("DATABASE_DAMAGED", causes(e));
    } catch (BindException e) {
      return unbound(e);
    } catch (IOException e) {
      return refuse("CANNOT_START", e.getMessage());
    } catch (CompletionException e) {
      return refuse("DISPLAY_UNUSABLE", causes(e) + ": see --headless");
    } catch (RuntimeException e) {
      return refuse("CANNOT_START", e.getClass().getSimpleName() + ": " + causes(e));
    }
  }

  /// The system says in words alone why an address or a port is not to be had.
  private static int unbound(BindException why) {
    String said = String.valueOf(why.getMessage());
    return said.contains("in use")
        ? refuse("PORT_TAKEN", said + ": see --http-port, --ws-port, --api-port")
        : refuse("ADDRESS_UNUSABLE", said + ": see --bind and the ports");
  }

  private static String causes(Throwable thrown) {
    StringBuilder all = new StringBuilder(String.valueOf(thrown.getMessage()));
    for (Throwable at = thrown.getCause(); at != null; at = at.getCause()) {
      all.append("; ").append(at.getMessage());
    }
    return all.toString();
  }

  /// Somebody has the folder: most likely the shop itself, which then comes to the front.
  private static int startedAgain(Path folder, Database.Unusable why) {
    Optional<RunningShop.Knock> knock = knock(new AgentConfig.Folders(folder).running());
    if (knock.isEmpty()) {
      return refuse("DATA_FOLDER_BUSY", why.getMessage() + ": is the shop open already?");
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

  private Map<String, String> overrides(Path folder, Map<String, String> ofVisitors) {
    Map<String, String> all = new HashMap<>(ofVisitors);
    if (rehearsal.demo) {
      all.put("shop.live", "false");
      all.put("shop.name", "Practice shop");
      all.put("printer.kind", "folder");
      all.put("printer.test", "true");
      all.put("printer.folder", folder.resolveSibling(folder.getFileName() + "-printed").toString());
    }
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

  private static int refuse(String code, @Nullable String why) {
    System.err.println(code + ": " + why);
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
