// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.access.ApiRole;
import io.secureprint.agent.api.route.Wire;

import tools.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;

/// What programs send, compared with what routes take.
final class BindingTest {
  private static ApiHouse house;
  private static String key;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    house = new ApiHouse(folder, ApiHouse.generous(), _ -> Menu.routes());
    key = house.key("books", ApiRole.INTEGRATOR);
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  @Test
  void whatFitsIsBoundAndMadeAndToldWhereItIs() throws IOException {
    RawHttp.Answer answer = house.http.post("/orders", Menu.GOOD, key, "X-Correlation-Id: abc-1");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/orders/7");
    assertThat(answer.header("X-Correlation-Id")).isEqualTo("abc-1");
    assertThat(answer.body())
        .isEqualTo("{\"id\":\"7\",\"words\":\"Chai 2 SMALL null books\"}");
    assertThat(house.http.get("/orders/a%20b?cups=3&hot=true", key).body())
        .isEqualTo("{\"id\":\"a b\",\"words\":\"3 true\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"Chai\",\"cups\":2,\"size\":\"small\",\"sugar\":1}|sugar|is unknown; there are name,",
        "{\"cups\":2,\"size\":\"small\"}|name|is missing",
        "{\"name\":null,\"cups\":2,\"size\":\"small\"}|name|is missing",
        "{\"name\":\"\",\"cups\":2,\"size\":\"small\"}|name|has not 1 to 10 characters",
        "{\"name\":\"Chai\\u0000\",\"cups\":2,\"size\":\"small\"}|name|has control characters",
        "{\"name\":\"\\ud83d\",\"cups\":2,\"size\":\"small\"}|name|has control characters",
        "{\"name\":\"Chai\",\"cups\":6,\"size\":\"small\"}|cups|is not between 1 and 5",
        "{\"name\":\"Chai\",\"cups\":2.5,\"size\":\"small\"}|cups|is not a whole number",
        "{\"name\":\"Chai\",\"cups\":\"2\",\"size\":\"small\"}|cups|is not a whole number",
        "{\"name\":\"Chai\",\"cups\":1e400,\"size\":\"small\"}|cups|is not a whole number",
        "{\"name\":\"Chai\",\"cups\":2,\"size\":\"SMALL\"}|size|is not one of small, large",
        "{\"name\":\"Chai\",\"cups\":2,\"size\":\"small\",\"at\":\"noon\"}|at|is not a time",
        "{\"name\":\"Chai\",\"cups\":2,\"size\":\"small\",\"with\":[\"a\",\"b\",\"c\"]}|with|has not 0 to 2",
        "{\"name\":\"Chai\",\"cups\":2,\"size\":\"small\",\"with\":[\"a\",5]}|with[1]|is not text",
        "{\"name\":\"Chai\",\"cups\":2,\"size\":\"small\",\"notes\":[1e400]}|notes|is not a number",
        "{\"name\":\"Chai\",\"cups\":2,\"size\":\"small\",\"notes\":{\"a\":\"\\u0000\"}}|notes.a|has control",
        "[]||is not an object",
      })
  void whatDoesNotFitIsToldByTheFieldsName(String body, @Nullable String field, String words)
      throws IOException {
    RawHttp.Answer answer = house.http.post("/orders", body, key);
    assertThat(answer.status()).isEqualTo(422);
    JsonNode problem = Wire.json().readTree(answer.body());
    assertThat(problem.path("code").asString()).isEqualTo("FIELDS_WRONG");
    assertThat(problem.path("title").asString()).isEqualTo("Unprocessable Content");
    JsonNode first = problem.path("errors").get(0);
    assertThat(first.path("field").asString()).isEqualTo(field == null ? "" : field);
    assertThat(first.path("words").asString()).startsWith(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\\n \"Chai\" \"cups\"}|line 2, column 9",
        "{\"name\":\"a\",\"name\":\"b\"}|line 1, column 19",
        "{} {}|line 1",
        "{\"name\":NaN}|line 1",
      })
  void brokenJsonIsToldByLineAndColumn(String body, String place) throws IOException {
    RawHttp.Answer answer = house.http.post("/orders", body.replace("\\n", "\n"), key);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"BODY_WRONG\"").contains(place);
  }

  @Test
  void whatIsTooDeepOrTooLargeIsRefusedBeforeItIsBuilt() throws IOException {
    String deep = "[".repeat(40) + "]".repeat(40);
    assertThat(house.http.post("/orders", deep, key).status()).isEqualTo(400);
    RawHttp.Answer large = house.http.post("/orders", " ".repeat(300_000), key);
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.body()).contains("BODY_TOO_LARGE");
    RawHttp.Answer empty = house.http.post("/orders", "", key);
    assertThat(empty.status()).isEqualTo(400);
  }

  @Test
  void anotherMediaTypeIsNotTaken() throws IOException {
    String text = "Content-Type: text/plain";
    RawHttp.Answer answer = house.http.ask("POST", "/orders", key, text);
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.body()).contains("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cups=9", "cups=x", "milk=1", "id=3", "cups=1&cups=1", "cups", "hot=yes",
      "%63ups=x"})
  void aWrongParameterIsRefused(String query) throws IOException {
    RawHttp.Answer answer = house.http.get("/orders/1?" + query, key);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"QUERY_WRONG\"");
  }

  @Test
  void aPathThatCannotBeIsNotThere() throws IOException {
    assertThat(house.http.get("/orders/" + "x".repeat(30), key).status()).isEqualTo(404);
    assertThat(house.http.get("/orders/", key).status()).isEqualTo(404);
    assertThat(house.http.get("/orders/a/b", key).status()).isEqualTo(404);
    assertThat(house.http.get("/orders/newest", key).body()).contains("the newest");
  }
}
