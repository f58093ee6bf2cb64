// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import java.util.List;

/// The automations that each shop begins with; they can be changed and switched off like others.
final class BuiltIn {
  private static final String INTAKE_DONE =
      """
      {
        "id": "intake-done",
        "name": "Assess what was taken in",
        "trigger": {"type": "event", "events": ["TaskStateChanged"]},
        "when": "payload.task_type == \\"intake\\" && payload.new_state == \\"completed\\"",
        "actions": [
          {
            "type": "create_task",
            "task_type": "assessment",
            "area": "${payload.area}",
            "priority": "high",
            "title": "Assess what was taken in"
          }
        ],
        "mode": "queued",
        "max_runs": 100
      }
      """;

  private static final String PLAN_ACTIVE =
      """
      {
        "id": "plan-activated",
        "name": "Tell that an action plan begins",
        "trigger": {"type": "event", "events": ["ActionPlanActivated"]},
        "when": "",
        "actions": [
          {"type": "emit_alert", "severity": "info", "title": "Action plan activated"}
        ],
        "mode": "queued",
        "max_runs": 100
      }
      """;

  private BuiltIn() {}

  /// Whether the program brought it.
  static boolean has(String id) {
    return definitions().stream().anyMatch(json -> json.contains("\"id\": \"" + id + "\""));
  }

  static List<String> definitions() {
    return List.of(INTAKE_DONE, PLAN_ACTIVE);
  }
}
