// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

/// When a step's server is called: before the person is asked, after the answer, or both.
public enum TriggerTiming {
  BEFORE_STEP,
  AFTER_STEP,
  BOTH;

  public boolean before() {
    return this != AFTER_STEP;
  }

  public boolean after() {
    return this != BEFORE_STEP;
  }
}
