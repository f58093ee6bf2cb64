// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.access.Allowance;
import io.secureprint.agent.access.ApiKeys;
import io.secureprint.agent.access.ApiRole;
import io.secureprint.agent.api.route.Wire;
import io.secureprint.agent.kernel.Ids;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The table of routes as programs meet it on a socket, good ones and bad ones.
final class DispatcherTest {
  @TempDir private Path folder;
  private ApiHouse house;
  private String key;

  @BeforeEach
  void start() throws Exception {
    house = new ApiHouse(folder, new Allowance.Rate(2, 40), _ -> Menu.routes());
    key = house.key("books", ApiRole.INTEGRATOR);
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void headAndOptionsAreAnsweredAndOtherMethodsNamed() throws IOException {
    RawHttp.Answer head = house.http.ask("HEAD", "/orders/1", key);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.header("Content-Length"))
        .isEqualTo(Integer.toString(house.http.get("/orders/1", key).body().length()));
    RawHttp.Answer options = house.http.ask("OPTIONS", "/orders");
    assertThat(options.status()).isEqualTo(204);
    assertThat(options.header("Allow")).isEqualTo("POST, OPTIONS");
    RawHttp.Answer other = house.http.ask("PUT", "/orders", key);
    assertThat(other.status()).isEqualTo(405);
    assertThat(other.header("Allow")).isEqualTo("POST, OPTIONS");
  }

  @Test
  void aKeyOpensOnlyWhatItsRolesMay() throws IOException {
    String looking = house.key("ledger", ApiRole.AUDITOR);
    assertThat(house.http.get("/orders/1", looking).status()).isEqualTo(200);
    RawHttp.Answer refused = house.http.post("/orders", Menu.GOOD, looking);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("ROLE_MISSING");
  }

  @Test
  void whoAsksTooOftenWaits() throws IOException {
    for (int i = 0; i < 40; i++) {
      assertThat(house.http.get("/orders/1", key).status()).isEqualTo(200);
    }
    RawHttp.Answer refused = house.http.get("/orders/1", key);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(house.http.get("/orders/1", house.key("other", ApiRole.AUDITOR)).status())
        .isEqualTo(200);
    house.clock.pass(Duration.ofMillis(500));
    assertThat(house.http.get("/orders/1", key).status()).isEqualTo(200);
  }

  @Test
  void aRevokedOrExpiredKeyOpensNothing() throws IOException {
    Instant soon = house.clock.instant().plusSeconds(60);
    ApiKeys.Outcome made =
        house.keys.make(new ApiKeys.Wish("Till", "till", Set.of(ApiRole.AUDITOR), soon), "asha");
    String till = ApiHouse.bearer(((ApiKeys.Outcome.Made) made).secret());
    assertThat(house.http.get("/orders/1", till).status()).isEqualTo(200);
    house.clock.pass(Duration.ofSeconds(60));
    assertThat(house.http.get("/orders/1", till).status()).isEqualTo(401);
    assertThat(house.http.get("/orders/1", key).status()).isEqualTo(200);
    String id = key.substring(key.indexOf('_') + 1, key.lastIndexOf('_'));
    assertThat(house.http.post("/keys/" + id + "/revoke", "", owner()).status()).isEqualTo(200);
    RawHttp.Answer refused = house.http.get("/orders/1", key);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(house.http.post("/keys/" + id + "/revoke", "", owner()).body())
        .contains("API_KEY_UNKNOWN");
  }

  @Test
  void theShopsOwnKeyIsOneMore() throws IOException {
    String own = ApiHouse.bearer(house.shopKey.renew(Ids.secure()));
    assertThat(house.http.post("/orders", Menu.GOOD, own).body()).contains("null shop");
    assertThat(house.http.get("/keys", owner()).body()).contains("\"id\":\"shop\"", "\"books\"");
    assertThat(house.http.post("/keys/shop/revoke", "", owner()).status()).isEqualTo(200);
    assertThat(house.http.post("/orders", Menu.GOOD, own).status()).isEqualTo(401);
  }

  @Test
  void keysAreMadeByTheShopsUserAlone() throws IOException {
    String wish =
        "{\"name\":\"Tally\",\"subject\":\"tally\",\"roles\":[\"auditor\"],\"by\":\"asha\"}";
    assertThat(house.http.post("/keys", wish, key).body()).contains("DOORKEY_WRONG");
    RawHttp.Answer made = house.http.post("/keys", wish, owner());
    assertThat(made.status()).isEqualTo(201);
    String secret = Wire.json().readTree(made.body()).path("secret").asString();
    assertThat(house.http.get("/orders/1", ApiHouse.bearer(secret)).status()).isEqualTo(200);
    assertThat(house.http.get("/keys", owner()).body()).doesNotContain(secret.substring(25));
    assertThat(house.http.post("/keys", wish.replace("Tally", " "), owner()).body())
        .contains("API_KEY_NAME");
  }

  @Test
  void wrongKeysShutOutWrongKeysOfTheirOwnAddressOnly() throws IOException {
    for (int i = 0; i < 10; i++) {
      assertThat(house.http.get("/orders/1", ApiHouse.bearer("sps_" + i)).status()).isEqualTo(401);
    }
    String wrong = ApiHouse.bearer("sps_10");
    assertThat(house.http.get("/orders/1", wrong).status()).isEqualTo(429);
    assertThat(house.http.from("127.0.0.9").get("/orders/1", wrong).status()).isEqualTo(401);
  }

  @Test
  void aProgramWhoseKeyWasRevokedDoesNotLockOutTheOthers() throws IOException {
    String old = house.key("old", ApiRole.AUDITOR);
    String id = old.substring(old.indexOf('_') + 1, old.lastIndexOf('_'));
    assertThat(house.keys.revoke(id, "asha")).isTrue();
    for (int i = 0; i < 11; i++) {
      assertThat(house.http.get("/orders/1", old).status()).isEqualTo(i < 10 ? 401 : 429);
    }
    assertThat(house.http.get("/orders/1", key).status()).isEqualTo(200);
  }

  @Test
  void onlyAPageThatTheShopHasListedMayRead() throws IOException {
    String page = "Origin: " + ApiHouse.PAGE;
    RawHttp.Answer asked =
        house.http.ask(
            "OPTIONS", "/orders/1", page, "Access-Control-Request-Method: GET",
            "Access-Control-Request-Headers: authorization");
    assertThat(asked.status()).isEqualTo(204);
    assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo(ApiHouse.PAGE);
    assertThat(asked.header("Access-Control-Allow-Methods")).contains("GET");
    assertThat(asked.header("Access-Control-Allow-Headers")).contains("Authorization");
    RawHttp.Answer read = house.http.get("/orders/1", key, page, "Sec-Fetch-Site: cross-site");
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo(ApiHouse.PAGE);
    assertThat(read.header("Vary")).isEqualTo("Origin");
    for (String other : List.of("https://books.example.evil", "HTTPS://BOOKS.EXAMPLE", "null")) {
      RawHttp.Answer refused = house.http.get("/orders/1", key, "Origin: " + other);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.head()).doesNotContainIgnoringCase("Access-Control");
    }
    assertThat(house.http.get("/orders/1", key, page, "Origin: https://evil.example").status())
        .isEqualTo(403);
  }

  @Test
  void aFaultOfTheProgramIsAnsweredWithoutItsInsides() throws IOException {
    RawHttp.Answer answer = house.http.get("/fault", key, "X-Correlation-Id: seen-1");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("INTERNAL", "seen-1").doesNotContain("secret", "java.");
  }

  private static String owner() {
    return ApiHouse.bearer(ApiHouse.DOORKEY);
  }
}
