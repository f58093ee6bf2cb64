// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.api.openapi.OpenApi;
import io.secureprint.agent.api.openapi.RouteErrors;
import io.secureprint.agent.api.route.ApiError;
import io.secureprint.agent.api.route.Route;
import io.secureprint.agent.api.route.RouteTable;
import io.secureprint.agent.api.route.Wire;
import io.secureprint.agent.observe.Meters;

import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `docs/api.md` and `/openapi.json` say what the table of routes says.
final class ApiDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "api.md");
  private static final Path FRESH = Path.of("target", "api.md");
  private static final String BEGIN = "<!-- routes -->\n";
  private static final String END = "<!-- /routes -->\n";

  private static RouteTable table;
  private static JsonNode description;

  @BeforeAll
  static void read(@TempDir Path folder) throws Exception {
    try (ApiHouse house = FullHouse.open(folder)) {
      table = house.table;
      description = Wire.json().readTree(house.http.get("/openapi.json").body());
    }
  }

  @Test
  void theDocumentHasEveryRoute() throws IOException {
    String text = Files.readString(DOCUMENT);
    String fresh =
        text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
            + rows()
            + text.substring(text.indexOf(END));
    Files.writeString(FRESH, fresh);
    assertThat(text).as("cp agent/target/api.md docs/api.md").isEqualTo(fresh);
  }

  @Test
  void theExamplesAskForRoutesThatThereAre() throws IOException {
    Matcher asked =
        Pattern.compile("127\\.0\\.0\\.1:8090(/[a-zA-Z/.-]+)").matcher(Files.readString(DOCUMENT));
    Set<String> paths = new TreeSet<>();
    while (asked.find()) {
      paths.add(asked.group(1).replace("/ID/", "/{id}/").replace("/orders", "/{name}"));
    }
    assertThat(paths).hasSizeGreaterThan(4);
    assertThat(table.routes().stream().map(route -> route.path().text())).containsAll(paths);
  }

  @Test
  void theDocumentNamesEveryFigure() throws IOException {
    String text = Files.readString(DOCUMENT);
    Meters meters = new Meters();
    meters.transitions(Map::of);
    meters.tasks(Map::of);
    meters.breaches(() -> 0);
    meters.contexts(() -> 0, () -> 0);
    meters.metrics().text().lines().filter(line -> line.startsWith("# TYPE "))
        .forEach(line -> assertThat(text).contains("`" + line.split(" ", -1)[2] + "`"));
  }

  @Test
  void theDescriptionIsOpenApiWithEveryRouteItsErrorsAndItsRoles() {
    assertThat(description.path("openapi").asString()).startsWith("3.1.");
    for (Route<?, ?, ?> route : table.routes()) {
      JsonNode operation =
          description.path("paths").path(route.path().text())
              .path(route.method().name().toLowerCase(Locale.ROOT));
      assertThat(operation.path("operationId").asString()).isEqualTo(route.name());
      assertThat(operation.path("summary").asString()).isNotBlank();
      assertThat(operation.path("description").asString()).isEqualTo(OpenApi.who(route.access()));
      for (ApiError error : RouteErrors.of(route)) {
        JsonNode response = operation.path("responses").path(Integer.toString(error.status()));
        assertThat(response.path("description").asString()).contains("`" + error.code() + "`");
        assertThat(response.path("content").has("application/problem+json")).isTrue();
      }
    }
  }

  @Test
  void everyReferenceLeadsSomewhereAndEveryFieldOfARequestIsBounded() {
    List<String> loose = new ArrayList<>();
    description.findValuesAsString("$ref").forEach(reference -> {
      if (description.at(reference.substring(1)).isMissingNode()) {
        loose.add(reference);
      }
    });
    assertThat(loose).isEmpty();
    JsonNode task = description.at("/components/schemas/NewTask/properties");
    assertThat(task.path("title").path("maxLength").asInt()).isEqualTo(200);
    assertThat(task.path("title").path("examples").get(0).asString())
        .isEqualTo("200 pages to bind");
    assertThat(task.path("priority").toString())
        .contains("\"enum\":[\"low\",\"normal\",\"high\",\"urgent\"]", "\"null\"");
    assertThat(task.path("due").path("format").asString()).isEqualTo("date-time");
    assertThat(description.at("/components/schemas/NewTask/required").toString())
        .isEqualTo("[\"type\",\"area\",\"title\"]");
    assertThat(description.at("/components/schemas/NewTask/additionalProperties").asBoolean(true))
        .isFalse();
  }

  private static String rows() {
    return table.routes().stream()
        .map(
            route ->
                "| `" + route.method() + " " + route.path().text() + "` | " + route.summary()
                    + " | " + OpenApi.who(route.access()) + " | "
                    + RouteErrors.of(route).stream()
                        .filter(error -> route.errors().contains(error))
                        .map(error -> "`" + error.code() + "`")
                        .collect(Collectors.joining(" "))
                    + " |\n")
        .collect(
            Collectors.joining(
                "", "| Route | What | Who | Refusals of its own |\n|---|---|---|---|\n", ""));
  }
}
