// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import java.util.Map;
import java.util.Optional;

/// The board, as automations need it. Every call joins the running unit of work.
public interface Tasks {
  /// What conditions and texts may know of a task: `id`, `type`, `state`, `area`, `priority`, `title`,
  /// `assignee`; each is there, if only empty.
  Optional<Map<String, String>> find(String id);

  Outcome create(Wish wish, Author author);

  /// `state` as on the wire: `in_progress`.
  Outcome move(String id, String state, String reason, Author author);

  /// A task to be made; `area` and `priority` may be empty, which leaves them to the board.
  record Wish(String type, String area, String priority, String title) {}

  /// Who wants it, within which correlation, and once however often it is asked.
  record Author(String name, String correlationId, String commandId) {}

  /// What came of it.
  sealed interface Outcome {
    record Done(String taskId) implements Outcome {}

    /// A code of the shop's table, and words.
    record Refused(String code, String words) implements Outcome {}
  }
}
