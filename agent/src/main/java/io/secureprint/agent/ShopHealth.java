// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.destruction.Destroyed;
import io.secureprint.agent.journey.PrinterTile;
import io.secureprint.agent.journey.ShopStatus;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Problems;
import io.secureprint.agent.observe.Health;
import io.secureprint.agent.observe.Health.About;
import io.secureprint.agent.observe.Health.Fact;
import io.secureprint.agent.observe.Health.Kind;
import io.secureprint.agent.observe.Health.Part;
import io.secureprint.agent.observe.Health.State;
import io.secureprint.agent.observe.HealthCheck.Probe;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// How what the shop works with is: its printers, its gateway, its network, and the erasing.
///
/// @param key by which the shop's receipts are known
record ShopHealth(
    Observable<List<PrinterTile>> printers,
    Observable<ShopStatus> status,
    MoneyRoom money,
    NetworkHealth network,
    String key) {
  private static final Set<String> ERASING =
      Set.of(
          Destroyed.WORKERS, Destroyed.KEYS, Destroyed.SPOOL, Destroyed.WIPE, Destroyed.SCAN,
          Destroyed.RECORD);

  List<Probe> probes() {
    return List.of(
        new Probe(
            Kind.PRINTER, () -> printers.get().stream().map(ShopHealth::printer).toList()),
        new Probe(Kind.GATEWAY, () -> List.of(gateway())),
        new Probe(Kind.NETWORK, () -> List.of(network.look())),
        new Probe(Kind.ERASING, () -> List.of(erasing())));
  }

  /// It is looked at for its own sake every few seconds.
  private static Part printer(PrinterTile tile) {
    Part part =
        new Part(
            Kind.PRINTER,
            tile.name(),
            State.OK,
            null,
            List.of(new Fact(About.WAY, tile.way().path())));
    String closed = tile.way().closed();
    if (closed != null) {
      return part.but(State.FAILED, closed);
    }
    String reason = tile.reasons().isEmpty() ? null : tile.reasons().getFirst().code();
    return switch (tile.state()) {
      case SILENT -> part.but(State.FAILED, reason == null ? "PRINTER_UNREACHABLE" : reason);
      case STOPPED -> part.but(State.NEEDS_HAND, reason == null ? "PRINTER_STOPPED" : reason);
      case READY, PRINTING -> reason == null ? part : part.but(State.NEEDS_HAND, reason);
    };
  }

  private Part gateway() {
    return money
        .gateway()
        .map(
            watch -> {
              Part part =
                  Part.well(
                      Kind.GATEWAY, List.of(new Fact(About.PROVIDER, watch.provider().name())));
              return watch.unanswered() ? part.but(State.FAILED, "GATEWAY_UNREACHABLE") : part;
            })
        .orElse(new Part(Kind.GATEWAY, "", State.OFF, null, List.of()));
  }

  /// What has failed and closes the shop; of the erasing the shop knows by itself.
  static List<String> closing(Health health) {
    return health.report().get().parts().stream()
        .filter(part -> part.kind() != Kind.ERASING && part.state() == State.FAILED)
        .flatMap(part -> Stream.ofNullable(part.code()))
        .filter(code -> Problems.of(code).closesShop())
        .distinct()
        .toList();
  }

  private Part erasing() {
    Part part = Part.well(Kind.ERASING, List.of(new Fact(About.KEY, key)));
    return status.get().notes().stream()
        .map(ShopStatus.Note::code)
        .filter(ERASING::contains)
        .findFirst()
        .map(code -> part.but(State.FAILED, code))
        .orElse(part);
  }
}
