// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.util.List;

/// A plan as somebody wishes for it: nothing in it is checked yet.
public record PlanDraft(String title, List<PlanItem.Wish> items) {
  public PlanDraft {
    items = List.copyOf(items);
  }
}
