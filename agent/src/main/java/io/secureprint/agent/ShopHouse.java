// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.audit.KeyStoreFile;
import io.secureprint.agent.audit.ShopKey;
import io.secureprint.agent.destruction.Destruction;
import io.secureprint.agent.destruction.LeakScan;
import io.secureprint.agent.destruction.Receipts;
import io.secureprint.agent.destruction.StartUp;
import io.secureprint.agent.destruction.Wipe;
import io.secureprint.agent.intake.JoinCode;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.X25519;
import io.secureprint.agent.journey.House;
import io.secureprint.agent.journey.Offering;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.pricing.PriceBook;
import io.secureprint.agent.pricing.Pricing;
import io.secureprint.agent.printing.Lane;
import io.secureprint.agent.session.JoinKeys;
import io.secureprint.agent.session.KeyVault;
import io.secureprint.agent.session.Sessions;
import io.secureprint.driver.worker.Isolation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Clock;
import java.util.List;

/// Builds the house that a journey passes through, on ground that was cleared of what a dead agent
/// left.
record ShopHouse(AgentConfig config, Folders folders, Wipe wipe, Ids ids, Clock clock) {
  private static final Logger LOG = LoggerFactory.getLogger(ShopHouse.class);

  ShopHouse(AgentConfig config, Folders folders, Ids ids, Clock clock) {
    this(config, folders, new Wipe(ids, config.destroy().passes()), ids, clock);
  }

  /// Before any socket opens: what a dead agent left is wiped.
  StartUp.Recovered recovered() throws IOException {
    StartUp.Recovered found = new StartUp(wipe).recover(folders.vault(), folders.workerTemp());
    LOG.info("recovered: {}", found);
    return found;
  }

  House build(OpenRooms open, PrintRoom room, Stores store, PriceBook prices, List<PayMethod> methods)
      throws IOException {
    KeyVault vault = open.add("keys", new KeyVault(ids));
    Pricing pricing = new Pricing(prices, ids);
    return new House(
        sign(room.isolation()),
        rules(methods),
        new Sessions(
            config.session().limits(), folders.vault(), vault, ids, clock, ShopHouse::joinKeys),
        room.workers(),
        room.senders(),
        room.printer(),
        pricing,
        new Offering(room.printer(), pricing),
        new Destruction(
            wipe, new LeakScan(folders.workerTemp()), store.events(), store.shop(), store.unitOfWork()),
        new Lane(),
        new Receipts(clock),
        clock,
        ids);
  }

  private House.Sign sign(Isolation isolation) throws IOException {
    ShopKey key = new KeyStoreFile(folders.keys(), ids).shopKey();
    List<String> flags =
        isolation == Isolation.SANDBOXED ? List.of() : List.of("SANDBOX_MISSING");
    return new House.Sign(config.shop().name(), key, Build.id(), flags);
  }

  private House.Rules rules(List<PayMethod> methods) {
    return new House.Rules(
        config.session().paymentWait(),
        config.session().printHold(),
        config.printer().test(),
        methods);
  }

  private static JoinKeys.Made joinKeys(byte[] staticPrivate, byte[] joinSecret) {
    JoinCode code = new JoinCode(X25519.publicKey(staticPrivate), joinSecret.clone());
    return new JoinKeys.Made(code.fragment(), code.sid().toString(), code.psk());
  }
}
