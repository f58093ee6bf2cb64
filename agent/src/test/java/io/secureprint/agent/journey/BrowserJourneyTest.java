// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The customer's own browser, against the whole product, on a host with a network of its own: a
/// phone's page is not on loopback, where browsers are kinder.
final class BrowserJourneyTest {
  @TempDir private Path scratch;

  @Test
  void aBrowserAt360By800PrintsPaysAndKeepsAVerifiedReceipt()
      throws IOException, InterruptedException {
    List<String> lines = onATestHost();
    assertThat(lines)
        .contains(
            "secure=false",
            "hash=\"\"",
            "foreign=[]",
            "jobs=1",
            "sheets=2",
            "unlike=0")
        .anySatisfy(line -> assertThat(line).startsWith("amount=").contains("₹4.00"));
  }

  private List<String> onATestHost() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("unshare", "--net", "--mount"));
    if (!System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("--map-root-user", "--map-auto"));
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    command.addAll(
        List.of(
            "sh",
            "-c",
            "ip link set lo up && ip link set lo multicast on"
                + " && ip addr add 192.168.77.1/24 dev lo && exec \"$@\"",
            "test-host",
            java,
            "-Djava.awt.headless=true",
            "-Duser.name=root",
            "-cp",
            System.getProperty("java.class.path"),
            BrowserJourney.class.getName(),
            scratch.toString(),
            Path.of("src/main/web").toAbsolutePath().toString()));
    Process host =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(host.waitFor()).as(said).isZero();
    return said.lines().toList();
  }
}
