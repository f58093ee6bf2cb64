// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import io.secureprint.agent.api.graphql.Executions.Answer;
import io.secureprint.agent.api.graphql.Executions.By;
import io.secureprint.agent.api.graphql.Executions.Execution;
import io.secureprint.agent.api.route.ApiProblem;
import io.secureprint.agent.api.route.Caller;
import io.secureprint.agent.api.route.Shape;
import io.secureprint.agent.api.route.ShapeCheck;
import io.secureprint.agent.api.route.Wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import org.jspecify.annotations.Nullable;

/// Puts the schema's queries and commands to the [Executions], each in the name of the key's subject
/// and of nobody else.
final class Fetchers {
  static final int USUAL_LIMIT = 20;
  static final int MOST = 100;
  private static final Shape ID = new Shape.Text(1, 120, Shape.Text.ANY, "");
  private static final Shape PAGE = new Shape.Text(1, 80, Shape.Text.ANY, "");
  private static final Shape LINE = new Shape.Text(0, 200, Shape.Text.ANY, "");

  private final Executions executions;

  Fetchers(Executions executions) {
    this.executions = executions;
  }

  RuntimeWiring wiring() {
    return RuntimeWiring.newRuntimeWiring()
        .scalar(JsonScalar.type())
        .type("Query", type -> type
            .dataFetcher("workflowExecution", this::find)
            .dataFetcher("userWorkflowExecutions", this::ofUser))
        .type("Mutation", type -> type
            .dataFetcher("startWorkflowExecution", this::start)
            .dataFetcher("executeWorkflowStep", this::executeStep)
            .dataFetcher("completeWorkflowExecution", this::complete)
            .dataFetcher("cancelWorkflowExecution", this::cancel))
        .type("WorkflowExecution", type -> type
            .dataFetcher("workflow", env -> execution(env).workflow().get())
            .dataFetcher("context", env -> reading(env).open(execution(env).context()))
            .dataFetcher("result", env -> reading(env).open(execution(env).result()))
            .dataFetcher("expiresAt", env -> text(execution(env).expiresAt()))
            .dataFetcher("startedAt", env -> text(execution(env).startedAt()))
            .dataFetcher("completedAt", env -> text(execution(env).completedAt())))
        .type("WorkflowStep", type -> type
            .dataFetcher("config", env -> reading(env).open(step(env).config())))
        .build();
  }

  private @Nullable Execution find(DataFetchingEnvironment env) {
    String subject = caller(env).subject();
    return executions
        .find(subject, id(env, "id"))
        .filter(found -> found.userId().equals(subject))
        .orElse(null);
  }

  private List<Execution> ofUser(DataFetchingEnvironment env) {
    String subject = caller(env).subject();
    if (!id(env, "userId").equals(subject)) {
      throw new Refused("ROLE_MISSING", "userId is not the subject of this key");
    }
    @Nullable Integer given = env.getArgument("limit");
    int limit = given == null ? USUAL_LIMIT : given;
    if (limit < 1 || limit > MOST) {
      throw new Refused("QUERY_WRONG", "limit is not between 1 and " + MOST);
    }
    String status = env.getArgument("status");
    return executions.ofUser(
        subject, status == null ? null : Executions.Status.valueOf(status), limit);
  }

  private Execution start(DataFetchingEnvironment env) {
    return value(
        executions.start(
            by(env),
            new Executions.Start(
                id(env, "workflowId"),
                fitting(env, "pageId", PAGE),
                object(env, "initialContext"))));
  }

  private Executions.StepResult executeStep(DataFetchingEnvironment env) {
    String timing = demanded(env, "timing");
    return value(
        executions.executeStep(
            by(env),
            new Executions.StepInput(
                id(env, "executionId"), id(env, "stepId"), object(env, "input"),
                Executions.Timing.valueOf(timing))));
  }

  private Executions.Completion complete(DataFetchingEnvironment env) {
    return value(executions.complete(by(env), id(env, "executionId")));
  }

  private Execution cancel(DataFetchingEnvironment env) {
    @Nullable String reason = env.getArgument("reason");
    if (reason != null) {
      fit("reason", LINE, reason);
    }
    return value(executions.cancel(by(env), id(env, "executionId"), reason));
  }

  private static <T> T value(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T>(T value) -> value;
      case Answer.Refused<T>(String code, String words) -> throw new Refused(code, words);
    };
  }

  private static By by(DataFetchingEnvironment env) {
    Caller caller = caller(env);
    @Nullable String commandId = env.getArgument("commandId");
    if (commandId != null) {
      fit("commandId", ID, commandId);
    }
    Patience patience = env.getGraphQlContext().get(Patience.class);
    return new By(caller.subject(), commandId, caller.correlationId(), patience);
  }

  private static Caller caller(DataFetchingEnvironment env) {
    return env.getGraphQlContext().get(Caller.class);
  }

  private static Reading reading(DataFetchingEnvironment env) {
    return env.getGraphQlContext().get(Reading.class);
  }

  private static Execution execution(DataFetchingEnvironment env) {
    Execution execution = env.getSource();
    return Objects.requireNonNull(execution, "a field of an execution");
  }

  private static Executions.Step step(DataFetchingEnvironment env) {
    Executions.Step step = env.getSource();
    return Objects.requireNonNull(step, "a field of a step");
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  private static String id(DataFetchingEnvironment env, String name) {
    return fitting(env, name, ID);
  }

  private static String fitting(DataFetchingEnvironment env, String name, Shape shape) {
    String given = demanded(env, name);
    fit(name, shape, given);
    return given;
  }

  private static String demanded(DataFetchingEnvironment env, String name) {
    @Nullable String given = env.getArgument(name);
    return Objects.requireNonNull(given, "the schema demands it");
  }

  /// Nothing given is an empty object.
  private static Map<String, @Nullable Object> object(DataFetchingEnvironment env, String name) {
    @Nullable Object given = env.getArgument(name);
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    if (given == null) {
      return object;
    }
    if (!(given instanceof Map<?, ?> map)) {
      throw new Refused("FIELDS_WRONG", name + " is not an object");
    }
    map.forEach((key, value) -> object.put(String.valueOf(key), value));
    fit(name, new Shape.Any(), object);
    return object;
  }

  private static void fit(String name, Shape shape, Object value) {
    List<ApiProblem.Fault> faults = ShapeCheck.faults(shape, Wire.json().valueToTree(value));
    if (!faults.isEmpty()) {
      throw new Refused("FIELDS_WRONG", name + " " + faults.getFirst().words());
    }
  }
}
