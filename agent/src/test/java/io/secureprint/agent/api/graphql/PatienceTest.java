// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.api.HttpLimits;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class PatienceTest {
  @Test
  void aProgramIsAnsweredBeforeTheServerCutsItsAnswerOff() {
    HttpLimits.hold();
    Duration cutOff = Duration.ofSeconds(Integer.getInteger("sun.net.httpserver.maxRspTime"));
    assertThat(Patience.OF_A_REQUEST.plusSeconds(5)).isLessThan(cutOff);
  }
}
