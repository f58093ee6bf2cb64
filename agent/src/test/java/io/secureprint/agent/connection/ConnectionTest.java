// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

final class ConnectionTest {
  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1", "http://10.0.255.1",
      "http://192.168.1.20/api", "http://172.31.0.1", "https://10.example.com"})
  void theShopsOwnNetworkIsSpokenToInClearAndOthersOverTls(String address) {
    assertThat(connection(address).address()).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.evil.com", "http://127.0.0.1.evil.com", "http://192.168.evil.com",
      "http://172.16.evil.com", "http://10.1", "http://10.0.0.256", "http://172.32.0.1",
      "http://8.8.8.8", "http://localhost.evil.com"})
  void aNameThatLooksLikeTheShopsNetworkIsNoneOfIt(String address) {
    assertThatThrownBy(() -> connection(address)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:65536", "https://college.example:99999/api"})
  void aPortThatNoPcHasIsRefused(String address) {
    assertThatThrownBy(() -> connection(address)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "content-length", "Connection", "Upgrade", "EXPECT"})
  void aHeaderOfTheProtocolItselfCarriesNoSecret(String header) {
    URI address = URI.create("https://college.example");
    assertThatThrownBy(() -> new Connection("default", address, header))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Connection connection(String address) {
    return new Connection("default", URI.create(address), "");
  }
}
