// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.secureprint.driver.api.Paper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

final class ConfigFileTest {
  @TempDir private Path folder;

  @Test
  void theDefaultsAreTheseAndNoOthers() throws ConfigFile.Unusable {
    assertThat(read(Map.of()))
        .isEqualTo(
            new AgentConfig(
                new AgentConfig.Shop("Print shop", true),
                new DatabaseSettings("", "sps"),
                new AgentConfig.Network("auto", 8080, 8081, 8090),
                new ApiSettings(50, 100, Set.of()),
                new AgentConfig.Printer(
                    "cups", URI.create("http://127.0.0.1:631"), "ShopLaser", null, "", false,
                    false),
                new AgentConfig.Upi("", "", ""),
                new AgentConfig.Gateway(
                    "", URI.create("https://api.razorpay.com/v1"), "", "", "", "", ""),
                new AgentConfig.Credit(Duration.ofDays(180)),
                new AgentConfig.Prices(200, 150, 1000, 900, Set.of(Paper.A4), 200),
                new AgentConfig.Limits(
                    8, 100, 300, 30, 2000, Duration.ofMinutes(10), Duration.ofMinutes(3),
                    Duration.ofHours(1), Duration.ofSeconds(90), Duration.ofMinutes(15),
                    Duration.ofMinutes(30)),
                new AgentConfig.Destroy(3),
                new AgentConfig.People(Duration.ofMinutes(10), Duration.ofMinutes(5), 20_000),
                new AgentConfig.Screens("auto", "auto", "auto"),
                new AgentConfig.Kiosk("", "", "")));
  }

  @Test
  void aPracticeBankAndTestKeysAreForPracticeShopsAlone() {
    Map<String, String> gateway =
        Map.of("gateway.kind", "razorpay", "gateway.keyId", "rzp_test_1");
    assertThatThrownBy(() -> read(gateway))
        .isInstanceOf(ConfigFile.Unusable.class)
        .hasMessageContaining("gateway.keyId");
    Map<String, String> practice = new HashMap<>(gateway);
    practice.put("gateway.keyId", "rzp_live_1");
    practice.put("gateway.api", "http://127.0.0.1:9/v1");
    assertThatThrownBy(() -> read(practice))
        .isInstanceOf(ConfigFile.Unusable.class)
        .hasMessageContaining("practice only");
  }

  @Test
  void secretsStayOutOfTexts() throws ConfigFile.Unusable {
    assertThat(read(Map.of("gateway.keySecret", "hush", "kiosk.wifiPassword", "hushhush")).toString())
        .doesNotContain("hush");
  }

  @Test
  void theFileGoesOverTheDefaultsAndTheCommandLineOverTheFile() throws Exception {
    Files.writeString(
        file(), "[shop]\nname = \"आशा ज़ेरॉक्स\"\n[prices]\nmonoOne = 300\ncolourOne = 1200\n");
    AgentConfig config = read(Map.of("prices.monoOne", "250", "session.idle", "PT1M"));
    assertThat(config.shop().name()).isEqualTo("आशा ज़ेरॉक्स");
    assertThat(config.prices().monoOne()).isEqualTo(250);
    assertThat(config.prices().colourOne()).isEqualTo(1200);
    assertThat(config.session().idle()).isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @CsvSource({
    "shop.nmae, x, shop.nmae, SETTING_UNKNOWN, ''",
    "prices.mono.one, 1, prices.mono, SETTING_UNKNOWN, ''",
    "shop.name, '\" \"', shop.name, SHOP_NAME, ''",
    "network.httpPort, 70000, network.httpPort, SETTING_RANGE, 0–65535",
    "session.sessions, 0, session.sessions, SETTING_RANGE, 1–50",
    "session.life, P2D, session.life, SETTING_RANGE, PT1S–PT24H",
    "printer.kind, fax, printer.kind, SETTING_CHOICE, 'cups, ipp, javax, folder; not fax'",
    "printer.queue, a/b, printer.queue, PRINTER_QUEUE, a/b",
    "printer.kind, ipp, printer.uri, PRINTER_ADDRESS, null",
    "printer.kind, folder, printer.folder, PRINTER_FOLDER, ''",
    "session.idle, soon, session.idle, SETTING_TIME, soon",
    "credit.validity, PT0S, credit.validity, SETTING_RANGE, PT24H–PT87600H",
    "prices.monoOne, cheap, prices.monoOne, SETTING_NUMBER, cheap",
    "prices.colourTwo, 0, prices.colourTwo, SETTING_RANGE, 1–25000",
    "prices.minimum, 99, prices.minimum, SETTING_RANGE, 100–25000",
    "prices.papers, [], prices.papers, SETTING_VALUE, '[]'",
    "shop.live, maybe, shop.live, SETTING_YES_NO, maybe",
    "printer.test, true, printer.test, PRINTER_FOR_PRACTICE, ''",
    "shop.live, false, printer.test, PRINTER_FOR_CUSTOMERS, ''",
    "upi.address, shop, upi.address, UPI_ADDRESS, shop",
    "gateway.kind, razorpay, gateway.keyId, GATEWAY_KEY, ''",
    "people.lockAfter, PT-1S, people.lockAfter, SETTING_RANGE, PT0S–PT24H",
    "screens.kiosk, 9, screens.kiosk, SETTING_CHOICE, 'auto, window, 1, 2, 3, 4; not 9'"
  })
  void whatCannotBeUsedIsNamedWithItsReason(
      String key, String value, String named, String code, String detail) {
    assertThatThrownBy(() -> read(Map.of(key, value)))
        .isInstanceOfSatisfying(
            ConfigFile.Unusable.class,
            unusable -> {
              assertThat(unusable.refused().key()).isEqualTo(named);
              assertThat(unusable.refused().code()).isEqualTo(code);
              assertThat(unusable.refused().detail()).isEqualTo(detail);
              assertThat(unusable).hasMessageStartingWith(named + ": ");
            });
  }

  @Test
  void theWifiAndTheNoticeAreWhatAPhoneAndAKioskCanShow() {
    assertThat(refused("kiosk.wifiName", "a name of more than 32 characters")).isEqualTo("WIFI_NAME");
    assertThat(refused("kiosk.wifiPassword", "seven77")).isEqualTo("WIFI_PASSWORD");
    assertThat(refused("kiosk.notice", "\"two\\nlines\"")).isEqualTo("KIOSK_NOTICE");
    assertThat(refused("kiosk.notice", "x".repeat(81))).isEqualTo("KIOSK_NOTICE");
  }

  private String refused(String key, String value) {
    ConfigFile.Unusable unusable =
        catchThrowableOfType(ConfigFile.Unusable.class, () -> read(Map.of(key, value)));
    assertThat(unusable.refused().key()).isEqualTo(key);
    return unusable.refused().code();
  }

  @Test
  void aLiveShopSaysThatItsFolderKeepsCopies() {
    assertThatThrownBy(
            () -> read(Map.of("printer.kind", "folder", "printer.folder", "/srv/printed")))
        .isInstanceOf(ConfigFile.Unusable.class)
        .hasMessageStartingWith("printer.keepsCopy: ");
  }

  @Test
  void aBrokenFileIsRefused() throws IOException {
    Files.writeString(file(), "[shop\nname = ");
    assertThatThrownBy(() -> read(Map.of())).isInstanceOf(ConfigFile.Unusable.class);
  }

  private AgentConfig read(Map<String, String> settings) throws ConfigFile.Unusable {
    return ConfigFile.read(file(), settings);
  }

  private Path file() {
    return folder.resolve("config.toml");
  }
}
