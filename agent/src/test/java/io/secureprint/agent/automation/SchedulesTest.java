// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.store.Database;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

final class SchedulesTest {
  private static final String ALERT =
      "{\"type\": \"emit_alert\", \"severity\": \"info\", \"title\": \"${due}\"}";

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private AutomationShop shop;

  @BeforeEach
  void open() throws Database.Unusable {
    shop = new AutomationShop(Database.open(folder), clock);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void eachTimeFiresOnceWithinASecond() {
    has("hourly", "skip");
    shop.automations.tick();
    pass(Duration.ofMinutes(59));
    assertThat(looked("hourly")).isEmpty();
    pass(Duration.ofSeconds(60));
    pass(Duration.ofSeconds(1));
    pass(Duration.ofHours(1));
    assertThat(looked("hourly"))
        .containsExactly("It was so, and the actions were done", "It was so, and the actions were done");
  }

  @Test
  void whatWasMissedIsSkippedCaughtUpWithOnceOrWhollyUpToALimit() throws Database.Unusable {
    has("skips", "skip");
    has("once", "once");
    has("all", "all");
    shop.close();
    clock.pass(Duration.ofHours(5).plusMinutes(30));
    shop = new AutomationShop(Database.open(folder), clock);
    shop.automations.tick();
    shop.automations.tick();
    assertThat(looked("skips"))
        .containsExactly("Times passed while nobody looked: 5 since 2026-11-21T16:30, of which 0 are caught up with");
    assertThat(looked("once")).hasSize(2).contains("It was so, and the actions were done");
    assertThat(looked("all")).hasSize(5).containsOnly("It was so, and the actions were done");
    shop.settled("once");
    assertThat(titles()).contains("2026-11-21T15:00:00Z");
    shop.settled("all");

    shop.close();
    clock.pass(Duration.ofDays(300));
    shop = new AutomationShop(Database.open(folder), clock);
    shop.automations.tick();
    assertThat(looked("all")).hasSize(5 + 10 + 1)
        .contains(
            "Times passed while nobody looked: more than 24 since 2026-11-21T21:30, of which 10 are caught up with");
    shop.settled("once");
    assertThat(titles()).contains("2027-09-17T15:00:00Z");
  }

  @Test
  void whileItIsOffNothingIsMissed() {
    has("hourly", "all");
    shop.automations.enable("hourly", false, "asha");
    pass(Duration.ofHours(5));
    shop.automations.enable("hourly", true, "asha");
    pass(Duration.ofSeconds(1));
    assertThat(looked("hourly")).isEmpty();
    pass(Duration.ofHours(1));
    assertThat(looked("hourly")).hasSize(1);
  }

  @Test
  void ofSeveralAgentsOneAloneFires() {
    has("hourly", "skip");
    clock.pass(Duration.ofHours(1));
    Thread[] agents = new Thread[4];
    for (int one = 0; one < agents.length; one++) {
      agents[one] = Thread.ofPlatform().start(shop.automations::tick);
    }
    for (Thread agent : agents) {
      await().until(() -> !agent.isAlive());
    }
    assertThat(looked("hourly")).hasSize(1);
  }

  private List<String> titles() {
    return shop.automations.alerts().open().get().stream()
        .filter(alert -> alert.message().source().equals("automation:once"))
        .map(alert -> alert.message().title())
        .toList();
  }

  private void has(String id, String catchUp) {
    shop.has(
        id,
        "{\"type\": \"schedule\", \"cron\": \"30 * * * *\", \"zone\": \"Asia/Kolkata\", \"catch_up\": \""
            + catchUp + "\"}",
        "",
        ALERT);
  }

  private void pass(Duration time) {
    clock.pass(time);
    shop.automations.tick();
  }

  private List<String> looked(String id) {
    return shop.automations.evaluations(id).stream().map(one -> one.why().sentence()).toList();
  }
}
