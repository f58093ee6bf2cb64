// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.SettingRefused.Why;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.audit.Secret;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Providers;
import io.secureprint.agent.payment.UpiLink;
import io.secureprint.agent.payment.Vpa;
import io.secureprint.agent.payment.razorpay.Account;
import io.secureprint.agent.pricing.PaperPrices;
import io.secureprint.agent.pricing.PriceList;
import io.secureprint.agent.pricing.Rate;
import io.secureprint.agent.session.SessionLimits;
import io.secureprint.agent.session.WifiCode;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.printer.PrinterAddress;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the owner may set, in `config.toml`, with the value each setting has where the file is
/// silent. Money in paise, sizes in mebibytes, times as ISO 8601 durations.
public record AgentConfig(
    Shop shop,
    DatabaseSettings database,
    Network network,
    ApiSettings api,
    Printer printer,
    Upi upi,
    Gateway gateway,
    Credit credit,
    Prices prices,
    Limits session,
    Destroy destroy,
    People people,
    Screens screens,
    Kiosk kiosk) {
  public AgentConfig {
    if (shop.live() && printer.test()) {
      throw new SettingRefused("printer.test", Why.PRINTER_FOR_PRACTICE, "");
    }
    if (!shop.live() && !printer.test()) {
      throw new SettingRefused("printer.test", Why.PRINTER_FOR_CUSTOMERS, "");
    }
    if (shop.live() && printer.kind().equals("folder") && !printer.keepsCopy()) {
      throw new SettingRefused("printer.keepsCopy", Why.PRINTER_KEEPS_COPIES, "");
    }
    if (!gateway.kind().isEmpty() && Account.isLive(gateway.keyId()) != shop.live()) {
      throw new SettingRefused("gateway.keyId", Why.GATEWAY_MODE, "");
    }
  }

  /// The shop's own UPI address, or empty text; its name as payers see it (the shop's where empty);
  /// and its merchant category, if its bank gave it one.
  public record Upi(String address, String name, String category) {
    public Upi {
      if (!address.isEmpty() && Vpa.parse(address).isEmpty()) {
        throw new SettingRefused("upi.address", Why.UPI_ADDRESS, address);
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

  /// The shop's account with a payment gateway: `kind` is `razorpay`, or empty for none. Secrets do
  /// not belong here: what stands here all the same is taken over into the store of secrets, once.
  public record Gateway(
      String kind,
      URI api,
      String keyId,
      String keySecret,
      String webhookSecret,
      String formerWebhookSecret,
      String accountId) {
    public Gateway {
      SettingRefused.unlessOneOf("gateway.kind", kind, List.of("", Providers.RAZORPAY));
      if (!kind.isEmpty() && !keyId.matches("rzp_(live|test)_.*")) {
        throw new SettingRefused("gateway.keyId", Why.GATEWAY_KEY, "");
      }
      if (!kind.isEmpty()) {
        Account.check(api, keyId);
      }
    }

    /// The secrets that stand here though they should not.
    Map<Secret, String> secrets() {
      Map<Secret, String> found = new EnumMap<>(Secret.class);
      found.put(Secret.GATEWAY_KEY, keySecret);
      found.put(Secret.GATEWAY_WEBHOOK, webhookSecret);
      found.put(Secret.GATEWAY_FORMER_WEBHOOK, formerWebhookSecret);
      found.values().removeIf(String::isBlank);
      return found;
    }

    @Override
    public String toString() {
      return "Gateway[" + kind + ", " + api + ", " + keyId + ", " + accountId + "]";
    }
  }

  /// How long customers may use what they paid and did not get.
  public record Credit(Duration validity) {
    public Credit {
      SettingRefused.unlessBetween(
          "credit.validity", validity, Duration.ofDays(1), Duration.ofDays(3_650));
    }
  }

  /// `live` false means practice: such a shop prints to test printers only.
  public record Shop(String name, boolean live) {
    public Shop {
      if (name.isBlank() || name.length() > 60) {
        throw new SettingRefused("shop.name", Why.SHOP_NAME, "");
      }
    }
  }

  /// `bind` is an address of this PC, or `auto` for its address in the shop's network. Port 0 takes
  /// any free one.
  public record Network(String bind, int httpPort, int wsPort, int apiPort) {
    public Network {
      SettingRefused.unlessBetween("network.httpPort", httpPort, 0, 65_535);
      SettingRefused.unlessBetween("network.wsPort", wsPort, 0, 65_535);
      SettingRefused.unlessBetween("network.apiPort", apiPort, 0, 65_535);
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
    private static final List<String> KINDS = List.of("cups", "ipp", "javax", "folder");

    public Printer {
      SettingRefused.unlessOneOf("printer.kind", kind, KINDS);
      boolean known = uri != null && "ipp".equals(uri.getScheme()) && uri.getHost() != null;
      if (kind.equals("ipp") && !known) {
        throw new SettingRefused("printer.uri", Why.PRINTER_ADDRESS, String.valueOf(uri));
      }
      if (kind.equals("cups") && !queue.matches("[!-~&&[^/#?]]{1,127}")) {
        throw new SettingRefused("printer.queue", Why.PRINTER_QUEUE, queue);
      }
      if (kind.equals("folder") && !Path.of(folder).isAbsolute()) {
        throw new SettingRefused("printer.folder", Why.PRINTER_FOLDER, folder);
      }
      if (kind.equals("javax") && !queue.matches("[^\\p{Cntrl}]{1,220}")) {
        throw new SettingRefused("printer.queue", Why.PRINTER_QUEUE, queue);
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

    /// What people call it.
    String name() {
      return switch (kind) {
        case "ipp" -> Objects.requireNonNull(uri, "an ipp printer has an address").getHost();
        case "folder" -> String.valueOf(Path.of(folder).getFileName());
        default -> queue;
      };
    }
  }

  /// Paise for one side, the papers that are sold at these prices, and the least a job costs: the
  /// first version of the price list.
  public record Prices(
      long monoOne,
      long monoTwo,
      long colourOne,
      long colourTwo,
      Set<Paper> papers,
      long minimum) {
    public Prices {
      papers = Set.copyOf(papers);
      if (papers.isEmpty()) {
        throw new SettingRefused("prices.papers", Why.SETTING_VALUE, "[]");
      }
      SettingRefused.unlessBetween("prices.monoOne", monoOne, 1, PriceList.HIGHEST.value());
      SettingRefused.unlessBetween("prices.monoTwo", monoTwo, 1, PriceList.HIGHEST.value());
      SettingRefused.unlessBetween("prices.colourOne", colourOne, 1, PriceList.HIGHEST.value());
      SettingRefused.unlessBetween("prices.colourTwo", colourTwo, 1, PriceList.HIGHEST.value());
      SettingRefused.unlessBetween(
          "prices.minimum",
          minimum,
          PriceList.LEAST_MINIMUM.value(),
          PriceList.HIGHEST.value());
    }

    PriceList list() {
      PaperPrices each =
          new PaperPrices(
              rate(monoOne), rate(monoTwo), rate(colourOne), rate(colourTwo), Paise.ZERO);
      Map<Paper, PaperPrices> sold =
          papers.stream().collect(Collectors.toMap(paper -> paper, _ -> each));
      return new PriceList(sold, new Paise(minimum), null);
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
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    public Limits {
      SettingRefused.unlessBetween("session.sessions", sessions, 1, 50);
      SettingRefused.unlessBetween("session.fileMib", fileMib, 1, 1_024);
      SettingRefused.unlessBetween("session.sessionMib", sessionMib, fileMib, 4_096);
      SettingRefused.unlessBetween("session.files", files, 1, 500);
      SettingRefused.unlessBetween("session.pages", pages, 1, 20_000);
      SettingRefused.unlessBetween("session.idle", idle, SECOND, DAY);
      SettingRefused.unlessBetween("session.disconnect", disconnect, SECOND, DAY);
      SettingRefused.unlessBetween("session.life", life, SECOND, DAY);
      SettingRefused.unlessBetween("session.ticket", ticket, SECOND, DAY);
      SettingRefused.unlessBetween("session.paymentWait", paymentWait, Duration.ZERO, DAY);
      SettingRefused.unlessBetween("session.printHold", printHold, Duration.ZERO, DAY);
    }

    SessionLimits limits() {
      return new SessionLimits(
          sessions, fileMib << 20, sessionMib << 20, files, pages, idle, disconnect, life, ticket);
    }
  }

  /// Overwrite passes, 1 to 7.
  public record Destroy(int passes) {
    public Destroy {
      SettingRefused.unlessBetween("destroy.passes", passes, 1, 7);
    }
  }

  /// When the console locks by itself (never where zero), for how long a PIN counts until it is asked
  /// for again, and the sum in paise above which taking money on a person's word needs one.
  public record People(Duration lockAfter, Duration askAgainAfter, long pinAbove) {
    public People {
      Duration day = Duration.ofDays(1);
      SettingRefused.unlessBetween("people.lockAfter", lockAfter, Duration.ZERO, day);
      SettingRefused.unlessBetween("people.askAgainAfter", askAgainAfter, Duration.ZERO, day);
      SettingRefused.unlessBetween("people.pinAbove", pinAbove, 0, Paise.MAX);
    }

    Shift.Rules rules() {
      return new Shift.Rules(lockAfter, askAgainAfter, new Paise(pinAbove));
    }
  }

  /// The shop's own screens. `language` is `en`, `hi` or `auto`, `theme` is `light`, `dark` or `auto`,
  /// which both are as the desktop has it. `kiosk` is the number of the screen that the kiosk fills,
  /// from 1, `window` for a window beside the console, or `auto`: the second screen where there is one.
  public record Screens(String language, String theme, String kiosk) {
    public Screens {
      SettingRefused.unlessOneOf("screens.language", language, List.of("auto", "en", "hi"));
      SettingRefused.unlessOneOf("screens.theme", theme, List.of("auto", "light", "dark"));
      SettingRefused.unlessOneOf(
          "screens.kiosk", kiosk, List.of("auto", "window", "1", "2", "3", "4"));
    }
  }

  /// What the kiosk says for the shop: the Wi-Fi that customers join first, and one line of its own;
  /// empty text is nothing. The kiosk shows the password to whoever stands there, so it is a setting
  /// and no secret; logs do not need it all the same.
  public record Kiosk(String wifiName, String wifiPassword, String notice) {
    private static final int LONGEST_NOTICE = 80;

    public Kiosk {
      if (!WifiCode.isName(wifiName)) {
        throw new SettingRefused("kiosk.wifiName", Why.WIFI_NAME, "");
      }
      if (!WifiCode.isPassword(wifiPassword)) {
        throw new SettingRefused("kiosk.wifiPassword", Why.WIFI_PASSWORD, "");
      }
      if (!notice.matches("[^\\p{Cntrl}\\v]{0," + LONGEST_NOTICE + "}")) {
        throw new SettingRefused("kiosk.notice", Why.KIOSK_NOTICE, "");
      }
    }

    /// These settings with what was saved since, by full names.
    public Kiosk with(Map<String, String> saved) {
      return new Kiosk(
          saved.getOrDefault("kiosk.wifiName", wifiName),
          saved.getOrDefault("kiosk.wifiPassword", wifiPassword),
          saved.getOrDefault("kiosk.notice", notice));
    }

    /// What a phone reads to join the Wi-Fi; empty text where there is none to join.
    public String wifiCode() {
      return wifiName.isEmpty() ? "" : WifiCode.of(wifiName, wifiPassword);
    }

    @Override
    public String toString() {
      return "Kiosk[" + wifiName + ", " + notice + "]";
    }
  }
}
