// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.api.graphql.GraphQlRoute.GraphQlAnswer;
import io.secureprint.agent.api.graphql.GraphQlRoute.GraphQlRequest;
import io.secureprint.agent.api.route.Caller;
import io.secureprint.agent.kernel.UnitOfWork;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.parser.ParserOptions;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works GraphQL documents off, within limits of depth, cost and tokens. What fails inside is told
/// as a code and in the log, not to programs.
final class GraphQlDesk {
  private static final Logger LOG = LoggerFactory.getLogger(GraphQlDesk.class);
  /// The usual question for the whole schema goes 13 deep; the schema itself is 4 deep.
  private static final int DEEPEST = 15;
  private static final int MOST_TOKENS = 5_000;

  private final GraphQL graphQl;
  private final Semaphore reading = new Semaphore(Reading.AT_ONCE, true);

  GraphQlDesk(Executions executions) {
    GraphQLSchema schema =
        new SchemaGenerator()
            .makeExecutableSchema(
                new SchemaParser().parse(sdl()), new Fetchers(executions).wiring());
    this.graphQl =
        GraphQL.newGraphQL(schema)
            .instrumentation(
                new ChainedInstrumentation(
                    new MaxQueryDepthInstrumentation(DEEPEST),
                    new MaxQueryComplexityInstrumentation(Costs.MOST, new Costs())))
            .defaultDataFetcherExceptionHandler(
                failed -> CompletableFuture.completedFuture(told(failed)))
            .build();
  }

  GraphQlAnswer answer(GraphQlRequest request, Caller caller) {
    try (Reading opened = new Reading(reading)) {
      return answer(request, caller, opened);
    } catch (CoercingParseLiteralException e) {
      // With variables in it, a literal is read only when the document's cost is counted.
      return new GraphQlAnswer(null, List.of(view(e)));
    }
  }

  private GraphQlAnswer answer(GraphQlRequest request, Caller caller, Reading opened) {
    ExecutionInput input =
        ExecutionInput.newExecutionInput(request.query())
            .operationName(request.operationName())
            .variables(request.given())
            .graphQLContext(
                Map.of(
                    Caller.class, caller,
                    Reading.class, opened,
                    Patience.class, Patience.of(Patience.OF_A_REQUEST),
                    ParserOptions.class, limits()))
            .build();
    ExecutionResult result = graphQl.execute(input);
    @Nullable List<Map<String, Object>> errors =
        result.getErrors().isEmpty()
            ? null
            : result.getErrors().stream().map(GraphQlDesk::view).toList();
    return new GraphQlAnswer(result.getData(), errors);
  }

  private static ParserOptions limits() {
    return ParserOptions.getDefaultOperationParserOptions()
        .transform(options -> options.maxTokens(MOST_TOKENS));
  }

  private static DataFetcherExceptionHandlerResult told(
      DataFetcherExceptionHandlerParameters failed) {
    GraphQLError error =
        switch (failed.getException()) {
          case Refused refused -> refused;
          case UnitOfWork.Unavailable e -> {
            LOG.warn("the store did not answer {}", failed.getPath(), e);
            yield new Refused("STORAGE_FAILED", "try again later");
          }
          case Throwable e -> {
            LOG.error("{} failed", failed.getPath(), e);
            yield new Refused("INTERNAL", "the log says more");
          }
        };
    Map<String, Object> told = new LinkedHashMap<>(error.toSpecification());
    told.put("path", failed.getPath().toList());
    told.put("locations", List.of());
    return DataFetcherExceptionHandlerResult.newResult()
        .error(GraphQLError.fromSpecification(told))
        .build();
  }

  /// Errors of the document itself have a code as well.
  private static Map<String, Object> view(GraphQLError error) {
    Map<String, Object> view = new LinkedHashMap<>(error.toSpecification());
    Map<String, Object> extensions = new LinkedHashMap<>();
    if (view.get("extensions") instanceof Map<?, ?> known) {
      known.forEach((key, value) -> extensions.put(String.valueOf(key), value));
    }
    extensions.putIfAbsent("code", "QUERY_WRONG");
    view.put("extensions", extensions);
    return view;
  }

  private static String sdl() {
    try (InputStream in = GraphQlDesk.class.getResourceAsStream("schema.graphqls")) {
      return new String(
          Objects.requireNonNull(in, "schema.graphqls").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("schema.graphqls", e);
    }
  }
}
