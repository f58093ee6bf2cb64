// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.util.List;

/// The kinds of task that the shop has words for. Others may be invented by the owner.
public final class TaskType {
  public static final List<String> KNOWN =
      List.of(
          "intake", "assessment", "review", "refill_paper", "clear_jam", "refund_utr",
          "confirm_print", "customer_waiting");

  private TaskType() {}
}
