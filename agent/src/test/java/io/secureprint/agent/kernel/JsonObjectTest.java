// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class JsonObjectTest {
  @Test
  void whatAnotherServerSentHasRoomToBeLaidIntoMore() {
    JsonObject deep = JsonObject.received(nested(JsonObject.DEEPEST_OUTSIDE));
    for (int level = JsonObject.DEEPEST_OUTSIDE; level < JsonObject.DEEPEST; level++) {
      deep = JsonObject.of("level", deep.members());
    }
    assertThat(JsonObject.parse(deep.bytes())).isEqualTo(deep);
    assertThatThrownBy(() -> JsonObject.received(nested(JsonObject.DEEPEST_OUTSIDE + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] nested(int levels) {
    return ("{\"a\":".repeat(levels) + "1" + "}".repeat(levels)).getBytes(UTF_8);
  }
}
