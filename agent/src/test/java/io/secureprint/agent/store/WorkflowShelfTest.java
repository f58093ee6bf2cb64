// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.engine.shelf.Shelf;
import io.secureprint.agent.engine.shelf.Shelf.Outcome;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.io.IOException;
import java.nio.file.Path;

@OnBothDatabases
final class WorkflowShelfTest {
  private static final JsonObject PAUSE =
      JsonObject.parse(
          "{\"name\":\"Pause\",\"steps\":[{\"id\":\"wait\",\"type\":\"WAIT\",\"config\":{\"pauseMs\":5}}]}");

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private ProgramShop shop;

  @BeforeEach
  void open() throws Database.Unusable, IOException {
    shop = new ProgramShop(kind, folder, new SettableClock());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aFullShelfTakesNoMoreButLetsItsOwnBeChanged() {
    for (int i = 1; i < 200; i++) {
      assertThat(save("pause-" + i, 0)).isEqualTo(new Outcome.Saved(1));
    }
    assertThat(save("one-more", 0)).isEqualTo(new Outcome.Refused("WORKFLOWS_TOO_MANY"));
    assertThat(save("pause-1", 1)).isEqualTo(new Outcome.Saved(2));
    assertThat(shop.shelf.discard("pause-2", "owner")).isEqualTo(new Outcome.Saved(0));
    assertThat(save("one-more", 0)).isEqualTo(new Outcome.Saved(1));
  }

  @Test
  void whatCannotBePublishedIsNotKeptEither() {
    save("pause", 0);
    JsonObject wrong = JsonPath.of("steps[0].next").put(PAUSE, "nowhere");
    assertThat(publish(wrong, 1)).isInstanceOf(Outcome.Wrong.class);
    assertThat(shop.shelf.text("pause")).contains(PAUSE);
    JsonObject named = JsonPath.of("name").put(PAUSE, "Longer");
    assertThat(publish(named, 0)).isEqualTo(new Outcome.Refused("WORKFLOW_CHANGED"));
    assertThat(publish(named, 1)).isEqualTo(new Outcome.Published(1));
    assertThat(shop.shelf.running("pause").orElseThrow().workflow().name()).isEqualTo("Longer");
  }

  @Test
  void whatRunsAlreadyIsNoNewVersion() {
    assertThat(publish(PAUSE, 0)).isEqualTo(new Outcome.Published(1));
    int revision = shop.shelf.entry("pause").orElseThrow().revision();
    assertThat(publish(PAUSE, revision)).isEqualTo(new Outcome.Refused("WORKFLOW_UNCHANGED"));
    assertThat(shop.shelf.versions("pause")).hasSize(1);
  }

  @Test
  void onlyWhatNeverRanIsForgotten() {
    shop.publish("pause", PAUSE);
    assertThat(shop.shelf.discard("pause", "owner"))
        .isEqualTo(new Outcome.Refused("WORKFLOW_UNKNOWN"));
    assertThat(shop.shelf.snapshot("pause", 1)).contains(PAUSE);
  }

  private Outcome save(String slug, int basedOn) {
    return shop.shelf.save(new Shelf.Draft(slug, PAUSE, basedOn), "owner");
  }

  private Outcome publish(JsonObject text, int basedOn) {
    return shop.shelf.publish(new Shelf.Draft("pause", text, basedOn), "", "owner");
  }
}
