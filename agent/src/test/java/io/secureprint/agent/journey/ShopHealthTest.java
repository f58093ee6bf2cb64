// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.observe.Health;
import io.secureprint.agent.observe.Health.About;
import io.secureprint.agent.observe.Health.Kind;
import io.secureprint.agent.observe.Health.Part;
import io.secureprint.agent.observe.Health.State;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// How a whole shop says it is, with a real queue and real processes.
final class ShopHealthTest {
  @TempDir private Path folder;
  @RegisterExtension private final Premises premises = new Premises(() -> folder);
  private OpenShop shop;

  @BeforeEach
  void openTheShop() throws Exception {
    shop = premises.open(Map.of());
    await().atMost(OpenShop.LONG).until(() -> !shop.agent().printers().printers().get().isEmpty());
  }

  @Test
  void everyPartOfAShopThatServesIsSeenAndWell() {
    health().look();
    assertThat(health().report().get().parts())
        .extracting(Part::kind)
        .containsExactlyInAnyOrder(Kind.values());
    for (Kind kind : new Kind[] {Kind.DATABASE, Kind.CLOCK, Kind.PRINTER, Kind.ERASING}) {
      assertThat(part(kind).state()).as("%s", part(kind)).isEqualTo(State.OK);
    }
    assertThat(part(Kind.GATEWAY).state()).isEqualTo(State.OFF);
    assertThat(part(Kind.WORKERS).code()).isIn(null, "SANDBOX_MISSING");
    assertThat(part(Kind.NETWORK).state()).isEqualTo(State.OK);
    assertThat(part(Kind.NETWORK).facts())
        .contains(new Health.Fact(About.PAGE, shop.agent().addresses().page()));
    assertThat(part(Kind.DISK).facts()).extracting(Health.Fact::about).contains(About.FREE);
  }

  @Test
  void aPrinterWithoutPowerHasFailedAndNothingElseHas() throws IOException {
    premises.host().killPrinter();
    await()
        .atMost(OpenShop.LONG)
        .untilAsserted(
            () -> {
              health().look();
              assertThat(part(Kind.PRINTER).state()).isEqualTo(State.FAILED);
            });
    assertThat(part(Kind.PRINTER).code()).isEqualTo("PRINTER_UNREACHABLE");
    assertThat(part(Kind.DATABASE).state()).isEqualTo(State.OK);
  }

  private Health health() {
    return shop.agent().health();
  }

  private Part part(Kind kind) {
    return health().report().get().parts().stream()
        .filter(part -> part.kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}
