// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import io.secureprint.agent.api.route.Access;
import io.secureprint.agent.api.route.Call;
import io.secureprint.agent.api.route.Described;
import io.secureprint.agent.api.route.Nothing;
import io.secureprint.agent.api.route.Route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/// Executions of workflows by GraphQL. The schema is read when somebody asks first: it takes a second
/// that no start should wait for.
public final class GraphQlRoute {
  private final Executions executions;
  private @Nullable GraphQlDesk desk;

  private GraphQlRoute(Executions executions) {
    this.executions = executions;
  }

  public static List<Route<?, ?, ?>> of(Executions executions) {
    GraphQlRoute route = new GraphQlRoute(executions);
    return List.of(
        Route.post("/graphql")
            .named("graphql", "Runs workflows in the name of the key’s subject, by GraphQL")
            .by(Access.ACTS)
            .takes(GraphQlRequest.class)
            .answers(GraphQlAnswer.class, route::asked));
  }

  private GraphQlAnswer asked(Call<Nothing, GraphQlRequest> call) {
    return desk().answer(call.body(), call.caller());
  }

  private synchronized GraphQlDesk desk() {
    if (desk == null) {
      desk = new GraphQlDesk(executions);
    }
    return desk;
  }

  /// What is asked.
  record GraphQlRequest(
      @Described(
              value = "A GraphQL document.",
              min = 1,
              max = 20_000,
              example = "{ userWorkflowExecutions(userId: \"shop\") { id status } }")
          String query,
      @Described("Which operation of the document, where it has several.")
          @Nullable String operationName,
      @Described("The values of its variables.") @Nullable Map<String, Object> variables) {
    Map<String, Object> given() {
      return variables == null ? Map.of() : new LinkedHashMap<>(variables);
    }
  }

  /// What is answered: `data`, and what went wrong on the way; where nothing did, there is no `errors`
  /// (GraphQL 7.1).
  record GraphQlAnswer(
      @Described("As the document asks for it.") @Nullable Object data,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Described("Each with a message, and a code among its extensions.")
          @Nullable List<Map<String, Object>> errors) {}
}
