// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.discovery;

import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.printer.PrinterStatus;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;

/// Printers that announce themselves in the shop's network (DNS-SD, as PWG 5100.14 4.2 has it). What
/// they announce is only where they are looked at: anybody in the network can announce anything.
record NetworkPrinters(IppLook look) {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkPrinters.class);
  private static final String IPP = "_ipp._tcp.local.";
  private static final String IPPS = "_ipps._tcp.local.";
  private static final int MOST = 50;
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9/._~-]{0,127}");

  /// Listens at `ours`, this PC's address in that network.
  List<FoundPrinter> find(InetAddress ours, Duration listening) {
    try (JmDNS network = JmDNS.create(ours, "sps")) {
      Map<String, Announced> found = new LinkedHashMap<>();
      Parallel.each(List.of(IPP, IPPS), type -> network.list(type, listening.toMillis())).stream()
          .flatMap(Arrays::stream)
          .flatMap(service -> announced(service).stream())
          .forEach(next -> found.merge(next.name, next, Announced::better));
      return Parallel.each(found.values().stream().limit(MOST).toList(), this::lookAt);
    } catch (IOException e) {
      LOG.warn("nobody can be heard at {}", ours, e);
      return List.of();
    }
  }

  private FoundPrinter lookAt(Announced printer) {
    return look.at(printer.uri) instanceof IppLook.Seen.Printer(FoundPrinter seen)
        ? seen
        : printer.unseen();
  }

  private static Optional<Announced> announced(ServiceInfo service) {
    String path = Objects.requireNonNullElse(service.getPropertyString("rp"), "ipp/print");
    return Arrays.stream(service.getInet4Addresses())
        .filter(NetworkPrinters::near)
        .findFirst()
        .filter(_ -> PATH.matcher(path).matches())
        .map(
            host ->
                new Announced(
                    service.getName(),
                    URI.create(
                        "ipp://" + host.getHostAddress() + ":" + service.getPort() + "/"
                            + path.replaceFirst("^/+", "")),
                    service.getType().equals(IPPS),
                    capabilities(service)));
  }

  /// No document is sent out of the house because somebody announced a printer there.
  private static boolean near(Inet4Address host) {
    return host.isSiteLocalAddress() || host.isLinkLocalAddress() || host.isLoopbackAddress();
  }

  private static Capabilities capabilities(ServiceInfo service) {
    String formats = Objects.requireNonNullElse(service.getPropertyString("pdl"), "");
    return new Capabilities(
        Objects.requireNonNullElse(service.getPropertyString("ty"), ""),
        "T".equals(service.getPropertyString("Color")),
        "T".equals(service.getPropertyString("Duplex")),
        Set.of(),
        Set.of(),
        List.of(formats.toLowerCase(Locale.ROOT).split(",")).contains("application/pdf"));
  }

  /// One that was heard of.
  private record Announced(String name, URI uri, boolean encrypted, Capabilities capabilities) {
    /// Of two announcements of one name.
    Announced better(Announced other) {
      return encrypted ? other : this;
    }

    FoundPrinter unseen() {
      return new FoundPrinter(
          name,
          IppLook.address(uri),
          PrinterStatus.State.UNREACHABLE,
          capabilities,
          Optional.of(encrypted ? FoundPrinter.ENCRYPTED : FoundPrinter.UNREACHABLE));
    }
  }
}
