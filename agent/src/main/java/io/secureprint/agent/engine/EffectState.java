// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import io.secureprint.agent.kernel.Lifecycle;

/// The life of an effect on the outside world (`workflow.md` 4.3).
public enum EffectState {
  /// Being got ready; nothing has happened that counts.
  PREPARING,
  /// Ready to happen, at one word.
  PREPARED,
  /// The word is being given: from here on it may have happened.
  COMMITTING,
  DONE,
  ABORTED,
  /// Nobody can tell but a person.
  IN_DOUBT;

  public static final Lifecycle<EffectState> LIFECYCLE =
      Lifecycle.of("effect", EffectState.class, PREPARING)
          .move(PREPARING, PREPARED, ABORTED)
          .move(PREPARED, COMMITTING, ABORTED)
          .move(COMMITTING, DONE, ABORTED, IN_DOUBT)
          .move(IN_DOUBT, DONE, ABORTED)
          .build();
}
