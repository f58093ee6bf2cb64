// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.api.route.Reply;
import io.secureprint.agent.api.route.Route;
import io.secureprint.agent.engine.definition.WorkflowReader;

import java.util.List;

/// What a workflow's text looks like, for editors and programs that write one.
public final class SchemaRoute {
  private static final String TYPE = "application/schema+json";

  private SchemaRoute() {}

  public static List<Route<?, ?, ?>> routes() {
    return List.of(
        Route.get("/api/workflow/schema")
            .named("workflowSchema", "The JSON Schema of workflows")
            .answersMedia(TYPE, _ -> Reply.text(200, TYPE, WorkflowReader.schema())));
  }
}
