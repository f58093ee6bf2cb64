// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.Folders;
import io.secureprint.agent.access.People;
import io.secureprint.agent.access.Pin;
import io.secureprint.agent.access.PinDoor;
import io.secureprint.agent.access.Role;
import io.secureprint.agent.audit.Secret;
import io.secureprint.agent.audit.SecretStore;
import io.secureprint.agent.kernel.Ids;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The command line, in processes of its own.
final class ProgramTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Map<String, String> NO_DISPLAY = Map.of();
  /// The windows are real; only the screen they are on is in memory.
  private static final Map<String, String> A_DISPLAY = Map.of("DISPLAY", ":in-memory");

  @TempDir private Path folder;

  @Test
  void aHeadlessShopTellsItsAddressesAndItsQrAndStopsCleanlyOnSigterm() throws Exception {
    try (Program shop = Program.shop(data(), NO_DISPLAY)) {
      JsonNode ready = ready(shop);
      assertThat(ready.get("page").asString()).startsWith("http://127.0.0.1:");
      assertThat(ready.get("ws").asString()).startsWith("ws://127.0.0.1:");
      assertThat(shop.line("TICKET ")).startsWith(ready.get("page").asString() + "#");
      assertThat(get(ready.get("api").asString() + "/health", "")).contains("\"status\":");
      assertThat(shop.errors()).contains("no display").contains("█");
      shop.stop();
      assertThat(shop.exit(5)).isEqualTo(143);
      assertThat(data().resolve("vault")).isEmptyDirectory();
      assertThat(data().resolve("running.json")).doesNotExist();
    }
  }

  @Test
  void aServiceWritesNoQrIntoTheJournal() throws Exception {
    try (Program shop = Program.shop(data(), Map.of("JOURNAL_STREAM", "8:4711"), "--headless")) {
      String ticket = shop.line("TICKET ");
      shop.stop();
      assertThat(shop.exit(5)).isEqualTo(143);
      assertThat(shop.errors()).doesNotContain("█", ticket);
    }
  }

  @Test
  void aSecondStartFindsTheFirstAndLeavesItAlone() throws Exception {
    try (Program shop = Program.shop(data(), NO_DISPLAY)) {
      String page = ready(shop).get("page").asString();
      try (Program again = Program.shop(data(), NO_DISPLAY)) {
        assertThat(again.exit(20)).isZero();
        assertThat(again.errors()).contains("the shop is open already at " + page)
            .doesNotContain("in front");
      }
      assertThat(get(page, "")).contains("<!doctype html>");
    }
  }

  @Test
  void aSecondStartBringsTheWindowsOfTheFirstToTheFront() throws Exception {
    try (Program shop = Program.shop(data(), A_DISPLAY)) {
      ready(shop);
      shop.line("SHOWN");
      try (Program again = Program.shop(data(), A_DISPLAY)) {
        assertThat(again.exit(20)).isZero();
        assertThat(again.errors()).contains("its window is in front now");
      }
      shop.stop();
      assertThat(shop.exit(5)).isEqualTo(143);
      assertThat(shop.errors()).doesNotContain("Exception");
    }
  }

  @Test
  void aDisplayThatCannotBeHadIsToldByItsCode() throws Exception {
    Map<String, String> nobodys =
        Map.of("DISPLAY", ":4242", "_JAVA_OPTIONS", "-Dglass.platform=gtk");
    try (Program shop = Program.shop(data(), nobodys)) {
      assertThat(shop.exit(20)).isEqualTo(1);
      assertThat(shop.errors()).contains("DISPLAY_UNUSABLE").contains("--headless");
    }
  }

  @Test
  void theApiKeyIsShownOnceAndOpensTheApi() throws Exception {
    try (Program shop = Program.shop(data(), NO_DISPLAY);
        Program command =
            Program.start(
                folder.resolve("key.log"), NO_DISPLAY, "api-key", "--data", data().toString())) {
      String key = command.output();
      assertThat(command.exit(20)).isZero();
      String api = ready(shop).get("api").asString();
      assertThat(get(api + "/api/sessions", key)).isEqualTo("{\"sessions\":[]}");
      assertThat(get(api + "/api/sessions", "sps_wrong")).contains("API_KEY_WRONG");
    }
  }

  @Test
  void keysOfSingleProgramsAreMadeListedAndRevokedBesideTheOpenShopAndWithout() throws Exception {
    String key = keyCommand(0, "create", "Tally books", "--role", "auditor", "--validity", "P90D");
    assertThat(keyCommand(2, "create", "Tally", "--for", "Not a subject")).isEmpty();
    try (Program shop = Program.shop(data(), NO_DISPLAY)) {
      String api = ready(shop).get("api").asString();
      assertThat(get(api + "/api/sessions", key)).isEqualTo("{\"sessions\":[]}");
      String other = keyCommand(0, "create", "Till");
      assertThat(get(api + "/api/sessions", other)).isEqualTo("{\"sessions\":[]}");
      assertThat(keyCommand(0, "list"))
          .contains("\tTally books\ttally-books\tauditor\t", "\tTill\ttill\tintegrator\t")
          .doesNotContain(key, other);
      assertThat(keyCommand(0, "revoke", key.substring(4, 20))).isEmpty();
      assertThat(get(api + "/api/sessions", key)).contains("API_KEY_WRONG");
      assertThat(get(api + "/api/sessions", other)).isEqualTo("{\"sessions\":[]}");
    }
    assertThat(keyCommand(0, "list")).contains("revoked 20");
    assertThat(keyCommand(2, "revoke", "no such key")).isEmpty();
  }

  private String keyCommand(int status, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("api-key"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", data().toString()));
    try (Program command =
        Program.start(folder.resolve("key.log"), NO_DISPLAY, all.toArray(String[]::new))) {
      String output = command.output();
      assertThat(command.exit(20)).as(command.errors()).isEqualTo(status);
      return output;
    }
  }

  @Test
  void customersComeToAPracticeShopByThemselvesIfTheyAreWanted() throws Exception {
    try (Program shop = Program.shop(data(), NO_DISPLAY, "--customers");
        Program command =
            Program.start(
                folder.resolve("key.log"), NO_DISPLAY, "api-key", "--data", data().toString())) {
      String sessions = ready(shop).get("api").asString() + "/api/sessions";
      String key = command.output();
      await().atMost(LONG).until(() -> get(sessions, key).contains("\"sessionId\""));
      shop.stop();
      assertThat(shop.exit(10)).isEqualTo(143);
      assertThat(data().resolve("vault")).isEmptyDirectory();
    }
    try (Program live = Program.start(folder.resolve("live.log"), NO_DISPLAY, "--customers")) {
      assertThat(live.exit(20)).isEqualTo(2);
      assertThat(live.errors()).contains("--demo");
    }
  }

  @Test
  void aSecretComesByStandardInputAndIsShownNowhere() throws Exception {
    SecretStore secrets = new SecretStore(data().resolve("keys"), Ids.secure());
    try (Program command = secret("gateway.keySecret")) {
      command.type("hush-hush");
      assertThat(command.output()).isEmpty();
      assertThat(command.exit(20)).isZero();
      assertThat(command.errors()).contains("gateway.keySecret is kept").doesNotContain("hush");
    }
    assertThat(secrets.get(Secret.GATEWAY_KEY)).contains("hush-hush");
    try (Program command = secret("gateway.keySecret", "--remove")) {
      assertThat(command.exit(20)).isZero();
    }
    assertThat(secrets.get(Secret.GATEWAY_KEY)).isEmpty();
    try (Program command = secret("gateway.keyScrt")) {
      assertThat(command.exit(20)).isEqualTo(2);
      assertThat(command.errors()).contains("SECRET_UNKNOWN").contains("gateway.keySecret");
    }
    try (Program command = secret("gateway.webhookSecret")) {
      command.type("");
      assertThat(command.exit(20)).isEqualTo(2);
      assertThat(command.errors()).contains("SECRET_UNUSABLE");
    }
  }

  @Test
  void aForgottenPinIsSetAnewByStandardInput() throws Exception {
    People people = new People(new Folders(data()).people(), Ids.secure());
    people.add("Asha", Role.OWNER, new Pin("4711".toCharArray()));
    String asha = people.all().getFirst().id();
    for (String refused : List.of("12", "1234", "47x1")) {
      try (Program command = pin("Asha")) {
        command.type(refused);
        assertThat(command.exit(20)).isEqualTo(2);
        assertThat(command.errors()).containsAnyOf("PIN_LENGTH", "PIN_EASY");
      }
    }
    try (Program command = pin("asha")) {
      command.type("8520");
      assertThat(command.exit(20)).isZero();
      assertThat(command.errors()).contains("the PIN of Asha is set").doesNotContain("8520");
    }
    PinDoor door =
        new PinDoor(people, folder.resolve("waits.json"), InstantSource.system());
    assertThat(door.knock(asha, new Pin("8520".toCharArray())))
        .isInstanceOf(PinDoor.Knock.Right.class);
    try (Program command = pin("Nobody")) {
      assertThat(command.exit(20)).isEqualTo(2);
      assertThat(command.errors()).contains("PERSON_UNKNOWN: there are Asha");
    }
  }

  private Program pin(String name) throws IOException {
    return Program.start(
        folder.resolve("pin.log"), NO_DISPLAY, "set-pin", name, "--data", data().toString());
  }

  private Program secret(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("set-secret", "--data", data().toString()));
    all.addAll(List.of(arguments));
    return Program.start(
        folder.resolve("secret.log"), NO_DISPLAY, all.toArray(String[]::new));
  }

  @Test
  void aTakenPortIsToldByItsCode() throws Exception {
    try (ServerSocket taken = Program.takenPort();
        Program shop =
            Program.shop(
                data(), NO_DISPLAY, "--set", "network.apiPort=" + taken.getLocalPort())) {
      assertThat(shop.exit(20)).isEqualTo(1);
      assertThat(shop.errors()).contains("PORT_TAKEN").contains("--api-port");
    }
  }

  @Test
  void anAddressThatIsNotThisPcsIsToldApartFromATakenPort() throws Exception {
    try (Program shop = Program.shop(data(), NO_DISPLAY, "--set", "network.bind=203.0.113.7")) {
      assertThat(shop.exit(20)).isEqualTo(1);
      assertThat(shop.errors()).contains("ADDRESS_UNUSABLE").doesNotContain("PORT_TAKEN");
    }
  }

  @Test
  void aSettingOutOfRangeIsToldInWords() throws Exception {
    try (Program shop = Program.shop(data(), NO_DISPLAY, "--set", "destroy.passes=0")) {
      assertThat(shop.exit(20)).isEqualTo(1);
      assertThat(shop.errors()).contains("CONFIG_INVALID").contains("destroy.passes");
    }
  }

  @Test
  void aSettingThatDoesNotExistIsToldByItsName() throws Exception {
    try (Program shop = Program.shop(data(), NO_DISPLAY, "--set", "shop.nmae=x")) {
      assertThat(shop.exit(20)).isEqualTo(1);
      assertThat(shop.errors()).contains("CONFIG_INVALID").contains("shop.nmae");
    }
  }

  private Path data() {
    return folder.resolve("shop");
  }

  private static JsonNode ready(Program shop) throws Exception {
    return JsonMapper.shared().readTree(shop.line("READY "));
  }

  private static String get(String address, String key) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + key).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
