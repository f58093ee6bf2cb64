// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.testhost.TestHost;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// Printers that announce themselves, in a network where nobody else is.
final class NetworkSearchTest {
  @TempDir private Path folder;

  @Test
  void printersOfTheNetworkAndOfThisPcAreFoundWithWhatTheyCanDo() throws Exception {
    List<String> said =
        TestHost.onANetwork(
            NetworkSearch.class, folder.resolve("host").toString(), "192.168.77.1");
    assertThat(said)
        .anyMatch(line -> line.matches("Hall Ipp.*ipp://192.168.77.1:.* IDLE duplex usable"))
        .anyMatch(line -> line.matches("Small Ipp.* IDLE simplex PDF_NOT_ACCEPTED"))
        .anyMatch(line -> line.matches("Off Ipp.* UNREACHABLE duplex PRINTER_UNREACHABLE"))
        .anyMatch(line -> line.matches("ShopLaser Cups.* IDLE duplex usable"))
        .anyMatch(line -> line.matches("ShopLaser Service.* IDLE duplex usable"));
  }
}
