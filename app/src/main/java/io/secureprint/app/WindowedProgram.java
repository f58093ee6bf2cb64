// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.Agent;
import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.FirstStart;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.PrivateFile;
import io.secureprint.agent.store.Database;
import io.secureprint.app.demo.Visitors;
import io.secureprint.app.fx.FxThread;
import io.secureprint.app.kiosk.OpeningWindow;
import io.secureprint.app.setup.SetupChoice;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/// The program with windows, from its first to its last: a shop is set up or practised in, opened, and
/// opened again as often as its owner wants. What is on the screens stays there until its successor
/// is.
final class WindowedProgram {
  private final Opening asked;
  private final boolean visitors;
  private final CompletableFuture<Void> toolkit;
  private Runnable curtain = () -> {};
  private @Nullable String goodSettings;

  /// @param visitors whether customers come by themselves
  /// @param toolkit starts meanwhile
  WindowedProgram(Opening asked, boolean visitors, CompletableFuture<Void> toolkit) {
    this.asked = asked;
    this.visitors = visitors;
    this.toolkit = toolkit;
  }

  /// Until a person closes the shop, or the process is asked to end. 
  ///
  /// @return whether a person closed it
  boolean run() throws IOException, ConfigFile.Unusable, Database.Unusable {
    curtain = OpeningWindow.after(toolkit, () -> ServingShop.print("OPENING"))::close;
    Opening next = asked;
    Ending ending = asked.isFirst() ? Ending.SET_UP : Ending.REOPEN;
    while (ending == Ending.SET_UP || ending == Ending.REOPEN) {
      if (ending == Ending.SET_UP) {
        SetupRun setup =
            new SetupRun(new FirstStart(asked.folders(), asked.file(), Ids.secure()));
        toolkit.join();
        SetupChoice choice = setup.run(curtain);
        curtain = setup::closeWindow;
        switch (choice) {
          case PRACTICE -> next = asked.practiceBeside();
          case SHOP -> next = asked;
          case LATER -> {
            return true;
          }
        }
      }
      ending = opened(next);
    }
    return ending == Ending.CLOSED;
  }

  /// Opens a shop until it ends. One that does not open is told to a person, who decides.
  private Ending opened(Opening opening)
      throws IOException, ConfigFile.Unusable, Database.Unusable {
    while (true) {
      try {
        return served(opening);
      } catch (Database.Unusable e) {
        if (e.isBusy()) {
          throw e;
        }
        decide(opening, e);
      } catch (ConfigFile.Unusable e) {
        decide(opening, e);
      } catch (IOException e) {
        decide(opening, e);
      } catch (RuntimeException e) {
        decide(opening, e);
      }
    }
  }

  private Ending served(Opening asking)
      throws IOException, ConfigFile.Unusable, Database.Unusable {
    boolean first = asking.kind() == Opening.Kind.FIRST_PRACTICE;
    try (Visitors street = Visitors.inTheStreet(visitors || first)) {
      Opening opening = asking.with(street.settings());
      AgentConfig config = opening.config();
      try (Agent agent = Agent.start(config, opening.folders())) {
        street.enter(agent);
        goodSettings = text(opening.file());
        toolkit.join();
        WindowedShop shop = new WindowedShop(agent, opening, config, curtain);
        curtain = shop::closeWindows;
        return shop.run();
      }
    }
  }

  /// Tries again when this returns.
  private <E extends Exception> void decide(Opening opening, E why) throws E, IOException {
    boolean former = goodSettings != null && !goodSettings.equals(text(opening.file()));
    toolkit.join();
    switch (TroubleWindow.ask(Trouble.of(why), former)) {
      case AGAIN -> {}
      case FORMER_SETTINGS -> {
        if (goodSettings != null) {
          PrivateFile.write(opening.file(), goodSettings.getBytes(UTF_8));
        }
      }
      case CLOSE -> {
        FxThread.run(curtain);
        throw why;
      }
    }
  }

  private static @Nullable String text(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : null;
  }
}
