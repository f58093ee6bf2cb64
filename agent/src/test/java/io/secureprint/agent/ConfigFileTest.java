// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

final class ConfigFileTest {
  @TempDir private Path folder;

  @Test
  void theDefaultsAreTheseAndNoOthers() throws ConfigFile.Unusable {
    assertThat(read(Map.of()))
        .isEqualTo(
            new AgentConfig(
                new AgentConfig.Shop("Print shop", true),
                new AgentConfig.Network("auto", 8080, 8081, 8090),
                new AgentConfig.Printer(
                    "cups", URI.create("http://127.0.0.1:631"), "ShopLaser", null, "", false,
                    false),
                new AgentConfig.Upi("", "", ""),
                new AgentConfig.Gateway(
                    "", URI.create("https://api.razorpay.com/v1"), "", "", "", "", ""),
                new AgentConfig.Prices(200, 150, 1000, 900, 200),
                new AgentConfig.Limits(
                    8, 100, 300, 30, 2000, Duration.ofMinutes(10), Duration.ofMinutes(3),
                    Duration.ofHours(1), Duration.ofSeconds(90), Duration.ofMinutes(15),
                    Duration.ofMinutes(30)),
                new AgentConfig.Destroy(3)));
  }

  @Test
  void aPracticeBankAndTestKeysAreForPracticeShopsAlone() {
    Map<String, String> gateway =
        Map.of("gateway.kind", "razorpay", "gateway.keyId", "rzp_test_1", "gateway.keySecret", "s");
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
    "shop.nmae, x, shop.nmae",
    "prices.mono.one, 1, prices.mono",
    "network.httpPort, 70000, out of range",
    "printer.kind, fax, fax",
    "printer.queue, a/b, a/b",
    "session.idle, soon, soon",
    "prices.monoOne, cheap, cheap",
    "prices.colourTwo, 0, a price is 1 to 25000 paise",
    "prices.minimum, 99, a minimum is 100 to 25000 paise",
    "printer.test, true, a live shop needs a real printer",
    "shop.live, false, marked as test",
    "printer.kind, folder, printer.keepsCopy"
  })
  void whatCannotBeUsedIsNamed(String key, String value, String said) {
    assertThatThrownBy(() -> read(Map.of(key, value)))
        .isInstanceOf(ConfigFile.Unusable.class)
        .hasMessageContaining(said);
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
