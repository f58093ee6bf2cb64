// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonPathTest {
  private static final JsonObject JSON =
      JsonObject.parse("{\"a\":[{\"b\":1,\"odd\":[true]},{\"b\":2}],\"c\":{\"d\":\"x\"}}");

  @ParameterizedTest
  @ValueSource(strings = {"a", "a[1].b", "steps[2].config.fields[0].label.en", "a[0][1]"})
  void aPathIsWrittenAsItIsRead(String written) {
    assertThat(JsonPath.of(written)).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a[", "a[x]", "a..b", "a]"})
  void whatIsNoPathIsRefused(String written) {
    assertThatThrownBy(() -> JsonPath.of(written)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aChangeLeavesEverythingElseAsItIs() {
    JsonObject changed = JsonPath.of("a[0].b").put(JSON, 9L);
    assertThat(changed)
        .isEqualTo(
            JsonObject.parse("{\"a\":[{\"b\":9,\"odd\":[true]},{\"b\":2}],\"c\":{\"d\":\"x\"}}"));
    assertThat(JsonPath.of("a[0].b").put(changed, 1L)).isEqualTo(JSON);
  }

  @Test
  void whatIsNotThereIsMadeOnTheWay() {
    assertThat(JsonPath.of("e.f.g").put(JsonObject.EMPTY, "y"))
        .isEqualTo(JsonObject.parse("{\"e\":{\"f\":{\"g\":\"y\"}}}"));
    assertThat(JsonPath.of("list").insert(JsonObject.EMPTY, 5, "y"))
        .isEqualTo(JsonObject.parse("{\"list\":[\"y\"]}"));
  }

  @Test
  void itemsComeGoAndMove() {
    JsonPath list = JsonPath.of("a");
    assertThat(JsonPath.of("a[0]").remove(JSON).pretty()).doesNotContain("odd");
    assertThat(list.move(JSON, 0, 1)).isEqualTo(list.move(JSON, 1, 0));
    assertThat(list.at(0).at("b").text(list.move(JSON, 0, 1))).isEqualTo("2");
    assertThat(list.items(list.insert(JSON, 1, JSON.object("c").members()))).hasSize(3);
  }

  @Test
  void whatIsNotThereHasNoText() {
    assertThat(JsonPath.of("a[7].b").text(JSON)).isEmpty();
    assertThat(JsonPath.of("c.d").text(JSON)).isEqualTo("x");
    assertThat(JsonPath.of("a[0].b").within(JsonPath.of("a[0]"))).isTrue();
    assertThat(JsonPath.of("a[10]").within(JsonPath.of("a[1]"))).isFalse();
  }
}
