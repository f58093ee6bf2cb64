// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.openapi;

import io.secureprint.agent.access.ApiRole;
import io.secureprint.agent.api.route.Access;
import io.secureprint.agent.api.route.ApiError;
import io.secureprint.agent.api.route.ApiProblem;
import io.secureprint.agent.api.route.Reply;
import io.secureprint.agent.api.route.Route;
import io.secureprint.agent.api.route.RouteTable;
import io.secureprint.agent.api.route.Shape;
import io.secureprint.agent.api.route.Shapes;
import io.secureprint.agent.api.route.Wire;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes the table of routes down as OpenAPI 3.1.
public final class OpenApi {
  private final JsonSchemas schemas = new JsonSchemas();
  private final ObjectNode paths = Wire.json().createObjectNode();

  private OpenApi() {}

  /// The table of these routes and one more, at which it describes itself.
  public static RouteTable described(List<Route<?, ?, ?>> routes) {
    List<Route<?, ?, ?>> all = new ArrayList<>(routes);
    all.add(
        Route.get("/openapi.json")
            .named("openApi", "This description")
            .by(Access.OPEN)
            .answersMedia("application/json", _ -> Reply.json(of(new RouteTable(all)))));
    return new RouteTable(all);
  }

  public static ObjectNode of(RouteTable table) {
    OpenApi writer = new OpenApi();
    table.routes().forEach(writer::add);
    ObjectNode document = node().put("openapi", "3.1.1");
    document
        .putObject("info")
        .put("title", "SecurePrint Session")
        .put("version", "1")
        .put("description", "The shop’s API for programs on this PC.")
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("identifier", "Apache-2.0");
    document.putArray("servers").addObject().put("url", "/");
    document.set("paths", writer.paths);
    ObjectNode components = document.putObject("components");
    components.set("schemas", writer.schemas.all());
    components.set("securitySchemes", securitySchemes());
    return document;
  }

  private void add(Route<?, ?, ?> route) {
    ObjectNode path =
        paths.path(route.path().text()) instanceof ObjectNode known
            ? known
            : paths.putObject(route.path().text());
    ObjectNode operation = path.putObject(route.method().name().toLowerCase(Locale.ROOT));
    operation.put("operationId", route.name()).put("summary", route.summary());
    operation.put("description", who(route.access()));
    security(route.access(), operation);
    parameters(route, operation.putArray("parameters"));
    body(route.body(), operation);
    ObjectNode responses = operation.putObject("responses");
    answer(route.answer(), responses);
    errors(route, responses);
  }

  private void parameters(Route<?, ?, ?> route, ArrayNode parameters) {
    for (Shape.Field field : Shapes.of(route.parameters()).fields()) {
      boolean inPath = route.path().names().contains(field.name());
      ObjectNode parameter =
          parameters.addObject().put("name", field.name()).put("in", inPath ? "path" : "query");
      parameter.put("required", field.required()).put("description", field.words());
      parameter.set("schema", schemas.of(field.shape()));
      if (!field.example().isEmpty()) {
        parameter.put("example", field.example());
      }
    }
  }

  private void body(Route.Body<?> body, ObjectNode operation) {
    switch (body) {
      case Route.Body.None _ -> { }
      case Route.Body.Json<?>(Class<?> type, int most) -> {
        ObjectNode request = operation.putObject("requestBody").put("required", true);
        request.put("description", "At most " + most + " bytes.");
        request
            .putObject("content")
            .putObject("application/json")
            .set("schema", schemas.reference(type));
      }
      case Route.Body.Raw(int most) -> {
        ObjectNode request = operation.putObject("requestBody").put("required", true);
        request.put("description", "Signed as a whole; at most " + most + " bytes.");
        request.putObject("content").putObject("*/*");
      }
    }
  }

  private void answer(Route.Answer<?> answer, ObjectNode responses) {
    switch (answer) {
      case Route.Answer.Json<?>(int status, Class<?> type, var _) -> {
        ObjectNode response = responses.putObject(Integer.toString(status));
        response.put("description", status == 201 ? "Made" : "Done");
        if (status == 201) {
          response
              .putObject("headers")
              .putObject("Location")
              .put("description", "Where it is found from now on.")
              .putObject("schema")
              .put("type", "string");
        }
        response
            .putObject("content")
            .putObject("application/json")
            .set("schema", schemas.reference(type));
      }
      case Route.Answer.Media(String type) -> {
        ObjectNode response = responses.putObject("200").put("description", "Done");
        response.putObject("content").putObject(type);
      }
    }
  }

  /// Of one status there may be several, each with its code.
  private void errors(Route<?, ?, ?> route, ObjectNode responses) {
    var byStatus =
        RouteErrors.of(route).stream()
            .collect(Collectors.groupingBy(ApiError::status, TreeMap::new, Collectors.toList()));
    byStatus.forEach((status, errors) -> {
      ObjectNode response = responses.putObject(Integer.toString(status));
      response.put(
          "description",
          errors.stream()
              .map(error -> "`" + error.code() + "`: " + error.words())
              .sorted()
              .collect(Collectors.joining(" ")));
      if (status == 429) {
        retryAfter(response);
      }
      response
          .putObject("content")
          .putObject("application/problem+json")
          .set("schema", schemas.reference(ApiProblem.class));
    });
  }

  private static void retryAfter(ObjectNode response) {
    response
        .putObject("headers")
        .putObject("Retry-After")
        .put("description", "Seconds.")
        .putObject("schema")
        .put("type", "integer");
  }

  private static void security(Access access, ObjectNode operation) {
    ArrayNode wanted = operation.putArray("security");
    switch (access) {
      case Access.Open _, Access.Signed _ -> { }
      case Access.Doorkey _ -> wanted.addObject().putArray("doorkey");
      case Access.Key _ -> wanted.addObject().putArray("apiKey");
    }
  }

  /// In one sentence.
  public static String who(Access access) {
    return switch (access) {
      case Access.Open _ -> "Anybody on this PC.";
      case Access.Signed _ -> "Whoever signs the message with the secret of this address.";
      case Access.Doorkey _ -> "The program of the user to whom the shop’s data folder belongs.";
      case Access.Key key ->
          "A key with the role "
              + key.roles().stream().map(ApiRole::word).sorted().collect(Collectors.joining(" or "))
              + ".";
    };
  }

  private static ObjectNode securitySchemes() {
    ObjectNode all = node();
    all.putObject("apiKey")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "An API key of the shop: sps api-key create makes one.");
    all.putObject("doorkey")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "The token in the shop’s data folder while the shop is open.");
    return all;
  }

  private static ObjectNode node() {
    return Wire.json().createObjectNode();
  }
}
