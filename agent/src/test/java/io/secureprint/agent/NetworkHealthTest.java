// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.api.PageServer;
import io.secureprint.agent.api.PageSettings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.Set;

/// The shop's servers are not believed to be open because their ports are.
final class NetworkHealthTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private PageServer page;
  private ServerSocket mute;

  @BeforeEach
  void open() throws IOException {
    page =
        new PageServer(
            new PageSettings(HERE, 0, Set.of(HERE.getHostAddress()), "Sharma Xerox"));
    page.start(1, _ -> Optional.empty(), () -> {});
    mute = new ServerSocket(0, 8, HERE); // the system takes the call, and nobody answers
  }

  @AfterEach
  void close() throws IOException {
    page.close();
    mute.close();
  }

  @Test
  void aPageThatTakesCallsAndNeverAnswersIsSilent() {
    assertThat(code(mute.getLocalPort(), true)).isEqualTo("PORT_SILENT");
  }

  @Test
  void phonesThatFindThePageAndNothingElseAreTold() {
    assertThat(code(page.port(), false)).isEqualTo("PHONES_SILENT");
  }

  @Test
  void programsThatGetNoAnswerAreTheLastToBeTold() {
    assertThat(code(page.port(), true)).isEqualTo("API_SILENT");
  }

  private String code(int pagePort, boolean phones) {
    Agent.Addresses addresses =
        new Agent.Addresses(address(pagePort) + "/", "ws://any", address(mute.getLocalPort()));
    return String.valueOf(new NetworkHealth(HERE, false, addresses, _ -> phones).look().code());
  }

  private static String address(int port) {
    return "http://" + HERE.getHostAddress() + ":" + port;
  }
}
