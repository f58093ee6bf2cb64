// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Providers;
import io.secureprint.agent.payment.UpiLink;
import io.secureprint.agent.payment.Vpa;
import io.secureprint.agent.payment.razorpay.Account;
import io.secureprint.agent.pricing.PaperPrices;
import io.secureprint.agent.pricing.PriceList;
import io.secureprint.agent.pricing.Rate;
import io.secureprint.agent.session.SessionLimits;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.printer.PrinterAddress;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the owner may set, in `config.toml`, with the value each setting has where the file is
/// silent. Money in paise, sizes in mebibytes, times as ISO 8601 durations.
public record AgentConfig(
    Shop shop,
    Network network,
    Printer printer,
    Upi upi,
    Gateway gateway,
    Prices prices,
    Limits session,
    Destroy destroy) {
  public AgentConfig {
    if (shop.live() && printer.test()) {
      throw new IllegalArgumentException("printer.test: a live shop needs a real printer");
    }
    if (!shop.live() && !printer.test()) {
      throw new IllegalArgumentException(
          "printer.test: a practice shop prints to a printer that is marked as test");
    }
    if (shop.live() && printer.kind().equals("folder") && !printer.keepsCopy()) {
      throw new IllegalArgumentException(
          "printer.keepsCopy: a live shop must say so when it keeps what it prints");
    }
    gateway
        .account()
        .filter(account -> account.live() != shop.live())
        .ifPresent(
            _ -> {
              throw new IllegalArgumentException(
                  "gateway.keyId: a live shop needs live keys, and a practice shop test keys");
            });
  }

  /// The shop's own UPI address, or empty text; its name as payers see it (the shop's where empty);
  /// and its merchant category, if its bank gave it one.
  public record Upi(String address, String name, String category) {
    public Upi {
      if (!address.isEmpty() && Vpa.parse(address).isEmpty()) {
        throw new IllegalArgumentException("upi.address is not a UPI address: " + address);
      }
    }

    Optional<UpiLink.Payee> payee(String shop) {
      return Vpa.parse(address)
          .map(
              vpa ->
                  new UpiLink.Payee(
                      vpa, name.isEmpty() ? shop : name, category.isEmpty() ? null : category));
    }
  }

  /// The shop's account with a payment gateway: `kind` is `razorpay`, or empty for none.
  public record Gateway(
      String kind,
      URI api,
      String keyId,
      String keySecret,
      String webhookSecret,
      String formerWebhookSecret,
      String accountId) {
    public Gateway {
      if (!kind.isEmpty() && !kind.equals(Providers.RAZORPAY)) {
        throw new IllegalArgumentException("gateway.kind is razorpay or empty, not " + kind);
      }
    }

    Optional<Account> account() {
      return kind.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Account(
                  api, keyId, keySecret, webhookSecret, formerWebhookSecret, accountId));
    }
  }

  /// `live` false means practice: such a shop prints to test printers only.
  public record Shop(String name, boolean live) {
    public Shop {
      if (name.isBlank() || name.length() > 60) {
        throw new IllegalArgumentException("shop.name needs 1 to 60 characters");
      }
    }
  }

  /// `bind` is an address of this PC, or `auto` for its address in the shop's network. Port 0 takes
  /// any free one.
  public record Network(String bind, int httpPort, int wsPort, int apiPort) {
    public Network {
      for (int port : new int[] {httpPort, wsPort, apiPort}) {
        if (port < 0 || port > 65_535) {
          throw new IllegalArgumentException("network: port out of range: " + port);
        }
      }
    }
  }

  /// `kind` is `cups` (with `queue` on `server`), `ipp` (the printer at `uri` itself), `javax` (the
  /// print service of this PC that is named `queue`) or `folder`. A `test` printer is one that
  /// practice money may print to. `keepsCopy` is the owner's word that the folder may keep what customers
  /// print (decision 20); they are told.
  public record Printer(
      String kind,
      URI server,
      String queue,
      @Nullable URI uri,
      String folder,
      boolean test,
      boolean keepsCopy) {
    public Printer {
      if (!List.of("cups", "ipp", "javax", "folder").contains(kind)) {
        throw new IllegalArgumentException("printer.kind is cups, ipp, javax or folder, not " + kind);
      }
      boolean known = uri != null && "ipp".equals(uri.getScheme()) && uri.getHost() != null;
      if (kind.equals("ipp") && !known) {
        throw new IllegalArgumentException("printer.uri is not an IPP address: " + uri);
      }
      if (kind.equals("cups") && !queue.matches("[!-~&&[^/#?]]{1,127}")) {
        throw new IllegalArgumentException("printer.queue is not a queue name: " + queue);
      }
      if (kind.equals("javax") && !queue.matches("[^\\p{Cntrl}]{1,220}")) {
        throw new IllegalArgumentException("printer.queue is not a printer's name: " + queue);
      }
    }

    PrinterAddress address() {
      return switch (kind) {
        case "ipp" ->
            new PrinterAddress.Ipp(Objects.requireNonNull(uri, "the constructor demands it"));
        case "javax" -> new PrinterAddress.Service(queue);
        case "folder" -> new PrinterAddress.Folder(Path.of(folder));
        default -> new PrinterAddress.Cups(server, queue);
      };
    }
  }

  /// Paise for one A4 side, and the least a job costs: the first version of the price list.
  public record Prices(long monoOne, long monoTwo, long colourOne, long colourTwo, long minimum) {
    public Prices {
      for (long price : new long[] {monoOne, monoTwo, colourOne, colourTwo}) {
        check("price", price, 1);
      }
      check("minimum", minimum, PriceList.LEAST_MINIMUM.value());
    }

    private static void check(String what, long paise, long least) {
      long most = PriceList.HIGHEST.value();
      if (paise < least || paise > most) {
        throw new IllegalArgumentException(
            "prices: a %s is %d to %d paise, not %d".formatted(what, least, most, paise));
      }
    }

    PriceList list() {
      PaperPrices a4 =
          new PaperPrices(
              rate(monoOne), rate(monoTwo), rate(colourOne), rate(colourTwo), Paise.ZERO);
      return new PriceList(Map.of(Paper.A4, a4), new Paise(minimum), null);
    }

    private static Rate rate(long paise) {
      return Rate.of(new Paise(paise));
    }
  }

  /// What one session may use, and how long it lives. `paymentWait` is how long a payment is
  /// awaited, `printHold` how long paid sheets wait for a printer that does not get on.
  public record Limits(
      int sessions,
      long fileMib,
      long sessionMib,
      int files,
      int pages,
      Duration idle,
      Duration disconnect,
      Duration life,
      Duration ticket,
      Duration paymentWait,
      Duration printHold) {
    SessionLimits limits() {
      return new SessionLimits(
          sessions, fileMib << 20, sessionMib << 20, files, pages, idle, disconnect, life, ticket);
    }
  }

  /// Overwrite passes, 1 to 7.
  public record Destroy(int passes) {
    public Destroy {
      if (passes < 1 || passes > 7) {
        throw new IllegalArgumentException("destroy.passes is 1 to 7, not " + passes);
      }
    }
  }

  /// The folders of one agent, under its data folder.
  public record Folders(Path data) {
    public Path database() {
      return data.resolve("db");
    }

    public Path vault() {
      return data.resolve("vault");
    }

    public Path workerTemp() {
      return data.resolve("tmp");
    }

    public Path keys() {
      return data.resolve("keys");
    }

    /// The hash of the API's key.
    public Path apiKey() {
      return keys().resolve("api-key.sha256");
    }

    /// The note by which a second start finds this one.
    public Path running() {
      return data.resolve("running.json");
    }

    public Path config() {
      return data.resolve("config.toml");
    }
  }
}
