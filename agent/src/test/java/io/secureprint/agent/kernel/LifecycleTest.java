// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.session.SessionState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LifecycleTest {
  @Test
  void aMoveThatTheTableHasIsMade() {
    assertThat(SessionState.LIFECYCLE.move(SessionState.OPEN, SessionState.CLAIMED))
        .isEqualTo(SessionState.CLAIMED);
  }

  @Test
  void aMoveThatItLacksNamesWhatWouldBeAllowed() {
    assertThatThrownBy(() -> SessionState.LIFECYCLE.move(SessionState.OPEN, SessionState.PRINTING))
        .isInstanceOf(InvalidTransition.class)
        .hasMessageContaining("OPEN to PRINTING")
        .hasMessageContaining("CLAIMED")
        .extracting(refused -> ((InvalidTransition) refused).refused().code())
        .isEqualTo("INVALID_TRANSITION");
  }

  @ParameterizedTest
  @EnumSource(SessionState.class)
  void aStateIsFoundByItsWord(SessionState state) {
    assertThat(SessionState.LIFECYCLE.find(SessionState.LIFECYCLE.word(state))).contains(state);
    assertThat(SessionState.LIFECYCLE.find("nowhere")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SessionState.class)
  void destructionIsReachedFromEveryLivingState(SessionState state) {
    if (state.live()) {
      assertThat(SessionState.LIFECYCLE.allows(state, SessionState.DESTROYING)).isTrue();
    }
  }

  @Test
  void noSessionPrintsThatIsNotPaid() {
    for (SessionState state : SessionState.values()) {
      assertThat(SessionState.LIFECYCLE.allows(state, SessionState.PRINTING))
          .as("%s", state)
          .isEqualTo(state == SessionState.PAID);
    }
  }
}
