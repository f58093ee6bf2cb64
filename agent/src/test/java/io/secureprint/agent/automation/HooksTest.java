// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.automation.Hooks.Heard;
import io.secureprint.agent.store.Database;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Map;

final class HooksTest {
  private static final String BODY = "{\"order\":{\"pages\":12,\"area\":\"binding\"}}";

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private AutomationShop shop;

  @BeforeEach
  void open() throws Database.Unusable {
    shop = new AutomationShop(Database.open(folder), clock);
    shop.has(
        "orders",
        "{\"type\": \"webhook\", \"name\": \"orders\"}",
        "payload.order.pages > 10",
        "{\"type\": \"create_task\", \"task_type\": \"intake\", \"area\": \"${payload.order.area}\","
            + " \"title\": \"${payload.order.pages} pages\"}");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  /// Made once with other programs: `printf '1763719200.{"a":1}' | openssl dgst -sha256 -hmac KEY`.
  @Test
  void theSignatureIsThatOfOtherPrograms() {
    String secret = "6b6579206f662074686520746573742c206b6579206f662074686520746573742";
    assertThat(HookSignature.sign(secret, "1763719200", "{\"a\":1}".getBytes(UTF_8)))
        .isEqualTo("sha256=8c33cf70b2d2693ad386f4531193f7924d6df5a161d100015341b1fed36c4598");
    assertThat(shop.automations.hooks().secret("orders"))
        .hasSize(64)
        .isNotEqualTo(shop.automations.hooks().secret("others"));
  }

  @Test
  void aSignedMessageIsSeenByTheConditionAndFillsTheTexts() {
    assertThat(hear("m-1", 0, BODY)).isInstanceOf(Heard.Accepted.class);
    await().until(() -> !shop.tasks.ofType("intake").isEmpty());
    assertThat(shop.tasks.ofType("intake").getFirst())
        .containsEntry("title", "12 pages")
        .containsEntry("area", "binding");
    Heard few = hear("m-2", 0, BODY.replace("12", "2"));
    assertThat(((Heard.Accepted) few).evaluations().getFirst().why().detail())
        .isEqualTo("payload.order.pages > 10");
  }

  @Test
  void theSameMessageCountsOnceAlsoUnderAnotherName() {
    assertThat(hear("m-1", 0, BODY)).isInstanceOf(Heard.Accepted.class);
    assertThat(hear("m-1", 0, BODY)).isEqualTo(new Heard.Repeated());
    assertThat(hear("m-1", 1, BODY)).isEqualTo(new Heard.Repeated());
    assertThat(hear("m-2", 0, BODY)).isEqualTo(new Heard.Repeated());
    assertThat(hear("m-2", 1, BODY)).isEqualTo(new Heard.Repeated());
    assertThat(hear("m-3", 2, BODY)).isInstanceOf(Heard.Accepted.class);
    shop.settled("orders");
    assertThat(shop.tasks.ofType("intake")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"300,true", "-300,true", "301,false", "-301,false"})
  void itsTimeIsThatOfNowOrNearlySo(long late, boolean heard) {
    Heard answer = hear("m-1", late, BODY);
    assertThat(answer instanceof Heard.Accepted).isEqualTo(heard);
    if (!heard) {
      assertThat(answer).isEqualTo(new Heard.Refused("WEBHOOK_STALE"));
    }
  }

  @Test
  void whatIsForgedOrMalformedDoesNothing() {
    String time = Long.toString(clock.instant().getEpochSecond());
    String good = HookSignature.sign(shop.automations.hooks().secret("orders"), time, BODY.getBytes(UTF_8));
    assertThat(heard("orders", Map.of(), BODY)).isEqualTo("WEBHOOK_SIGNATURE");
    assertThat(heard("orders", headers("m", time, "sha256=00"), BODY)).isEqualTo("WEBHOOK_SIGNATURE");
    assertThat(heard("orders", headers("m", time, good), BODY + " ")).isEqualTo("WEBHOOK_SIGNATURE");
    assertThat(heard("orders", headers("m", "1", good), BODY)).isEqualTo("WEBHOOK_SIGNATURE");
    assertThat(heard("others", headers("m", time, good), BODY)).isEqualTo("WEBHOOK_SIGNATURE");
    assertThat(heard("orders", headers("", time, good), BODY)).isEqualTo("WEBHOOK_ID");
    assertThat(refused("m", 0, "[1]")).isEqualTo("WEBHOOK_NOT_JSON");
    assertThat(refused("m", 0, "{\"a\":" + "[".repeat(5_000))).isEqualTo("WEBHOOK_NOT_JSON");
    assertThat(refused("m", 0, "x".repeat(65_537))).isEqualTo("WEBHOOK_TOO_LARGE");
    String unknown = HookSignature.sign(shop.automations.hooks().secret("nope"), time, BODY.getBytes(UTF_8));
    assertThat(heard("nope", headers("m", time, unknown), BODY)).isEqualTo("WEBHOOK_SIGNATURE");
    assertThat(shop.automations.evaluations("orders")).isEmpty();
  }

  @Test
  void aSecretThatLeakedIsReplacedAndOpensNothingMore() {
    String leaked = shop.automations.hooks().secret("orders");
    String other = shop.automations.hooks().secret("others");
    shop.automations.hooks().renewSecret("orders", "asha");
    String fresh = shop.automations.hooks().secret("orders");
    assertThat(fresh).hasSize(64).isNotEqualTo(leaked);
    assertThat(shop.automations.hooks().secret("others")).isEqualTo(other);
    String time = Long.toString(clock.instant().getEpochSecond());
    String forged = HookSignature.sign(leaked, time, BODY.getBytes(UTF_8));
    assertThat(heard("orders", headers("m-1", time, forged), BODY)).isEqualTo("WEBHOOK_SIGNATURE");
    assertThat(hear("m-2", 0, BODY)).isInstanceOf(Heard.Accepted.class);
    shop.automations.hooks().renewSecret("orders", "asha");
    assertThat(shop.automations.hooks().secret("orders")).isNotIn(leaked, fresh);
    assertThat(shop.newest("WebhookSecretRenewed").event().actor()).isEqualTo("asha");
  }

  @Test
  void namesOfHeadersMayBeWrittenAsOneLikes() {
    String time = Long.toString(clock.instant().getEpochSecond());
    String good = HookSignature.sign(shop.automations.hooks().secret("orders"), time, BODY.getBytes(UTF_8));
    Map<String, String> headers =
        Map.of("x-sps-id", "m", "x-sps-TIMESTAMP", time, "X-Sps-Signature", " " + good);
    assertThat(shop.automations.hooks().heard("orders", headers, BODY.getBytes(UTF_8)))
        .isInstanceOf(Heard.Accepted.class);
  }

  private String refused(String id, long late, String body) {
    return ((Heard.Refused) hear(id, late, body)).code();
  }

  private String heard(String name, Map<String, String> headers, String body) {
    return ((Heard.Refused) shop.automations.hooks().heard(name, headers, body.getBytes(UTF_8))).code();
  }

  private Heard hear(String id, long late, String body) {
    String time = Long.toString(clock.instant().getEpochSecond() - late);
    String signature =
        HookSignature.sign(shop.automations.hooks().secret("orders"), time, body.getBytes(UTF_8));
    return shop.automations.hooks().heard("orders", headers(id, time, signature), body.getBytes(UTF_8));
  }

  private static Map<String, String> headers(String id, String time, String signature) {
    return Map.of(
        HookSignature.ID, id, HookSignature.TIME, time, HookSignature.SIGNATURE, signature);
  }
}
