// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

/// Where an execution comes from, each empty where there is none: the API key's subject that owns it,
/// the place where it was opened, and the execution that waits for it and whose context it shares. What
/// runs beside another execution was opened at a step of it.
public record Origin(String subject, String pageId, String parentId) {
  public static final Origin NONE = new Origin("", "", "");
  private static final int LONGEST = 80;

  public Origin {
    if (subject.length() > LONGEST || pageId.length() > LONGEST || parentId.length() > LONGEST) {
      throw new IllegalArgumentException("longer than 80 signs");
    }
  }

  public static Origin parent(String executionId, String step) {
    return new Origin("", step, executionId);
  }
}
